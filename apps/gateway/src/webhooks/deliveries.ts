import { type Connection, findRow } from "../storage/database.ts";

/** How webhooks are tried again. All in milliseconds. */
export interface WebhookTiming {
  readonly timeoutMs: number;
  readonly firstBackoffMs: number;
  readonly longestBackoffMs: number;
  readonly giveUpAfterMs: number;
}

export const usualWebhookTiming: WebhookTiming = {
  timeoutMs: 5_000,
  firstBackoffMs: 500,
  longestBackoffMs: 30_000,
  giveUpAfterMs: 3 * 24 * 3_600_000,
};

export interface Delivery {
  readonly id: number;
  readonly attempts: number;
  readonly lose_attempts: number;
  readonly event_id: string;
  readonly body: string;
  readonly webhook_url: string;
  readonly secret: string;
  readonly merchant_id: string;
}

const LEASE_SLACK_MS = 2_000;

/** Milliseconds until the next try after `attempts` failed ones: doubling, capped, spread by ± 20 % with `chance` in [0, 1). */
export function backoffMs(timing: WebhookTiming, attempts: number, chance: number): number {
  const doubled = Math.min(timing.longestBackoffMs, timing.firstBackoffMs * 2 ** Math.min(attempts - 1, 30));
  return Math.round(doubled * (0.8 + 0.4 * chance));
}

/**
 * Takes up to `limit` due deliveries in one statement. Taking one moves its due time past the time-out of the call: if
 * the process dies in between, it falls due again by itself.
 */
export async function claimDeliveries(connection: Connection, timing: WebhookTiming, limit: number): Promise<readonly Delivery[]> {
  const result = await connection.query<Delivery>(
    `with claimed as (
       update deliveries set attempts = attempts + 1, due_at = clock_timestamp() + $2 * interval '1 millisecond'
       where id in (
         select id from deliveries where delivered_at is null and abandoned_at is null and due_at <= clock_timestamp()
         order by due_at, id limit $1 for update skip locked)
       returning id, attempts, lose_attempts, event_id)
     select c.*, e.body, m.id as merchant_id, m.webhook_url, m.secret
     from claimed c join events e on e.id = c.event_id join merchants m on m.id = e.merchant_id order by c.id`,
    [limit, timing.timeoutMs + LEASE_SLACK_MS],
  );
  return result.rows;
}

export async function markDelivered(connection: Connection, id: number, result: string): Promise<void> {
  await connection.query("update deliveries set delivered_at = clock_timestamp(), last_result = $2 where id = $1", [id, result]);
}

/** Owes the delivery again after `waitMs`, or gives it up when its event is too old. */
export async function markFailed(
  connection: Connection,
  id: number,
  failure: { result: string; waitMs: number; giveUpAfterMs: number },
): Promise<void> {
  await connection.query(
    `update deliveries d set due_at = clock_timestamp() + $3 * interval '1 millisecond', last_result = $2,
       abandoned_at = case when e.created_at < clock_timestamp() - $4 * interval '1 millisecond' then clock_timestamp() end
     from events e where d.id = $1 and e.id = d.event_id`,
    [id, failure.result, failure.waitMs, failure.giveUpAfterMs],
  );
}

/** After a start every delivery that was tried before is owed now: its caller may have been killed in mid-air. */
export async function releaseClaimed(connection: Connection): Promise<void> {
  await connection.query(
    "update deliveries set due_at = clock_timestamp() where delivered_at is null and abandoned_at is null and attempts > 0 and due_at > clock_timestamp()",
  );
}

/** Milliseconds until the next delivery falls due, at most `longestMs`. */
export async function untilNextDelivery(connection: Connection, longestMs: number): Promise<number> {
  const row = await findRow<{ wait: number | null }>(
    connection,
    "select ceil(extract(epoch from min(due_at) - clock_timestamp()) * 1000)::bigint as wait from deliveries where delivered_at is null and abandoned_at is null",
    [],
  );
  return row?.wait == null ? longestMs : Math.min(longestMs, Math.max(0, row.wait));
}
