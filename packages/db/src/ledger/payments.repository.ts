import type { Fen, Payment } from "@lingong/domain";
import type { Selectable } from "kysely";
import type { Intents, Payments } from "../database.generated.ts";
import type { Database } from "../database.ts";

/** A payment as it is kept: the order's own record of it, and the provider's page it is paid on. */
export interface PaymentRecord extends Payment {
  readonly orderId: string;
  readonly customerId: string;
  readonly checkoutId: string | null;
  readonly checkoutUrl: string | null;
  readonly createdAt: number;
}

function toPayment(row: Selectable<Payments>): PaymentRecord {
  return {
    id: row.id,
    orderId: row.order_id,
    customerId: row.customer_id,
    purpose: row.purpose as Payment["purpose"],
    fen: row.fen,
    state: row.state as Payment["state"],
    refundedFen: row.refunded_fen,
    capturedAt: row.captured_at,
    captureId: row.capture_id,
    provider: row.provider,
    subjectId: row.subject_id,
    checkoutId: row.checkout_id,
    checkoutUrl: row.checkout_url,
    createdAt: row.created_at,
  };
}

export async function findById(db: Database, id: string): Promise<PaymentRecord | null> {
  const row = await db.selectFrom("payments").selectAll().where("id", "=", id).executeTakeFirst();
  return row === undefined ? null : toPayment(row);
}

/** The payment of a provider's checkout. */
export async function findByCheckout(db: Database, provider: string, checkoutId: string): Promise<PaymentRecord | null> {
  const row = await db.selectFrom("payments").selectAll().where("provider", "=", provider).where("checkout_id", "=", checkoutId).executeTakeFirst();
  return row === undefined ? null : toPayment(row);
}

export async function listForOrder(db: Database, orderId: string): Promise<PaymentRecord[]> {
  const rows = await db.selectFrom("payments").selectAll().where("order_id", "=", orderId).orderBy("created_at").orderBy("id").execute();
  return rows.map(toPayment);
}

/** Keeps the provider's page of an awaited payment, so that asking again leads to the same one. */
export async function setCheckout(db: Database, checkout: { paymentId: string; provider: string; checkoutId: string; url: string }): Promise<void> {
  await db
    .updateTable("payments")
    .set({ provider: checkout.provider, checkout_id: checkout.checkoutId, checkout_url: checkout.url })
    .where("id", "=", checkout.paymentId)
    .execute();
}

/** A message of a payment provider, kept before it is handled. */
export interface ProviderEvent {
  readonly provider: string;
  readonly eventId: string;
  readonly kind: string;
  readonly body: unknown;
  readonly receivedAt: number;
}

/** Keeps a provider's message; false when it came before (it may still be unhandled). */
export async function insertEvent(db: Database, event: ProviderEvent): Promise<boolean> {
  const answer = await db
    .insertInto("provider_events")
    .values({ provider: event.provider, event_id: event.eventId, kind: event.kind, body: JSON.stringify(event.body), received_at: event.receivedAt })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (answer.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Messages that were kept and not handled yet, oldest first. */
export async function listUnhandledEvents(db: Database, limit: number): Promise<ProviderEvent[]> {
  const rows = await db.selectFrom("provider_events").selectAll().where("handled_at", "is", null).orderBy("received_at").limit(limit).execute();
  return rows.map(({ provider, event_id, kind, body, received_at }) => ({ provider, eventId: event_id, kind, body, receivedAt: received_at }));
}

export async function markEventHandled(db: Database, handled: { provider: string; eventId: string; outcome: string; now: number }): Promise<void> {
  await db
    .updateTable("provider_events")
    .set({ handled_at: handled.now, outcome: handled.outcome })
    .where("provider", "=", handled.provider)
    .where("event_id", "=", handled.eventId)
    .execute();
}

export type IntentState = "pending" | "sent" | "succeeded" | "failed";

/** A call to the outside that was decided: made by a job after the commit, under its key. */
export interface IntentRecord {
  readonly key: string;
  readonly kind: "refund" | "payout";
  readonly orderId: string | null;
  readonly paymentId: string | null;
  readonly withdrawalId: string | null;
  readonly captureId: string | null;
  readonly provider: string | null;
  readonly fen: Fen;
  readonly state: IntentState;
  readonly attempts: number;
  readonly providerReference: string | null;
  readonly error: string | null;
  readonly createdAt: number;
  readonly updatedAt: number;
}

function toIntent(row: Selectable<Intents>): IntentRecord {
  return {
    key: row.key,
    kind: row.kind as IntentRecord["kind"],
    orderId: row.order_id,
    paymentId: row.payment_id,
    withdrawalId: row.withdrawal_id,
    captureId: row.capture_id,
    provider: row.provider,
    fen: row.fen,
    state: row.state as IntentState,
    attempts: row.attempts,
    providerReference: row.provider_reference,
    error: row.error,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

/** Decides a payout; the same key again changes nothing. */
export async function insertPayoutIntent(
  db: Database,
  intent: { key: string; withdrawalId: string; provider: string; fen: Fen; now: number },
): Promise<void> {
  await db
    .insertInto("intents")
    .values({
      key: intent.key,
      kind: "payout",
      withdrawal_id: intent.withdrawalId,
      provider: intent.provider,
      fen: intent.fen,
      created_at: intent.now,
      updated_at: intent.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function findIntent(db: Database, key: string): Promise<IntentRecord | null> {
  const row = await db.selectFrom("intents").selectAll().where("key", "=", key).executeTakeFirst();
  return row === undefined ? null : toIntent(row);
}

/** Intents not yet answered, the longest untouched first. */
export async function listOpenIntents(db: Database, limit: number): Promise<IntentRecord[]> {
  const rows = await db.selectFrom("intents").selectAll().where("state", "in", ["pending", "sent"]).orderBy("updated_at").limit(limit).execute();
  return rows.map(toIntent);
}

export async function listIntentsForOrder(db: Database, orderId: string): Promise<IntentRecord[]> {
  const rows = await db.selectFrom("intents").selectAll().where("order_id", "=", orderId).orderBy("created_at").execute();
  return rows.map(toIntent);
}

/** An open intent was looked at and still waits: others come before it the next time. */
export async function touchIntent(db: Database, key: string, now: number): Promise<void> {
  await db.updateTable("intents").set({ updated_at: now }).where("key", "=", key).where("state", "in", ["pending", "sent"]).execute();
}

/** Records an attempt or an answer; an intent that has succeeded or failed stays so. False: it was answered before. */
export async function recordIntent(
  db: Database,
  record: { key: string; state: IntentState; now: number; providerReference?: string; error?: string },
): Promise<boolean> {
  const answer = await db
    .updateTable("intents")
    .set(({ eb, ref }) => ({
      state: record.state,
      updated_at: record.now,
      attempts: record.state === "sent" ? eb(ref("attempts"), "+", 1) : ref("attempts"),
      error: record.error ?? null,
      ...(record.providerReference === undefined ? {} : { provider_reference: record.providerReference }),
    }))
    .where("key", "=", record.key)
    .where("state", "in", ["pending", "sent"])
    .executeTakeFirst();
  return answer.numUpdatedRows > 0n;
}
