import { z } from "zod";
import { GatewayError } from "../errors.ts";
import { newIdentifier } from "../identifiers.ts";
import { type Scenario, scenarioSchema } from "../scenario.ts";
import { type Connection, findRow, takeRow } from "../storage/database.ts";
import { recordEvent } from "../webhooks/events.ts";

export const amountFen = z.int().min(1).max(10_000_000_000);
/** The merchant's own name for something: printable, short, safe in a log and a file. */
export const reference = z.string().regex(/^[\x21-\x7e]{1,128}$/);

export const newCheckout = z.strictObject({
  reference,
  amountFen,
  currency: z.literal("CNY"),
  description: z.string().trim().min(1).max(200),
  returnUrl: z.url({ protocol: /^https?$/ }).max(2_000),
  expiresInSeconds: z.int().min(1).max(86_400).default(900),
  scenario: scenarioSchema.default({}),
});
export type NewCheckout = z.infer<typeof newCheckout>;

export type CheckoutState = "open" | "processing" | "paid" | "cancelled" | "expired";

export interface CheckoutRow {
  readonly id: string;
  readonly merchant_id: string;
  readonly reference: string;
  readonly amount_fen: number;
  readonly currency: string;
  readonly description: string;
  readonly return_url: string;
  readonly state: CheckoutState;
  readonly last_failure: string | null;
  readonly scenario: Scenario;
  readonly expires_at: Date;
  readonly created_at: Date;
}

export interface PaymentRow {
  readonly id: string;
  readonly merchant_id: string;
  readonly checkout_id: string;
  readonly method: "wallet" | "bank_card";
  readonly captured_fen: number;
  readonly refunded_fen: number;
  readonly state: "processing" | "captured" | "failed";
  readonly failure: string | null;
  readonly scenario: Scenario;
  readonly created_at: Date;
  readonly settled_at: Date | null;
}

/** What a merchant reads of a payment. Amounts in fen, instants in ISO. */
export function viewPayment(row: PaymentRow) {
  return {
    id: row.id,
    method: row.method,
    state: row.state,
    capturedFen: row.captured_fen,
    refundedFen: row.refunded_fen,
    failure: row.failure,
    createdAt: row.created_at.toISOString(),
    settledAt: row.settled_at?.toISOString() ?? null,
  };
}

/** What a merchant reads of a checkout session, with every attempt to pay it. */
export function viewCheckout(row: CheckoutRow, payments: readonly PaymentRow[], publicUrl: string) {
  return {
    id: row.id,
    reference: row.reference,
    amountFen: row.amount_fen,
    currency: row.currency,
    description: row.description,
    state: row.state,
    lastFailure: row.last_failure,
    url: `${publicUrl}/checkout/${row.id}`,
    expiresAt: row.expires_at.toISOString(),
    createdAt: row.created_at.toISOString(),
    payments: payments.map(viewPayment),
  };
}

async function insertCheckout(connection: Connection, merchantId: string, input: NewCheckout): Promise<CheckoutRow | null> {
  return findRow<CheckoutRow>(
    connection,
    `insert into checkouts (id, merchant_id, reference, amount_fen, currency, description, return_url, scenario, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, now() + $9 * interval '1 second')
     on conflict (merchant_id, reference) where state in ('open', 'processing', 'paid') do nothing returning *`,
    [
      newIdentifier("cs"),
      merchantId,
      input.reference,
      input.amountFen,
      input.currency,
      input.description,
      input.returnUrl,
      JSON.stringify(input.scenario),
      input.expiresInSeconds,
    ],
  );
}

/**
 * Opens a session. A reference has at most one session alive: asking again answers it, so that a retry never makes a
 * second thing to pay; once that one was cancelled or has expired, asking again opens a new one.
 * @throws GatewayError `reference_reused` when the session alive is about another amount.
 */
