import type { AccountName, Fen, JournalReason, Transfer } from "@lingong/domain";
import { sql } from "kysely";
import type { Database } from "../database.ts";
import { type Page, type PageRequest, pageOf } from "../page.ts";

/** The balance of any account, by name; 0 when it has never been used. Platform accounts are added up from transfers. */
export async function findBalance(db: Database, name: AccountName): Promise<Fen> {
  return (await findBalances(db, [name])).get(name) ?? 0;
}

/** Balances of many accounts; those never used are left out. */
export async function findBalances(db: Database, names: readonly AccountName[]): Promise<Map<AccountName, Fen>> {
  if (names.length === 0) return new Map();
  const { rows } = await sql<{ name: AccountName; fen: number }>`
    select a.name, coalesce(b.fen, account_sum(a.id)) as fen
    from accounts a left join balances b on b.account_id = a.id where a.name = any (${[...names]}::text[])`.execute(db);
  return new Map(rows.map(({ name, fen }) => [name, fen]));
}

/** One line of the trial balance: a platform account, or all escrows or wallets together. */
export interface TrialBalanceRow {
  readonly account: string;
  readonly kind: string;
  readonly fen: Fen;
  readonly accounts: number;
}

export interface TrialBalance {
  readonly rows: readonly TrialBalanceRow[];
  /** Always 0: what leaves one account arrives at another. */
  readonly sum: Fen;
  readonly entries: number;
  readonly transfers: number;
}

/** The trial balance, computed from transfers in one snapshot of the database. */
export async function findTrialBalance(db: Database): Promise<TrialBalance> {
  const { rows } = await sql<{ account: string; kind: string; fen: number; accounts: number; entries: number; transfers: number }>`
    with sums as (
      select account, sum(fen)::bigint as fen from (
        select from_id as account, -sum(fen) as fen from transfers group by from_id
        union all select to_id, sum(fen) from transfers group by to_id
      ) as moves group by account
    ), named as (
      select split_part(a.name, ':', 1) as kind, case when a.id >= 1000 then split_part(a.name, ':', 1) else a.name end as account, s.fen
      from sums s join accounts a on a.id = s.account
    )
    select account, kind, sum(fen)::bigint as fen, count(*) as accounts, (select count(*) from journal_entries) as entries,
      (select count(*) from transfers) as transfers
    from named group by account, kind order by kind, account`.execute(db);
  return {
    rows: rows.map(({ account, kind, fen, accounts }) => ({ account, kind, fen, accounts })),
    sum: rows.reduce((total, { fen }) => total + fen, 0),
    entries: rows[0]?.entries ?? 0,
    transfers: rows[0]?.transfers ?? 0,
  };
}

/** A posted entry, as the journal shows it. */
export interface PostedEntry {
  readonly id: number;
  readonly at: number;
  readonly key: string;
  readonly reason: JournalReason;
  readonly orderId: string | null;
  readonly transfers: readonly Transfer[];
}

interface EntryRow {
  readonly id: number;
  readonly at: number;
  readonly key: string;
  readonly reason: string;
  readonly order_id: string | null;
}

async function withTransfers(db: Database, entries: readonly EntryRow[]): Promise<PostedEntry[]> {
  if (entries.length === 0) return [];
  const rows = await db
    .selectFrom("transfers")
    .innerJoin("accounts as payer", "payer.id", "transfers.from_id")
    .innerJoin("accounts as payee", "payee.id", "transfers.to_id")
    .select(["transfers.entry_id", "payer.name as from", "payee.name as to", "transfers.fen"])
    .where(
      "transfers.entry_id",
      "in",
      entries.map(({ id }) => id),
    )
    .orderBy("transfers.entry_id")
    .orderBy("transfers.line")
    .execute();
  return entries.map(({ id, at, key, reason, order_id }) => ({
    id,
    at,
    key,
    reason: reason as JournalReason,
    orderId: order_id,
    transfers: rows.filter(({ entry_id }) => entry_id === id).map(({ from, to, fen }) => ({ from: from as AccountName, to: to as AccountName, fen })),
  }));
}

export interface JournalRequest extends PageRequest {
  readonly account?: string;
  readonly orderId?: string;
  readonly reason?: string;
  readonly from?: number;
  readonly to?: number;
}

/** The journal, newest first. */
export async function listJournal(db: Database, wanted: JournalRequest): Promise<Page<PostedEntry>> {
  let query = db.selectFrom("journal_entries").select(["id", "at", "key", "reason", "order_id"]);
  if (wanted.cursor) query = query.where("id", "<", Number(wanted.cursor));
  if (wanted.orderId !== undefined) query = query.where("order_id", "=", wanted.orderId);
  if (wanted.reason !== undefined) query = query.where("reason", "=", wanted.reason);
  if (wanted.from !== undefined) query = query.where("at", ">=", wanted.from);
  if (wanted.to !== undefined) query = query.where("at", "<", wanted.to);
  const { account } = wanted;
  if (account !== undefined) {
    query = query.where(
      sql<boolean>`exists (select from transfers t join accounts a on a.id in (t.from_id, t.to_id) where t.entry_id = journal_entries.id and a.name = ${account})`,
    );
  }
  const rows = await query
    .orderBy("id", "desc")
    .limit(wanted.limit + 1)
    .execute();
  const page = pageOf(rows, wanted.limit, { toItem: (row) => row, cursorOf: ({ id }) => String(id) });
  return { items: await withTransfers(db, page.items), nextCursor: page.nextCursor };
}

/** Everything posted for an order, first entry first. */
export async function listForOrder(db: Database, orderId: string): Promise<PostedEntry[]> {
  const rows = await db
    .selectFrom("journal_entries")
    .select(["id", "at", "key", "reason", "order_id"])
    .where("order_id", "=", orderId)
    .orderBy("id")
    .execute();
  return withTransfers(db, rows);
}

/** Money moved for reasons in a span of time, by reason: what came in today, what was settled. */
export async function sumByReason(
  db: Database,
  span: { from: number; to: number },
): Promise<Map<string, { readonly fen: Fen; readonly entries: number }>> {
  const rows = await db
    .selectFrom("journal_entries")
    .innerJoin("transfers", "transfers.entry_id", "journal_entries.id")
    .select([
      "journal_entries.reason",
      sql<number>`sum(transfers.fen)::bigint`.as("fen"),
      sql<number>`count(distinct journal_entries.id)`.as("entries"),
    ])
    .where("journal_entries.at", ">=", span.from)
    .where("journal_entries.at", "<", span.to)
    .groupBy("journal_entries.reason")
    .execute();
  return new Map(rows.map(({ reason, fen, entries }) => [reason, { fen, entries }]));
}

/** What reached an account of a kind (or left it) in a span of time: captured today, paid out today. */
export async function sumMoved(
  db: Database,
  wanted: { kind: "gateway" | "escrow" | "worker" | "payout" | "commission"; direction: "from" | "to"; from: number; to: number },
): Promise<Fen> {
  const side = wanted.direction === "from" ? "transfers.from_id" : "transfers.to_id";
  const row = await db
    .selectFrom("journal_entries")
    .innerJoin("transfers", "transfers.entry_id", "journal_entries.id")
    .innerJoin("accounts", "accounts.id", side)
    .select(sql<number>`coalesce(sum(transfers.fen), 0)::bigint`.as("fen"))
    .where("journal_entries.at", ">=", wanted.from)
    .where("journal_entries.at", "<", wanted.to)
    .where(sql<string>`split_part(accounts.name, ':', 1)`, "=", wanted.kind)
    .executeTakeFirstOrThrow();
  return row.fen;
}
