import { z } from "zod";
import { GatewayError } from "../errors.ts";
import { newIdentifier } from "../identifiers.ts";
import { behaviourSchema, mergeScenarios, type Scenario, scenarioSchema } from "../scenario.ts";
import { type Connection, findRow, takeRow } from "../storage/database.ts";
import { recordEvent } from "../webhooks/events.ts";
import { amountFen, reference } from "./checkouts.ts";
import { recordMovement } from "./movements.ts";
import { lockPayee, type PayeeRow } from "./payees.ts";

export const newPayout = z.strictObject({
  /** The merchant's own name of this payout: the same name never pays twice. */
  reference,
  payeeId: z.string().regex(/^payee_[0-9a-f]{32}$/),
  amountFen,
  scenario: scenarioSchema.default({}),
});
export type NewPayout = z.infer<typeof newPayout>;

export interface PayoutRow {
  readonly id: string;
  readonly merchant_id: string;
  readonly payee_id: string;
  readonly reference: string;
  readonly amount_fen: number;
  readonly state: "pending" | "succeeded" | "failed";
  readonly failure: string | null;
  readonly scenario: Scenario;
  readonly created_at: Date;
  readonly settled_at: Date | null;
}

const USUAL_DELAY_MS = 200;
const SLOW_ACCOUNT_MS = 10_000;
const OUT_OF_ORDER_MS = 800;

export function viewPayout(row: PayoutRow) {
  return {
    id: row.id,
    payeeId: row.payee_id,
    reference: row.reference,
    amountFen: row.amount_fen,
    state: row.state,
    failure: row.failure,
    createdAt: row.created_at.toISOString(),
    settledAt: row.settled_at?.toISOString() ?? null,
  };
}

async function accountScenario(connection: Connection, payee: PayeeRow): Promise<Scenario> {
  switch (payee.test_account) {
    case "closed":
      return { fail: "account_closed" };
    case "slow":
      return { delayMs: SLOW_ACCOUNT_MS };
    case "fails_once": {
      const earlier = await findRow(connection, "select 1 from payouts where payee_id = $1 limit 1", [payee.id]);
      return earlier === null ? { fail: "bank_unavailable" } : {};
    }
    case null:
      return {};
  }
}

async function findNamed(connection: Connection, merchantId: string, input: NewPayout): Promise<PayoutRow | null> {
  const row = await findRow<PayoutRow>(connection, "select * from payouts where merchant_id = $1 and reference = $2", [merchantId, input.reference]);
  if (row === null) return null;
  if (row.amount_fen !== input.amountFen || row.payee_id !== input.payeeId)
    throw new GatewayError("reference_reused", "another payout has this reference");
  return row;
}

/**
 * Takes a payout on; its result comes later, by webhook. The same reference answers the payout that is already there.
 * @throws GatewayError `payee_unknown`, `reference_reused`.
 */
export async function createPayout(connection: Connection, merchantId: string, input: NewPayout): Promise<PayoutRow> {
  const payee = await lockPayee(connection, merchantId, input.payeeId);
  const existing = await findNamed(connection, merchantId, input);
  if (existing !== null) return existing;
  const merchant = await takeRow<{ behaviour: unknown }>(connection, "select behaviour from merchants where id = $1", [merchantId]);
  const behaviour = behaviourSchema.parse(merchant.behaviour);
  const scenario = mergeScenarios({ delayMs: USUAL_DELAY_MS }, behaviour.payout, await accountScenario(connection, payee), input.scenario);
  const payout = await takeRow<PayoutRow>(
    connection,
    `insert into payouts (id, merchant_id, payee_id, reference, amount_fen, scenario, settles_at)
     values ($1, $2, $3, $4, $5, $6, now() + $7 * interval '1 millisecond') returning *`,
    [newIdentifier("po"), merchantId, payee.id, input.reference, input.amountFen, JSON.stringify(scenario), scenario.delayMs ?? 0],
  );
  const heldBackMs = scenario.outOfOrder === true ? (scenario.delayMs ?? 0) + OUT_OF_ORDER_MS : 0;
  await recordEvent(connection, { merchantId, type: "payout.processing", data: payoutEvent(payout, null), scenario, heldBackMs });
  return payout;
}

export async function findPayout(connection: Connection, merchantId: string, id: string): Promise<PayoutRow> {
  const row = await findRow<PayoutRow>(connection, "select * from payouts where merchant_id = $1 and (id = $2 or reference = $2)", [merchantId, id]);
  if (row === null) throw new GatewayError("not_found", "there is no such payout");
  return row;
}

function payoutEvent(payout: PayoutRow, failure: string | null) {
  return { payoutId: payout.id, payeeId: payout.payee_id, reference: payout.reference, amountFen: payout.amount_fen, failure };
}

/** Gives one due payout its result. False when none is due. */
export async function settleDuePayout(connection: Connection): Promise<boolean> {
  const payout = await findRow<PayoutRow>(
    connection,
    "select * from payouts where state = 'pending' and settles_at <= now() order by settles_at limit 1 for update skip locked",
    [],
  );
  if (payout === null) return false;
  const failure = payout.scenario.fail ?? null;
  const state = failure === null ? "succeeded" : "failed";
  await connection.query("update payouts set state = $2, failure = $3, settled_at = clock_timestamp() where id = $1", [payout.id, state, failure]);
  const { merchant_id: merchantId, amount_fen: fen } = payout;
  if (failure === null) {
    await recordMovement(connection, { merchantId, kind: "payout", objectId: payout.id, paymentId: null, reference: payout.reference, fen: -fen });
  }
  await recordEvent(connection, { merchantId, type: `payout.${state}`, data: payoutEvent(payout, failure), scenario: payout.scenario });
  return true;
}
