import { z } from "zod";
import { GatewayError } from "../errors.ts";
import { newIdentifier } from "../identifiers.ts";
import { behaviourSchema, mergeScenarios, type Scenario, scenarioSchema } from "../scenario.ts";
import { type Connection, findRow, takeRow } from "../storage/database.ts";
import { recordEvent } from "../webhooks/events.ts";
import { amountFen, reference } from "./checkouts.ts";
import { recordMovement } from "./movements.ts";

export const newRefund = z
  .strictObject({
    /** The merchant's own name of this refund: the same name never refunds twice. */
    reference,
    paymentId: z
      .string()
      .regex(/^pay_[0-9a-f]{32}$/)
      .optional(),
    /** Instead of the payment's id: the reference its session was created with. */
    paymentReference: reference.optional(),
    amountFen,
    reason: z.string().trim().max(200).default(""),
    scenario: scenarioSchema.default({}),
  })
  .refine((input) => (input.paymentId === undefined) !== (input.paymentReference === undefined), {
    message: "name the payment by paymentId or by paymentReference, not both",
  });
export type NewRefund = z.infer<typeof newRefund>;

export interface RefundRow {
  readonly id: string;
  readonly merchant_id: string;
  readonly payment_id: string;
  readonly reference: string;
  readonly amount_fen: number;
  readonly reason: string;
  readonly state: "pending" | "succeeded" | "failed";
  readonly failure: string | null;
  readonly scenario: Scenario;
  readonly created_at: Date;
  readonly settled_at: Date | null;
}

interface Refundable {
  readonly id: string;
  readonly state: string;
  readonly captured_fen: number;
  readonly refunded_fen: number;
}

export function viewRefund(row: RefundRow) {
  return {
    id: row.id,
    paymentId: row.payment_id,
    reference: row.reference,
    amountFen: row.amount_fen,
    reason: row.reason,
    state: row.state,
    failure: row.failure,
    createdAt: row.created_at.toISOString(),
    settledAt: row.settled_at?.toISOString() ?? null,
  };
}

/** Locks the payments meant: the one named, or all of the reference, newest first. */
async function lockPayments(connection: Connection, merchantId: string, input: NewRefund): Promise<readonly Refundable[]> {
  const result = await connection.query<Refundable>(
    `select p.id, p.state, p.captured_fen, p.refunded_fen from payments p join checkouts c on c.id = p.checkout_id
     where p.merchant_id = $1 and (p.id = $2 or c.reference = $3) order by p.created_at desc, p.id desc for update of p`,
    [merchantId, input.paymentId ?? null, input.paymentReference ?? null],
  );
  return result.rows;
}

/** The newest captured payment that still holds the amount. */
function choosePayment(payments: readonly Refundable[], wantedFen: number): Refundable {
  if (payments.length === 0) throw new GatewayError("not_found", "there is no such payment");
  const captured = payments.filter((payment) => payment.state === "captured");
  if (captured.length === 0) throw new GatewayError("payment_not_captured", "nothing was captured yet");
  const chosen = captured.find((payment) => payment.captured_fen - payment.refunded_fen >= wantedFen);
  if (chosen !== undefined) return chosen;
  const refundableFen = Math.max(...captured.map((payment) => payment.captured_fen - payment.refunded_fen));
  throw new GatewayError("refund_exceeds_captured", "more than what is left of the payment", { refundableFen });
}

async function findNamed(connection: Connection, merchantId: string, input: NewRefund): Promise<RefundRow | null> {
  const row = await findRow<RefundRow>(connection, "select * from refunds where merchant_id = $1 and reference = $2", [merchantId, input.reference]);
  if (row === null) return null;
  const same = row.amount_fen === input.amountFen && (input.paymentId === undefined || input.paymentId === row.payment_id);
  if (!same) throw new GatewayError("reference_reused", "another refund has this reference");
  return row;
}

/**
 * Promises a refund and sets its amount aside at once, so that no two refunds together exceed the capture; the money
 * moves, or comes back, when it settles. The same reference answers the refund that is already there.
 * @throws GatewayError `refund_exceeds_captured`, `payment_not_captured`, `not_found`, `reference_reused`.
 */
export async function createRefund(connection: Connection, merchantId: string, input: NewRefund): Promise<RefundRow> {
  const payments = await lockPayments(connection, merchantId, input);
  const existing = await findNamed(connection, merchantId, input);
  if (existing !== null) return existing;
  const payment = choosePayment(payments, input.amountFen);
  const merchant = await takeRow<{ behaviour: unknown }>(connection, "select behaviour from merchants where id = $1", [merchantId]);
  const scenario = mergeScenarios(behaviourSchema.parse(merchant.behaviour).refund, input.scenario);
  await connection.query("update payments set refunded_fen = refunded_fen + $2 where id = $1", [payment.id, input.amountFen]);
  return takeRow<RefundRow>(
    connection,
    `insert into refunds (id, merchant_id, payment_id, reference, amount_fen, reason, scenario, settles_at)
     values ($1, $2, $3, $4, $5, $6, $7, now() + $8 * interval '1 millisecond') returning *`,
    [newIdentifier("re"), merchantId, payment.id, input.reference, input.amountFen, input.reason, JSON.stringify(scenario), scenario.delayMs ?? 0],
  );
}

export async function findRefund(connection: Connection, merchantId: string, id: string): Promise<RefundRow> {
  const row = await findRow<RefundRow>(connection, "select * from refunds where merchant_id = $1 and (id = $2 or reference = $2)", [merchantId, id]);
  if (row === null) throw new GatewayError("not_found", "there is no such refund");
  return row;
}

async function finish(connection: Connection, refund: RefundRow, paymentReference: string): Promise<void> {
  const failure = refund.scenario.fail ?? null;
  const state = failure === null ? "succeeded" : "failed";
  await connection.query("update refunds set state = $2, failure = $3, settled_at = clock_timestamp() where id = $1", [refund.id, state, failure]);
  const { merchant_id: merchantId, payment_id: paymentId, amount_fen: fen } = refund;
  if (failure === null) {
    await recordMovement(connection, { merchantId, kind: "refund", objectId: refund.id, paymentId, reference: refund.reference, fen: -fen });
  } else {
    await connection.query("update payments set refunded_fen = refunded_fen - $2 where id = $1", [paymentId, fen]);
  }
  const data = { refundId: refund.id, paymentId, paymentReference, reference: refund.reference, amountFen: fen, failure };
  await recordEvent(connection, { merchantId, type: `refund.${state}`, data, scenario: refund.scenario });
}

/** Settles one refund that is due: payment first, as `createRefund` locks it. False when none is due. */
export async function settleDueRefund(connection: Connection): Promise<boolean> {
  const due = await findRow<{ refund_id: string; payment_reference: string }>(
    connection,
    `select r.id as refund_id, c.reference as payment_reference
     from refunds r join payments p on p.id = r.payment_id join checkouts c on c.id = p.checkout_id
     where r.state = 'pending' and r.settles_at <= now() order by r.settles_at limit 1 for update of p skip locked`,
    [],
  );
  if (due === null) return false;
  const refund = await findRow<RefundRow>(connection, "select * from refunds where id = $1 and state = 'pending' for update", [due.refund_id]);
  if (refund !== null) await finish(connection, refund, due.payment_reference);
  return true;
}
