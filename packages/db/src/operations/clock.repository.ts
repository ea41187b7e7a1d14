import type { Database } from "../database.ts";

/** How far the application's clock is ahead of the real one, in milliseconds; 0 in production. */
export async function findOffset(db: Database): Promise<number> {
  const row = await db.selectFrom("clock").select("offset_milliseconds").executeTakeFirstOrThrow();
  return row.offset_milliseconds;
}

/** Moves the application's clock ahead; it never goes back. Returns the offset that counts. */
export async function advanceOffset(db: Database, offset: number): Promise<number> {
  const row = await db
    .updateTable("clock")
    .set(({ fn, ref, val }) => ({ offset_milliseconds: fn<number>("greatest", [ref("offset_milliseconds"), val(offset)]) }))
    .returning("offset_milliseconds")
    .executeTakeFirstOrThrow();
  return row.offset_milliseconds;
}

/** When a server was last seen running, by the application's clock; null: never. */
export async function findAliveAt(db: Database): Promise<number | null> {
  const row = await db.selectFrom("clock").select("alive_at").executeTakeFirstOrThrow();
  return row.alive_at;
}

/** A server says that it runs; of several the latest word counts. */
export async function saveAliveAt(db: Database, now: number): Promise<void> {
  await db
    .updateTable("clock")
    .set(({ fn, ref, val }) => ({ alive_at: fn<number>("greatest", [ref("alive_at"), val(now)]) }))
    .execute();
}
