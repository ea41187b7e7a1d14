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
