import { sql } from "kysely";
import type { Transaction } from "../database.ts";
import type { Beside, JournalSums } from "./invariants.ts";

interface Move {
  readonly order_id: string;
  readonly other: string;
  readonly arrived: number;
  readonly left: number;
}

const noMoney: JournalSums = { capturedFen: 0, refundedFen: 0, releasedFen: 0, commissionFen: 0, strangeFen: 0 };

/** Adds what one kind of account gave to an escrow, and got from it. */
function add(sums: JournalSums, { other, arrived, left }: Move): JournalSums {
  switch (other) {
    case "gateway":
      return { ...sums, capturedFen: sums.capturedFen + arrived, refundedFen: sums.refundedFen + left };
    case "worker":
      return { ...sums, releasedFen: sums.releasedFen + left, strangeFen: sums.strangeFen - arrived };
    case "commission":
      return { ...sums, commissionFen: sums.commissionFen + left, strangeFen: sums.strangeFen - arrived };
    default:
      return { ...sums, strangeFen: sums.strangeFen + left - arrived };
  }
}

/** What moved into and out of the escrows of some orders, and their tips, which pass the escrow by. */
async function loadJournalSums(transaction: Transaction, ids: readonly string[]): Promise<Map<string, JournalSums>> {
  const names = ids.map((id) => `escrow:${id}`);
  const moved = await sql<Move>`
    with wanted as (select id, substr(name, 8)::uuid as order_id from accounts where name = any (${names}::text[])),
    moves as (
      select w.order_id, t.from_id as other_id, t.fen as arrived, 0::bigint as left from wanted w join transfers t on t.to_id = w.id
      union all select w.order_id, t.to_id, 0, t.fen from wanted w join transfers t on t.from_id = w.id
    )
    select m.order_id, split_part(coalesce(a.name, ''), ':', 1) as other, sum(m.arrived)::bigint as arrived, sum(m.left)::bigint as left
    from moves m left join accounts a on a.id = m.other_id group by 1, 2`.execute(transaction);
  const tips = await sql<{ order_id: string; fen: number }>`
    select e.order_id, sum(t.fen)::bigint as fen from journal_entries e join transfers t on t.entry_id = e.id
    where e.order_id = any (${[...ids]}::uuid[]) and e.reason = 'tip' group by e.order_id`.execute(transaction);
  const sums = new Map<string, JournalSums>();
  for (const move of moved.rows) sums.set(move.order_id, add(sums.get(move.order_id) ?? noMoney, move));
  for (const { order_id, fen } of tips.rows) {
    const before = sums.get(order_id) ?? noMoney;
    sums.set(order_id, { ...before, capturedFen: before.capturedFen + fen, releasedFen: before.releasedFen + fen });
  }
  return sums;
}

function grouped<Row extends { readonly order_id: string }, Item>(rows: readonly Row[], itemOf: (row: Row) => Item): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const row of rows) {
    const group = groups.get(row.order_id);
    if (group === undefined) groups.set(row.order_id, [itemOf(row)]);
    else group.push(itemOf(row));
  }
  return groups;
}

/** What the ledger and the tables beside some orders say of each. */
export async function loadBeside(transaction: Transaction, ids: readonly string[]): Promise<(id: string) => Beside> {
  const journal = await loadJournalSums(transaction, ids);
  const payments = await transaction
    .selectFrom("payments")
    .select(["order_id", "id", "fen", "state", "refunded_fen"])
    .where("order_id", "in", [...ids])
    .execute();
  const active = await transaction
    .selectFrom("assignments")
    .select(["order_id", "worker_id"])
    .where("order_id", "in", [...ids])
    .where("ended_at", "is", null)
    .execute();
  const paymentsOf = grouped(payments, ({ id, fen, state, refunded_fen }) => ({ id, fen, state, refundedFen: refunded_fen }));
  const workersOf = grouped(active, ({ worker_id }) => worker_id);
  return (id) => ({ journal: journal.get(id) ?? noMoney, payments: paymentsOf.get(id) ?? [], activeWorkers: workersOf.get(id) ?? [] });
}
