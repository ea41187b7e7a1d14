import type { AccountName, Instant, JournalEntry } from "@lingong/domain";
import type { Database } from "../database.ts";
import { run, type Statement } from "../statement.ts";
import { retrying } from "../transaction.ts";

const entry: Statement<{ id: number | null }> = {
  name: "post_entry",
  text: "select post_entry($1, $2, $3, $4, $5, $6, $7) as id",
};

/**
 * Posts one journal entry: transfers and kept balances, in one transaction (or the one given).
 * @returns its id; null when its key was posted before, and nothing was done.
 * @throws what `refusalOf` turns into `escrow_too_low`, `balance_too_low` or `amount_invalid`.
 */
export async function postEntry(
  db: Database,
  posted: JournalEntry,
  context: { readonly at: Instant; readonly orderId: string | null },
): Promise<number | null> {
  const { key, reason, transfers } = posted;
  const [from, to, fen] = [
    transfers.map((transfer) => transfer.from),
    transfers.map((transfer) => transfer.to),
    transfers.map((transfer) => transfer.fen),
  ];
  const send = () => run(db, entry, [key, reason, context.at, context.orderId, from, to, fen]);
  const rows = await (db.isTransaction ? send() : retrying(send));
  return rows[0]?.id ?? null;
}

const ensure: Statement<{ id: number }> = { name: "ensure_account", text: "select ensure_account($1) as id" };

/** The number under which the ledger keeps an account, made when new. */
export async function ensureAccount(db: Database, name: AccountName): Promise<number> {
  const row = (await run(db, ensure, [name]))[0];
  if (row === undefined) throw new Error(`no account ${name}`);
  return row.id;
}

/** Transfers between accounts known by number, one entry each, as columns. */
export interface TransferBatch {
  readonly keys: readonly string[];
  readonly reason: string;
  readonly at: Instant;
  readonly from: readonly number[];
  readonly to: readonly number[];
  readonly fen: readonly number[];
}

const transfers: Statement<{ id: number | null }> = {
  name: "post_transfers",
  text: "select post_transfers($1, $2, $3, $4, $5, $6, $7) as id",
};

/** Posts one entry between accounts known by number. @returns its id; null when its key was posted before. */
export async function postTransfers(
  db: Database,
  posted: Omit<TransferBatch, "keys"> & { readonly key: string; readonly orderId: string | null },
): Promise<number | null> {
  const rows = await run(db, transfers, [posted.key, posted.reason, posted.at, posted.orderId, posted.from, posted.to, posted.fen]);
  return rows[0]?.id ?? null;
}

const batch: Statement<{ posted: number }> = {
  name: "post_batch",
  text: "select post_batch($1, $2, $3, $4, $5, $6) as posted",
};

/** Posts many entries of one transfer each: balances are locked in order and changed by one update. @returns how many were new. */
export async function postBatch(db: Database, posted: TransferBatch): Promise<number> {
  const rows = await run(db, batch, [posted.keys, posted.reason, posted.at, posted.from, posted.to, posted.fen]);
  return rows[0]?.posted ?? 0;
}
