import { sql } from "kysely";
import type { Transaction } from "../database.ts";
import type { Findings } from "./findings.ts";

/** What the ledger alone shows, without looking at an order. */
export interface Books {
  readonly entries: number;
  readonly accounts: number;
  readonly sum: number;
  readonly negative: number;
  readonly mismatches: number;
  /** Fen held in escrows. */
  readonly escrowOpen: number;
}

interface AccountRow {
  readonly name: string;
  readonly computed: number;
  readonly kept: number | null;
  readonly keeps: boolean;
  /** An escrow whose order does not exist. */
  readonly stray: boolean;
}

/** Every account with its balance recomputed from transfers, a page at a time: PostgreSQL sums (on disk, if it must), a cursor hands out. */
async function* recomputedAccounts(transaction: Transaction, batch: number): AsyncGenerator<readonly AccountRow[]> {
  await sql`
    declare audit_accounts no scroll cursor for
    select a.name, coalesce(s.fen, 0)::bigint as computed, b.fen as kept, a.id >= 1000 as keeps, (a.name like 'escrow:%' and o.id is null) as stray
    from accounts a left join balances b on b.account_id = a.id left join (
      select account, sum(fen) as fen from (
        select to_id as account, fen from transfers union all select from_id, -fen from transfers
      ) as moves group by account
    ) as s on s.account = a.id
    left join orders o on a.name like 'escrow:%' and o.id::text = substr(a.name, 8)`.execute(transaction);
  for (;;) {
    const { rows } = await sql<AccountRow>`fetch ${sql.raw(String(Math.trunc(batch)))} from audit_accounts`.execute(transaction);
    if (rows.length === 0) break;
    yield rows;
  }
  await sql`close audit_accounts`.execute(transaction);
}

interface Strays {
  readonly entries: number;
  readonly empty: number;
  readonly orphans: number;
  readonly unknown: number;
  readonly impossible: number;
  readonly without_order: number;
}

/** I1 as stored: each entry has transfers, each transfer an entry, two known accounts and an amount above zero. */
async function countStrays(transaction: Transaction): Promise<Strays> {
  const { rows } = await sql<Strays>`
    select (select count(*) from journal_entries) as entries,
      (select count(*) from journal_entries e where not exists (select from transfers t where t.entry_id = e.id)) as empty,
      (select count(*) from transfers t where not exists (select from journal_entries e where e.id = t.entry_id)) as orphans,
      (select count(*) from transfers t where not exists (select from accounts a where a.id = t.from_id)
        or not exists (select from accounts a where a.id = t.to_id)) as unknown,
      (select count(*) from transfers where fen <= 0 or from_id = to_id) as impossible,
      (select count(*) from journal_entries e where order_id is not null and not exists (select from orders o where o.id = e.order_id)) as without_order`.execute(
    transaction,
  );
  return rows[0] ?? { entries: 0, empty: 0, orphans: 0, unknown: 0, impossible: 0, without_order: 0 };
}

function tellStrays({ empty, orphans, unknown, impossible, without_order }: Strays, findings: Findings): number {
  const words: readonly (readonly [number, string])[] = [
    [empty, "entries without transfers"],
    [orphans, "transfers without an entry"],
    [unknown, "transfers with an unknown account"],
    [impossible, "transfers of nothing, or from an account to itself"],
    [without_order, "entries of an order that does not exist"],
  ];
  for (const [count, what] of words) if (count > 0) findings.add(`${count} ${what}`);
  return words.reduce((total, [count]) => total + count, 0);
}

/** Recomputes every balance from transfers and checks what the ledger says of itself (I1, I2). */
export async function auditBooks(transaction: Transaction, batch: number, findings: Findings): Promise<Books> {
  const strays = await countStrays(transaction);
  let mismatches = tellStrays(strays, findings);
  let [accounts, sum, negative, escrowOpen] = [0, 0, 0, 0];
  for await (const page of recomputedAccounts(transaction, batch)) {
    accounts += page.length;
    for (const { name, computed, kept, keeps, stray } of page) {
      sum += computed;
      if (name.startsWith("escrow:")) escrowOpen += computed;
      if (keeps && computed < 0) {
        negative += 1;
        findings.add(`${name} is at ${computed} fen`);
      }
      if (keeps ? kept !== computed : kept !== null) {
        mismatches += 1;
        findings.add(`${name} keeps ${kept} fen, its transfers say ${computed}`);
      }
      if (stray) {
        mismatches += 1;
        findings.add(`${name} holds ${computed} fen of no order`);
      }
    }
  }
  return { entries: strays.entries, accounts, sum, negative, mismatches, escrowOpen };
}
