import type { Selectable } from "kysely";
import type { PayoutAccounts } from "../database.generated.ts";
import type { Database } from "../database.ts";

/** A bank card or e-wallet; holder and number are encrypted. */
export interface PayoutAccount {
  readonly id: string;
  readonly workerId: string;
  readonly kind: "bank_card" | "e_wallet";
  readonly institution: string;
  readonly masked: string;
  readonly holderCipher: Buffer;
  readonly numberCipher: Buffer;
  readonly createdAt: number;
  readonly removedAt: number | null;
}

function toPayoutAccount(row: Selectable<PayoutAccounts>): PayoutAccount {
  return {
    id: row.id,
    workerId: row.worker_id,
    kind: row.kind as PayoutAccount["kind"],
    institution: row.institution,
    masked: row.masked,
    holderCipher: row.holder_cipher,
    numberCipher: row.number_cipher,
    createdAt: row.created_at,
    removedAt: row.removed_at,
  };
}

export async function listPayoutAccounts(db: Database, workerId: string): Promise<PayoutAccount[]> {
  const rows = await db
    .selectFrom("payout_accounts")
    .selectAll()
    .where("worker_id", "=", workerId)
    .where("removed_at", "is", null)
    .orderBy("created_at")
    .execute();
  return rows.map(toPayoutAccount);
}

/** A payout account by id, removed ones too: withdrawals name them. */
export async function findPayoutAccount(db: Database, id: string): Promise<PayoutAccount | null> {
  const row = await db.selectFrom("payout_accounts").selectAll().where("id", "=", id).executeTakeFirst();
  return row === undefined ? null : toPayoutAccount(row);
}

export interface NewPayoutAccount {
  readonly workerId: string;
  readonly kind: PayoutAccount["kind"];
  readonly institution: string;
  readonly holderCipher: Uint8Array;
  readonly numberCipher: Uint8Array;
  readonly numberHash: Uint8Array;
  readonly masked: string;
  readonly now: number;
}

/** Binds an account; the same number again answers the one that is bound. `taken`: another worker has bound it. */
export async function bindPayoutAccount(db: Database, account: NewPayoutAccount): Promise<PayoutAccount | "taken"> {
  const numberHash = Buffer.from(account.numberHash);
  const inserted = await db
    .insertInto("payout_accounts")
    .values({
      worker_id: account.workerId,
      kind: account.kind,
      institution: account.institution,
      holder_cipher: Buffer.from(account.holderCipher),
      number_cipher: Buffer.from(account.numberCipher),
      number_hash: numberHash,
      masked: account.masked,
      created_at: account.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst();
  if (inserted !== undefined) return toPayoutAccount(inserted);
  const bound = await db
    .selectFrom("payout_accounts")
    .selectAll()
    .where("worker_id", "=", account.workerId)
    .where("number_hash", "=", numberHash)
    .where("removed_at", "is", null)
    .executeTakeFirst();
  return bound === undefined ? "taken" : toPayoutAccount(bound);
}

/** Removes a worker's own account from use, a second time as well; false when it never was theirs. */
export async function removePayoutAccount(db: Database, which: { id: string; workerId: string; now: number }): Promise<boolean> {
  const answer = await db
    .updateTable("payout_accounts")
    .set(({ fn, ref, val }) => ({ removed_at: fn.coalesce(ref("removed_at"), val(which.now)) }))
    .where("id", "=", which.id)
    .where("worker_id", "=", which.workerId)
    .executeTakeFirst();
  return answer.numUpdatedRows > 0n;
}
