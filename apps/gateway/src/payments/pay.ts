import { z } from "zod";
import { GatewayError } from "../errors.ts";
import { newIdentifier } from "../identifiers.ts";
import { behaviourSchema, failureReason, mergeScenarios, type Scenario, scenarioSchema } from "../scenario.ts";
import { type Connection, findRow, takeRow } from "../storage/database.ts";
import { recordEvent } from "../webhooks/events.ts";
import { type CheckoutRow, type CheckoutState, lockCheckout, type PaymentRow } from "./checkouts.ts";
import { recordMovement } from "./movements.ts";

export const paymentMethods = ["wallet", "bank_card"] as const;

/** What the paying customer chose on the hosted page. */
export const payInput = z.object({
  method: z.enum(paymentMethods),
  fail: failureReason.optional(),
  controls: scenarioSchema.default({}),
});
export type PayInput = z.infer<typeof payInput>;

const OUT_OF_ORDER_MS = 800;

function capturedEvent(checkout: CheckoutRow, payment: PaymentRow) {
  return {
    checkoutId: checkout.id,
    paymentId: payment.id,
    reference: checkout.reference,
    requestedFen: checkout.amount_fen,
    amountFen: payment.captured_fen,
    currency: checkout.currency,
    method: payment.method,
    failure: payment.failure,
  };
}

async function insertPayment(connection: Connection, checkout: CheckoutRow, method: PayInput["method"], scenario: Scenario): Promise<PaymentRow> {
  return takeRow<PaymentRow>(
    connection,
    `insert into payments (id, merchant_id, checkout_id, method, state, scenario, settles_at)
     values ($1, $2, $3, $4, 'processing', $5, now() + $6 * interval '1 millisecond') returning *`,
    [newIdentifier("pay"), checkout.merchant_id, checkout.id, method, JSON.stringify(scenario), scenario.delayMs ?? 0],
  );
}

async function capture(connection: Connection, checkout: CheckoutRow, payment: PaymentRow): Promise<void> {
  const fen = payment.scenario.capturedFen ?? checkout.amount_fen;
  const captured = await takeRow<PaymentRow>(
    connection,
    "update payments set state = 'captured', captured_fen = $2, settled_at = clock_timestamp() where id = $1 and state = 'processing' returning *",
    [payment.id, fen],
  );
  await recordMovement(connection, {
    merchantId: checkout.merchant_id,
    kind: "capture",
    objectId: payment.id,
    paymentId: payment.id,
    reference: checkout.reference,
    fen,
  });
  await recordEvent(connection, {
    merchantId: checkout.merchant_id,
    type: "payment.captured",
    data: capturedEvent(checkout, captured),
    scenario: payment.scenario,
  });
}

async function moveCheckout(connection: Connection, id: string, state: CheckoutState, lastFailure: string | null): Promise<CheckoutRow> {
  return takeRow<CheckoutRow>(connection, "update checkouts set state = $2, last_failure = $3 where id = $1 returning *", [id, state, lastFailure]);
}

async function failPayment(connection: Connection, checkout: CheckoutRow, payment: PaymentRow, reason: string): Promise<CheckoutRow> {
  const failed = await takeRow<PaymentRow>(
    connection,
    "update payments set state = 'failed', failure = $2, settled_at = clock_timestamp() where id = $1 and state = 'processing' returning *",
    [payment.id, reason],
  );
  await recordEvent(connection, {
    merchantId: checkout.merchant_id,
    type: "payment.failed",
    data: capturedEvent(checkout, failed),
    scenario: payment.scenario,
  });
  return moveCheckout(connection, checkout.id, "open", reason);
}

/** Gives a processing payment its result. The session's row is locked by the caller. */
async function settle(connection: Connection, checkout: CheckoutRow, payment: PaymentRow): Promise<CheckoutRow> {
  const reason = payment.scenario.fail ?? null;
  if (reason !== null) return failPayment(connection, checkout, payment, reason);
  await capture(connection, checkout, payment);
  for (let charge = 1; charge < (payment.scenario.captures ?? 1); charge += 1) {
    await capture(connection, checkout, await insertPayment(connection, checkout, payment.method, payment.scenario));
  }
  return moveCheckout(connection, checkout.id, "paid", null);
}

async function merchantBehaviour(connection: Connection, merchantId: string) {
  const row = await takeRow<{ behaviour: unknown }>(connection, "select behaviour from merchants where id = $1", [merchantId]);
  return behaviourSchema.parse(row.behaviour);
}

/**
 * The paying customer presses a button. A second press on a session that is paid or being paid changes nothing and
 * answers the same; a failed payment leaves the session open for another try.
 * @throws GatewayError `checkout_not_open` when it is cancelled or its time is over.
 */
export async function pay(connection: Connection, checkoutId: string, input: PayInput): Promise<CheckoutRow> {
  const checkout = await lockCheckout(connection, checkoutId);
  if (checkout.state === "paid" || checkout.state === "processing") return checkout;
  const over = checkout.state === "open" && checkout.expires_at.getTime() <= Date.now();
  if (checkout.state !== "open" || over) {
    const state = over ? "expired" : checkout.state;
    throw new GatewayError("checkout_not_open", `the session is ${state}`, { state });
  }
  const behaviour = await merchantBehaviour(connection, checkout.merchant_id);
  const scenario = mergeScenarios(behaviour.payment, checkout.scenario, input.controls, input.fail === undefined ? undefined : { fail: input.fail });
  const payment = await insertPayment(connection, checkout, input.method, scenario);
  const delayMs = scenario.delayMs ?? 0;
  if (delayMs > 0 || scenario.outOfOrder === true) {
    await recordEvent(connection, {
      merchantId: checkout.merchant_id,
      type: "payment.processing",
      data: capturedEvent(checkout, payment),
      scenario,
      heldBackMs: scenario.outOfOrder === true ? delayMs + OUT_OF_ORDER_MS : 0,
    });
  }
  return delayMs === 0 ? settle(connection, checkout, payment) : moveCheckout(connection, checkout.id, "processing", null);
}

/** Settles one payment that is due, session first so that it never waits crosswise with a click. False when none is due. */
export async function settleDuePayment(connection: Connection): Promise<boolean> {
  const due = await findRow<CheckoutRow & { payment_id: string }>(
    connection,
    `select c.*, p.id as payment_id from payments p join checkouts c on c.id = p.checkout_id
     where p.state = 'processing' and p.settles_at <= now() order by p.settles_at limit 1 for update of c skip locked`,
    [],
  );
  if (due === null) return false;
  const payment = await findRow<PaymentRow>(connection, "select * from payments where id = $1 and state = 'processing' for update", [due.payment_id]);
  if (payment !== null) await settle(connection, due, payment);
  return true;
}
