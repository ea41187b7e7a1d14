import type { AccountName, Fen } from "@lingong/domain";
import { sql } from "kysely";
import type { Database } from "../database.ts";
import { type Page, type PageRequest, pageOf } from "../page.ts";

export * from "./payout-accounts.repository.ts";
export * from "./withdrawals.repository.ts";

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
