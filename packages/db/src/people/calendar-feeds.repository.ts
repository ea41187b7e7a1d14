import type { Database } from "../database.ts";

/** A worker's calendar feed; its address is known to them alone. */
export interface CalendarFeed {
  readonly workerId: string;
  readonly createdAt: number;
  /** When a calendar program last read it; null: never. */
  readonly readAt: number | null;
}

export async function findByWorker(db: Database, workerId: string): Promise<CalendarFeed | null> {
  const row = await db
    .selectFrom("calendar_feeds")
    .select(["worker_id", "created_at", "read_at"])
    .where("worker_id", "=", workerId)
    .executeTakeFirst();
  return row === undefined ? null : { workerId: row.worker_id, createdAt: row.created_at, readAt: row.read_at };
}

/** The worker whose feed this is; null: no such address (any more). */
export async function findByHash(db: Database, tokenHash: Uint8Array): Promise<string | null> {
  const row = await db.selectFrom("calendar_feeds").select("worker_id").where("token_hash", "=", Buffer.from(tokenHash)).executeTakeFirst();
  return row?.worker_id ?? null;
}

/** Notes when a calendar program last read a feed. */
export async function noteRead(db: Database, workerId: string, now: number): Promise<void> {
  await db.updateTable("calendar_feeds").set({ read_at: now }).where("worker_id", "=", workerId).execute();
}

/** Gives a worker a new address; the one before is dead from here on. */
export async function renew(db: Database, feed: { workerId: string; tokenHash: Uint8Array; now: number }): Promise<void> {
  const values = { token_hash: Buffer.from(feed.tokenHash), created_at: feed.now, read_at: null };
  await db
    .insertInto("calendar_feeds")
    .values({ worker_id: feed.workerId, ...values })
    .onConflict((conflict) => conflict.column("worker_id").doUpdateSet(values))
    .execute();
}

/** Ends a worker's feed; false: there was none. */
export async function remove(db: Database, workerId: string): Promise<boolean> {
  const answer = await db.deleteFrom("calendar_feeds").where("worker_id", "=", workerId).executeTakeFirst();
  return answer.numDeletedRows > 0n;
}
