import type { AccountName, Fen } from "@lingong/domain";
import type { Selectable } from "kysely";
import { sql } from "kysely";
import type { PayoutAccounts, Withdrawals } from "../database.generated.ts";
import type { Database, Transaction } from "../database.ts";
import { type Page, type PageRequest, pageOf } from "../page.ts";

function walletOf(workerId: string): AccountName {
  return `worker:${workerId}`;
}

/** What a worker may withdraw now. */
export async function findBalance(db: Database, workerId: string): Promise<Fen> {
  const row = await db
    .selectFrom("accounts")
    .innerJoin("balances", "balances.account_id", "accounts.id")
    .select("balances.fen")
    .where("accounts.name", "=", walletOf(workerId))
    .executeTakeFirst();
  return row?.fen ?? 0;
}

/** One line of a wallet's statement; `fen` > 0 came in. */
export interface StatementLine {
  readonly id: string;
  readonly at: number;
  readonly reason: string;
  readonly key: string;
  readonly orderId: string | null;
  readonly fen: Fen;
  /** The balance after this entry. */
  readonly balanceFen: Fen;
}

interface StatementRow {
  readonly entry_id: number;
  readonly at: number;
  readonly reason: string;
  readonly key: string;
  readonly order_id: string | null;
  readonly fen: number;
  readonly balance: number;
}

/** A wallet's statement, newest first, one line per entry, the running balance computed from its transfers. */
export async function listStatement(
  db: Database,
  wanted: PageRequest & { workerId: string; from?: number; to?: number },
): Promise<Page<StatementLine>> {
  const { rows } = await sql<StatementRow>`
    with wallet as (
      select id from accounts where name = ${walletOf(wanted.workerId)}
    ), moves as (
      select entry_id, fen from transfers where to_id = (select id from wallet)
      union all select entry_id, -fen from transfers where from_id = (select id from wallet)
    ), lines as (
      select entry_id, sum(fen)::bigint as fen, (sum(sum(fen)) over (order by entry_id))::bigint as balance from moves group by entry_id
    )
    select l.entry_id, e.at, e.reason, e.key, e.order_id, l.fen, l.balance from lines l join journal_entries e on e.id = l.entry_id
    where l.entry_id < ${Number(wanted.cursor ?? Number.MAX_SAFE_INTEGER)} and e.at >= ${wanted.from ?? 0} and e.at < ${wanted.to ?? Number.MAX_SAFE_INTEGER}
    order by l.entry_id desc limit ${wanted.limit + 1}`.execute(db);
  return pageOf(rows, wanted.limit, {
    toItem: (row) => ({
      id: String(row.entry_id),
      at: row.at,
      reason: row.reason,
      key: row.key,
      orderId: row.order_id,
      fen: row.fen,
      balanceFen: row.balance,
    }),
    cursorOf: ({ entry_id }) => String(entry_id),
  });
}

/** What a worker earned per order in a span of time: money from escrows, by order, newest first. */
export async function listEarned(
  db: Database,
  wanted: { workerId: string; from: number; to: number },
): Promise<{ orderId: string; at: number; fen: Fen }[]> {
  const { rows } = await sql<{ order_id: string; at: number; fen: number }>`
    select e.order_id, max(e.at) as at, sum(t.fen)::bigint as fen
    from transfers t join journal_entries e on e.id = t.entry_id join accounts payer on payer.id = t.from_id
    where t.to_id = (select id from accounts where name = ${walletOf(wanted.workerId)}) and e.order_id is not null
      and payer.name not like 'payout:%' and e.at >= ${wanted.from} and e.at < ${wanted.to}
    group by e.order_id order by max(e.at) desc`.execute(db);
  return rows.map(({ order_id, at, fen }) => ({ orderId: order_id, at, fen }));
}

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

/** Binds an account; the same number again answers the one that is bound. */
export async function bindPayoutAccount(db: Database, account: NewPayoutAccount): Promise<PayoutAccount> {
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
    .executeTakeFirstOrThrow();
  return toPayoutAccount(bound);
}

/** Removes a worker's own account from use; false when it is not there. */
export async function removePayoutAccount(db: Database, which: { id: string; workerId: string; now: number }): Promise<boolean> {
  const answer = await db
    .updateTable("payout_accounts")
    .set({ removed_at: which.now })
    .where("id", "=", which.id)
    .where("worker_id", "=", which.workerId)
    .where("removed_at", "is", null)
    .executeTakeFirst();
  return answer.numUpdatedRows > 0n;
}