export async function createCheckout(
  connection: Connection,
  merchantId: string,
  input: NewCheckout,
): Promise<{ readonly checkout: CheckoutRow; readonly payments: readonly PaymentRow[] }> {
  const created = (await insertCheckout(connection, merchantId, input)) ?? (await replaceExpired(connection, merchantId, input));
  if (created !== null) return { checkout: created, payments: [] };
  const alive = await takeRow<CheckoutRow>(
    connection,
    "select * from checkouts where merchant_id = $1 and reference = $2 and state in ('open', 'processing', 'paid')",
    [merchantId, input.reference],
  );
  if (alive.amount_fen !== input.amountFen) throw new GatewayError("reference_reused", "another amount is being paid under this reference");
  return { checkout: alive, payments: await paymentsOf(connection, [alive.id]) };
}

/** A session whose time is over counts as expired although nobody has marked it yet. */
async function replaceExpired(connection: Connection, merchantId: string, input: NewCheckout): Promise<CheckoutRow | null> {
  const expired = await connection.query<CheckoutRow>(
    "update checkouts set state = 'expired' where merchant_id = $1 and reference = $2 and state = 'open' and expires_at <= now() returning *",
    [merchantId, input.reference],
  );
  const [row] = expired.rows;
  if (row === undefined) return null;
  await recordEvent(connection, { merchantId, type: "checkout.expired", data: closedEvent(row), scenario: row.scenario });
  return insertCheckout(connection, merchantId, input);
}

export async function findCheckout(connection: Connection, id: string): Promise<CheckoutRow | null> {
  return findRow<CheckoutRow>(connection, "select * from checkouts where id = $1", [id]);
}

/** Locks a session against a second click, another tab and the clock. */
export async function lockCheckout(connection: Connection, id: string): Promise<CheckoutRow> {
  const row = await findRow<CheckoutRow>(connection, "select * from checkouts where id = $1 for update", [id]);
  if (row === null) throw new GatewayError("not_found", "there is no such checkout session");
  return row;
}

export async function paymentsOf(connection: Connection, checkoutIds: readonly string[]): Promise<readonly PaymentRow[]> {
  const result = await connection.query<PaymentRow>("select * from payments where checkout_id = any($1) order by created_at, id", [checkoutIds]);
  return result.rows;
}

/** A merchant's sessions of one reference, newest first, at most 50. */
export async function findByReference(connection: Connection, merchantId: string, named: string): Promise<readonly CheckoutRow[]> {
  const result = await connection.query<CheckoutRow>(
    "select * from checkouts where merchant_id = $1 and reference = $2 order by created_at desc, id desc limit 50",
    [merchantId, named],
  );
  return result.rows;
}

function closedEvent(row: CheckoutRow) {
  return { checkoutId: row.id, reference: row.reference, amountFen: row.amount_fen };
}

/** The customer leaves; a session that is already cancelled stays so, one that took money refuses. */
export async function cancelCheckout(connection: Connection, id: string): Promise<CheckoutRow> {
  const row = await lockCheckout(connection, id);
  if (row.state === "cancelled") return row;
  if (row.state !== "open") throw new GatewayError("checkout_not_open", `the session is ${row.state}`, { state: row.state });
  await recordEvent(connection, { merchantId: row.merchant_id, type: "checkout.cancelled", data: closedEvent(row), scenario: row.scenario });
  return takeRow<CheckoutRow>(connection, "update checkouts set state = 'cancelled' where id = $1 returning *", [id]);
}

/** Closes up to `limit` open sessions whose time is over. */
export async function expireCheckouts(connection: Connection, limit: number): Promise<number> {
  const result = await connection.query<CheckoutRow>(
    `update checkouts set state = 'expired'
     where id in (select id from checkouts where state = 'open' and expires_at <= now() order by expires_at limit $1 for update skip locked) returning *`,
    [limit],
  );
  for (const row of result.rows) {
    await recordEvent(connection, { merchantId: row.merchant_id, type: "checkout.expired", data: closedEvent(row), scenario: row.scenario });
  }
  return result.rows.length;
}
