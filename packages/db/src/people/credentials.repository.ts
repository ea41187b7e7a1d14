import type { Database } from "../database.ts";

/** The password's own hash (argon2id's text); null: none was set. */
export async function findPasswordHash(db: Database, userId: string): Promise<string | null> {
  const row = await db.selectFrom("passwords").select("hash").where("user_id", "=", userId).executeTakeFirst();
  return row?.hash ?? null;
}

export async function setPasswordHash(db: Database, password: { userId: string; hash: string; now: number }): Promise<void> {
  await db
    .insertInto("passwords")
    .values({ user_id: password.userId, hash: password.hash, changed_at: password.now })
    .onConflict((conflict) => conflict.column("user_id").doUpdateSet({ hash: password.hash, changed_at: password.now }))
    .execute();
}

/** A time-based second factor; `lastStep` is the last one used, so that a code counts once. */
export interface SecondFactor {
  readonly secretCipher: Buffer;
  readonly confirmedAt: number | null;
  readonly lastStep: number | null;
}

export async function findSecondFactor(db: Database, userId: string): Promise<SecondFactor | null> {
  const row = await db.selectFrom("second_factors").selectAll().where("user_id", "=", userId).executeTakeFirst();
  return row === undefined ? null : { secretCipher: row.secret_cipher, confirmedAt: row.confirmed_at, lastStep: row.last_step };
}

export async function setSecondFactor(db: Database, factor: { userId: string; secretCipher: Uint8Array; confirmedAt: number | null }): Promise<void> {
  const values = { secret_cipher: Buffer.from(factor.secretCipher), confirmed_at: factor.confirmedAt, last_step: null };
  await db
    .insertInto("second_factors")
    .values({ user_id: factor.userId, ...values })
    .onConflict((conflict) => conflict.column("user_id").doUpdateSet(values))
    .execute();
}

/** Uses up a step (and confirms the factor): false when this step, or a later one, was used before. */
export async function spendSecondFactorStep(db: Database, use: { userId: string; step: number; now: number }): Promise<boolean> {
  const answer = await db
    .updateTable("second_factors")
    .set(({ fn, val, ref }) => ({ last_step: use.step, confirmed_at: fn.coalesce(ref("confirmed_at"), val(use.now)) }))
    .where("user_id", "=", use.userId)
    .where(({ or, eb }) => or([eb("last_step", "is", null), eb("last_step", "<", use.step)]))
    .executeTakeFirst();
  return answer.numUpdatedRows > 0n;
}
