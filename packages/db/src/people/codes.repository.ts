import { sql } from "kysely";
import type { Database } from "../database.ts";

/** A phone code, as a hash; used once, tried a few times (§9). */
export interface PhoneCode {
  readonly id: string;
  readonly createdAt: number;
  readonly expiresAt: number;
  readonly tries: number;
  readonly usedAt: number | null;
}

/** When codes were sent to a phone since an instant, newest first. */
export async function listSent(db: Database, phoneHash: Uint8Array, since: number): Promise<PhoneCode[]> {
  const rows = await db
    .selectFrom("phone_codes")
    .select(["id", "created_at", "expires_at", "tries", "used_at"])
    .where("phone_hash", "=", Buffer.from(phoneHash))
    .where("created_at", ">", since)
    .orderBy("created_at", "desc")
    .execute();
  return rows.map(({ id, created_at, expires_at, tries, used_at }) => ({ id, createdAt: created_at, expiresAt: expires_at, tries, usedAt: used_at }));
}

export async function insert(db: Database, code: { phoneHash: Uint8Array; codeHash: Uint8Array; now: number; expiresAt: number }): Promise<string> {
  const row = await db
    .insertInto("phone_codes")
    .values({
      phone_hash: Buffer.from(code.phoneHash),
      code_hash: Buffer.from(code.codeHash),
      created_at: code.now,
      expires_at: code.expiresAt,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return row.id;
}

export type CodeVerdict = "right" | "wrong" | "none" | "expired" | "too_many_tries";

interface TriedRow {
  readonly matches: boolean;
  readonly expired: boolean;
  readonly tries: number;
  readonly used: boolean;
}

/**
 * Tries a code against the phone's newest one, in one statement: each try counts, and of several right answers at
 * once only one is `right`.
 */
export async function tryCode(
  db: Database,
  attempt: { phoneHash: Uint8Array; codeHash: Uint8Array; now: number; triesAtMost: number },
): Promise<CodeVerdict> {
  const { rows } = await sql<TriedRow>`
    with newest as (
      select id, tries, used_at, expires_at, code_hash from phone_codes
      where phone_hash = ${Buffer.from(attempt.phoneHash)} order by created_at desc, id desc limit 1 for update
    )
    update phone_codes as c set
      tries = c.tries + 1,
      used_at = case
        when newest.used_at is null and newest.tries < ${attempt.triesAtMost} and newest.expires_at > ${attempt.now}
          and newest.code_hash = ${Buffer.from(attempt.codeHash)} then ${attempt.now}::bigint
        else newest.used_at end
    from newest where c.id = newest.id
    returning newest.code_hash = ${Buffer.from(attempt.codeHash)} as matches, newest.expires_at <= ${attempt.now} as expired,
      newest.tries as tries, newest.used_at is not null as used`.execute(db);
  const tried = rows[0];
  if (tried === undefined || tried.used) return "none";
  if (tried.expired) return "expired";
  if (tried.tries >= attempt.triesAtMost) return "too_many_tries";
  return tried.matches ? "right" : "wrong";
}

/** Forgets codes sent before an instant. Returns how many. */
export async function prune(db: Database, before: number): Promise<number> {
  const answer = await db.deleteFrom("phone_codes").where("created_at", "<", before).executeTakeFirst();
  return Number(answer.numDeletedRows);
}
