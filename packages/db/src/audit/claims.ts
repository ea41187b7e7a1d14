import { sql } from "kysely";
import type { Transaction } from "../database.ts";
import type { Findings } from "./findings.ts";

interface Strays {
  readonly unposted: number;
  readonly unclaimed: number;
  readonly above_cover: number;
}

/**
 * Claims against the ledger (§10): each paid one has its one entry of exactly what was approved, from the insurer, and no
 * entry is without its claim; on no assignment more was approved than its policy covers.
 */
async function countStrays(transaction: Transaction): Promise<Strays> {
  const { rows } = await sql<Strays>`
    with posted as (
      select e.key, e.order_id, sum(t.fen) filter (where f.name = 'insurer') as taken,
        sum(t.fen) filter (where g.name = 'compensation') - sum(t.fen) filter (where f.name = 'compensation') as left_over
      from journal_entries e join transfers t on t.entry_id = e.id join accounts f on f.id = t.from_id join accounts g on g.id = t.to_id
      where e.reason = 'claim' group by e.id, e.key, e.order_id
    ), covers as (
      select (p ->> 'assignmentId')::uuid as assignment_id, (p ->> 'coverFen')::bigint as cover_fen
      from orders o cross join lateral jsonb_array_elements(o.body -> 'insurance') p
      where o.id in (select order_id from claims where state in ('approved', 'paid'))
    ), granted as (
      select assignment_id, sum(approved_fen) as fen from claims where state in ('approved', 'paid') group by assignment_id
    )
    select
      (select count(*) from claims c left join posted p on p.key = 'claim:' || c.id || ':paid' and p.order_id = c.order_id
        where c.state = 'paid' and (p.taken is distinct from c.approved_fen or p.left_over <> 0)) as unposted,
      (select count(*) from posted p where not exists (select from claims c where c.state = 'paid' and p.key = 'claim:' || c.id || ':paid')) as unclaimed,
      (select count(*) from granted g left join covers v using (assignment_id) where v.cover_fen is null or g.fen > v.cover_fen) as above_cover`.execute(
    transaction,
  );
  return rows[0] ?? { unposted: 0, unclaimed: 0, above_cover: 0 };
}

/** Checks every claim against the ledger and its cover. @returns how many differ. */
export async function auditClaims(transaction: Transaction, findings: Findings): Promise<number> {
  const strays = await countStrays(transaction);
  const words: readonly (readonly [number, string])[] = [
    [strays.unposted, "claims were paid otherwise than approved"],
    [strays.unclaimed, "claim entries without a paid claim"],
    [strays.above_cover, "assignments with more approved than their cover"],
  ];
  for (const [count, what] of words) if (count > 0) findings.add(`${count} ${what}`);
  return words.reduce((total, [count]) => total + count, 0);
}
