import type { Fen } from "@lingong/domain";
import { sql } from "kysely";
import type { Database } from "../database.ts";
import { type Page, type PageRequest, pageOf } from "../page.ts";
import { walletOf } from "./wallet-name.ts";

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
  /** What else moved in the same entry: the platform's share, what went back to the customer, the withdrawal's fee. */
  readonly commissionFen: Fen;
  readonly refundFen: Fen;
  readonly feeFen: Fen;
}

interface StatementRow {
  readonly entry_id: number;
  readonly at: number;
  readonly reason: string;
  readonly key: string;
  readonly order_id: string | null;
  readonly fen: number;
  readonly balance: number;
  readonly commission: number;
  readonly refund: number;
  readonly fee: number;
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
    ), page as materialized (
      select l.entry_id, e.at, e.reason, e.key, e.order_id, l.fen, l.balance from lines l join journal_entries e on e.id = l.entry_id
      where l.entry_id < ${Number(wanted.cursor ?? Number.MAX_SAFE_INTEGER)} and e.at >= ${wanted.from ?? 0} and e.at < ${wanted.to ?? Number.MAX_SAFE_INTEGER}
      order by l.entry_id desc limit ${wanted.limit + 1}
    )
    select page.*, beside.commission, beside.refund, beside.fee from page cross join lateral (
      select coalesce(sum(t.fen) filter (where payee.name = 'commission'), 0)::bigint as commission,
        coalesce(sum(t.fen) filter (where payee.name like 'gateway:%' and payer.name like 'escrow:%'), 0)::bigint as refund,
        coalesce(sum(t.fen) filter (where 'withdrawal_fee' in (payer.name, payee.name)), 0)::bigint as fee
      from transfers t join accounts payer on payer.id = t.from_id join accounts payee on payee.id = t.to_id where t.entry_id = page.entry_id
    ) as beside order by page.entry_id desc`.execute(db);
  return pageOf(rows, wanted.limit, {
    toItem: (row) => ({
      id: String(row.entry_id),
      at: row.at,
      reason: row.reason,
      key: row.key,
      orderId: row.order_id,
      fen: row.fen,
      balanceFen: row.balance,
      commissionFen: row.commission,
      refundFen: row.refund,
      feeFen: row.fee,
    }),
    cursorOf: ({ entry_id }) => String(entry_id),
  });
}

/** A wallet over a span of time: what it held before, and what moved, by the entries' reasons. */
export interface StatementSums {
  readonly openingFen: Fen;
  readonly byReason: readonly { readonly reason: string; readonly fen: Fen; readonly entries: number }[];
  /** When the wallet first moved; null: never yet. */
  readonly firstAt: number | null;
}

/** Adds up a wallet's moves before and within a span of time. */
export async function sumStatement(db: Database, wanted: { workerId: string; from: number; to: number }): Promise<StatementSums> {
  const { rows } = await sql<{ reason: string; before: number; fen: number; entries: number; first_at: number }>`
    with wallet as (
      select id from accounts where name = ${walletOf(wanted.workerId)}
    ), moves as (
      select entry_id, fen from transfers where to_id = (select id from wallet)
      union all select entry_id, -fen from transfers where from_id = (select id from wallet)
    )
    select e.reason, coalesce(sum(m.fen) filter (where e.at < ${wanted.from}), 0)::bigint as before,
      coalesce(sum(m.fen) filter (where e.at >= ${wanted.from} and e.at < ${wanted.to}), 0)::bigint as fen,
      count(distinct e.id) filter (where e.at >= ${wanted.from} and e.at < ${wanted.to}) as entries, min(e.at) as first_at
    from moves m join journal_entries e on e.id = m.entry_id group by e.reason`.execute(db);
  return {
    openingFen: rows.reduce((total, { before }) => total + before, 0),
    byReason: rows.filter(({ entries }) => entries > 0).map(({ reason, fen, entries }) => ({ reason, fen, entries })),
    firstAt: rows.length === 0 ? null : Math.min(...rows.map(({ first_at }) => first_at)),
  };
}

/** What one order brought a worker in a span of time, and what the platform took in the same entries. */
export interface EarnedRow {
  readonly orderId: string;
  readonly at: number;
  readonly fen: Fen;
  readonly commissionFen: Fen;
  /** Why, in the order it came: `settlement`, `tip`… */
  readonly parts: readonly { readonly reason: string; readonly fen: Fen }[];
}

/** What a worker earned per order in a span of time: money from escrows, by order, newest first. */
export async function listEarned(db: Database, wanted: { workerId: string; from: number; to: number }): Promise<EarnedRow[]> {
  const { rows } = await sql<{ order_id: string; reason: string; at: number; fen: number; commission: number }>`
    with wallet as (
      select id from accounts where name = ${walletOf(wanted.workerId)}
    ), earned as (
      select e.id, e.order_id, e.reason, e.at, sum(t.fen)::bigint as fen
      from transfers t join journal_entries e on e.id = t.entry_id
      where t.to_id = (select id from wallet) and e.order_id is not null and e.at >= ${wanted.from} and e.at < ${wanted.to}
      group by e.id
    )
    select earned.order_id, earned.reason, earned.at, earned.fen, coalesce((
      select sum(t.fen) from transfers t join accounts payee on payee.id = t.to_id where t.entry_id = earned.id and payee.name = 'commission'
    ), 0)::bigint as commission
    from earned order by earned.id`.execute(db);
  const byOrder = new Map<string, EarnedRow>();
  for (const { order_id: orderId, reason, at, fen, commission } of rows) {
    const so = byOrder.get(orderId) ?? { orderId, at, fen: 0, commissionFen: 0, parts: [] };
    byOrder.set(orderId, { orderId, at, fen: so.fen + fen, commissionFen: so.commissionFen + commission, parts: [...so.parts, { reason, fen }] });
  }
  return [...byOrder.values()].sort((one, other) => other.at - one.at);
}