/** A withdrawal; its states are the withdrawal machine's. */
export interface WithdrawalRow {
  readonly id: string;
  readonly workerId: string;
  readonly payoutAccountId: string;
  readonly fen: Fen;
  readonly feeFen: Fen;
  readonly state: string;
  readonly provider: string;
  readonly providerReference: string | null;
  readonly failure: string | null;
  readonly heldBy: string | null;
  readonly heldReason: string | null;
  readonly createdAt: number;
  readonly updatedAt: number;
}

function toWithdrawal(row: Selectable<Withdrawals>): WithdrawalRow {
  return {
    id: row.id,
    workerId: row.worker_id,
    payoutAccountId: row.payout_account_id,
    fen: row.fen,
    feeFen: row.fee_fen,
    state: row.state,
    provider: row.provider,
    providerReference: row.provider_reference,
    failure: row.failure,
    heldBy: row.held_by,
    heldReason: row.held_reason,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

/** Locks the worker's wallet to the transaction's end: two withdrawals at once are counted one after the other. */
export async function lockWallet(transaction: Transaction, workerId: string): Promise<void> {
  await sql`select from workers where id = ${workerId} for no key update`.execute(transaction);
}

export async function insertWithdrawal(
  transaction: Transaction,
  withdrawal: Pick<WithdrawalRow, "id" | "workerId" | "payoutAccountId" | "fen" | "feeFen" | "state" | "provider" | "createdAt">,
): Promise<void> {
  await transaction
    .insertInto("withdrawals")
    .values({
      id: withdrawal.id,
      worker_id: withdrawal.workerId,
      payout_account_id: withdrawal.payoutAccountId,
      fen: withdrawal.fen,
      fee_fen: withdrawal.feeFen,
      state: withdrawal.state,
      provider: withdrawal.provider,
      created_at: withdrawal.createdAt,
      updated_at: withdrawal.createdAt,
    })
    .execute();
}

export async function findWithdrawal(db: Database, id: string): Promise<WithdrawalRow | null> {
  const row = await db.selectFrom("withdrawals").selectAll().where("id", "=", id).executeTakeFirst();
  return row === undefined ? null : toWithdrawal(row);
}

/** Locks a withdrawal to the transaction's end. */
export async function lockWithdrawal(transaction: Transaction, id: string): Promise<WithdrawalRow | null> {
  const row = await transaction.selectFrom("withdrawals").selectAll().where("id", "=", id).forNoKeyUpdate().executeTakeFirst();
  return row === undefined ? null : toWithdrawal(row);
}

/** Moves a withdrawal from one state to another; false when it was not in the first any more. */
export async function moveWithdrawal(
  db: Database,
  move: {
    id: string;
    from: string;
    to: string;
    now: number;
    providerReference?: string;
    failure?: string;
    heldBy?: string | null;
    heldReason?: string | null;
  },
): Promise<boolean> {
  const answer = await db
    .updateTable("withdrawals")
    .set({
      state: move.to,
      updated_at: move.now,
      ...(move.providerReference === undefined ? {} : { provider_reference: move.providerReference }),
      ...(move.failure === undefined ? {} : { failure: move.failure }),
      ...(move.heldBy === undefined ? {} : { held_by: move.heldBy }),
      ...(move.heldReason === undefined ? {} : { held_reason: move.heldReason }),
    })
    .where("id", "=", move.id)
    .where("state", "=", move.from)
    .executeTakeFirst();
  return answer.numUpdatedRows > 0n;
}

/** Withdrawals of a worker (absent: everybody's), newest first. */
export async function listWithdrawals(
  db: Database,
  wanted: PageRequest & { workerId?: string; states?: readonly string[] },
): Promise<Page<WithdrawalRow>> {
  const rows = await db
    .selectFrom("withdrawals")
    .selectAll()
    .$if(wanted.workerId !== undefined, (query) => query.where("worker_id", "=", wanted.workerId ?? ""))
    .$if(wanted.states !== undefined, (query) => query.where("state", "in", [...(wanted.states ?? [])]))
    .$if(Boolean(wanted.cursor), (query) => query.where("id", "<", wanted.cursor ?? ""))
    .orderBy("id", "desc")
    .limit(wanted.limit + 1)
    .execute();
  return pageOf(rows, wanted.limit, { toItem: toWithdrawal, cursorOf: ({ id }) => id });
}

/** How many withdrawals a worker has made since an instant (failed ones not counted when named in `except`). */
export async function countWithdrawals(db: Database, wanted: { workerId: string; since: number; except: readonly string[] }): Promise<number> {
  const row = await db
    .selectFrom("withdrawals")
    .select(sql<number>`count(*)`.as("count"))
    .where("worker_id", "=", wanted.workerId)
    .where("created_at", ">=", wanted.since)
    .$if(wanted.except.length > 0, (query) => query.where("state", "not in", [...wanted.except]))
    .executeTakeFirstOrThrow();
  return row.count;
}
