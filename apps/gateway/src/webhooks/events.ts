import { newIdentifier } from "../identifiers.ts";
import type { Scenario } from "../scenario.ts";
import type { Connection } from "../storage/database.ts";

export type EventType =
  | "payment.processing"
  | "payment.captured"
  | "payment.failed"
  | "checkout.cancelled"
  | "checkout.expired"
  | "refund.succeeded"
  | "refund.failed"
  | "payout.processing"
  | "payout.succeeded"
  | "payout.failed";

export interface NewEvent {
  readonly merchantId: string;
  readonly type: EventType;
  readonly data: Readonly<Record<string, unknown>>;
  readonly scenario: Scenario;
  /** Holds the webhook back by this many milliseconds more than the scenario asks. */
  readonly heldBackMs?: number;
}

const DUPLICATE_SPACING_MS = 40;

/**
 * Writes an event and its deliveries in the transaction that made it happen: whoever is killed after the commit, the
 * webhook is still owed. All deliveries of one event carry the same id.
 */
export async function recordEvent(connection: Connection, event: NewEvent): Promise<string> {
  const id = newIdentifier("evt");
  const body = JSON.stringify({ id, type: event.type, createdAt: new Date().toISOString(), merchantId: event.merchantId, data: event.data });
  const waitMs = (event.scenario.webhookDelayMs ?? 0) + (event.heldBackMs ?? 0);
  await connection.query(
    `with event as (insert into events (id, merchant_id, type, body) values ($1, $2, $3, $4))
     insert into deliveries (event_id, due_at, lose_attempts)
     select $1, clock_timestamp() + ($5 + copy * $6) * interval '1 millisecond', $7 from generate_series(0, $8::int) as copy`,
    [id, event.merchantId, event.type, body, waitMs, DUPLICATE_SPACING_MS, event.scenario.loseFirstAttempts ?? 0, event.scenario.duplicates ?? 0],
  );
  return id;
}

export interface EventPage {
  readonly events: readonly unknown[];
  readonly next: string | null;
}

/**
 * A merchant's events from after the one named, so that what a webhook lost can be caught up. Ordered by the transaction
 * that wrote them, and only those older than every transaction still open: a late commit can never slip in behind a cursor.
 */
export async function listEvents(connection: Connection, merchantId: string, after: string | null, limit: number): Promise<EventPage> {
  const result = await connection.query<{ id: string; body: string }>(
    `select id, body from events
     where merchant_id = $1 and written_in < pg_snapshot_xmin(pg_current_snapshot())
       and ($2::text is null or (written_in, created_at, id) > (select written_in, created_at, id from events where id = $2 and merchant_id = $1))
     order by written_in, created_at, id limit $3`,
    [merchantId, after, limit],
  );
  const last = result.rows.length === limit ? result.rows.at(-1) : undefined;
  return { events: result.rows.map((row) => JSON.parse(row.body) as unknown), next: last?.id ?? null };
}
