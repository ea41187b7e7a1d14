import { type RawBuilder, sql } from "kysely";
import type { Database } from "../database.ts";

/**
 * How ledger and statement differ, each seen from the one that has more:
 * `not_in_ledger` the provider moved money that we never booked · `extra_capture` it captured a payment a second time,
 * unbooked · `unknown_reference` it names nothing of ours · `amount_differs` · `not_settled` it has done what we still
 * wait for · `not_in_statement` we booked what it does not list · `failed_at_provider` our books moved, the provider refused.
 */
export type DifferenceKind =
  | "not_in_ledger"
  | "extra_capture"
  | "unknown_reference"
  | "amount_differs"
  | "not_settled"
  | "not_in_statement"
  | "failed_at_provider";

export interface Difference {
  readonly kind: DifferenceKind;
  readonly what: "capture" | "refund" | "payout";
  readonly reference: string;
  readonly objectId: string | null;
  /** Amounts without sign; null: that side has none. */
  readonly statementFen: number | null;
  readonly ledgerFen: number | null;
  readonly orderId: string | null;
  readonly withdrawalId: string | null;
  readonly at: number;
}

export interface DayTotals {
  readonly captures: Sides;
  readonly refunds: Sides;
  readonly payouts: Sides;
}
interface Sides {
  readonly statementFen: number;
  readonly ledgerFen: number;
}

export interface Comparison {
  readonly lines: number;
  readonly matched: number;
  readonly differing: number;
  readonly totals: DayTotals;
  /** The first five hundred. */
  readonly differences: readonly Difference[];
}

/** Which day is compared: the provider's own, and ours from and to an instant. */
export interface ComparedDay {
  readonly provider: string;
  readonly day: string;
  readonly from: number;
  readonly to: number;
}

const MOST = 500;

/** A ledger entry of the order moved this amount between the gateway and the order. */
const inLedger = (orderId: string, fen: string, side: "from_id" | "to_id"): RawBuilder<boolean> =>
  sql<boolean>`exists (select from journal_entries e join transfers t on t.entry_id = e.id join accounts a on a.id = t.${sql.ref(side)}
    where e.order_id = ${sql.ref(orderId)} and a.name = 'gateway:' || l.provider and t.fen = ${sql.ref(fen)})`;

/** Each line of the provider's day beside what we have of it: our amount is null where the ledger has no such transfer. */
const judgedLines = ({ provider, day }: ComparedDay): RawBuilder<unknown> => sql`
  select l.*, named.order_id as named_order, named.capture_id as named_capture, coalesce(p.order_id, i.order_id) as order_id, i.withdrawal_id, i.state as intent_state,
    case when l.kind = 'capture' then case when p.id is not null and ${inLedger("p.order_id", "p.fen", "from_id")} then p.fen end
         when l.kind = 'refund' then case when i.key is not null and ${inLedger("i.order_id", "i.fen", "to_id")} then i.fen end
         else i.fen end as ours
  from statement_lines l
  left join payments named on l.kind = 'capture' and named.id = l.reference
  left join payments p on l.kind = 'capture' and p.state = 'captured'
    and p.id = case when named.capture_id = l.object_id then named.id else l.row_id end and p.capture_id = l.object_id
  left join intents i on l.kind <> 'capture' and i.key = l.reference and i.kind = l.kind
  where l.provider = ${provider} and l.day = ${day}`;

/** Why a line is no match; null: it is one. */
const verdict = sql<DifferenceKind | null>`case
  when ours is null and kind = 'capture' and named_order is null then 'unknown_reference'
  when ours is null and kind = 'capture' and named_capture is not null then 'extra_capture'
  when ours is null and kind <> 'capture' and intent_state is null then 'unknown_reference'
  when ours is null then 'not_in_ledger'
  when abs(fen) <> ours then 'amount_differs'
  when kind = 'refund' and intent_state <> 'succeeded' then 'not_settled'
  when kind = 'payout' and not exists (select from journal_entries e where e.key = 'withdrawal:' || withdrawal_id || ':paid') then 'not_settled'
  end`;

interface DifferenceRow {
  readonly kind: DifferenceKind;
  readonly what: Difference["what"];
  readonly reference: string;
  readonly object_id: string | null;
  readonly statement_fen: number | null;
  readonly ledger_fen: number | null;
  readonly order_id: string | null;
  readonly withdrawal_id: string | null;
  readonly at: number;
  readonly total: number;
}

async function wrongLines(db: Database, compared: ComparedDay): Promise<readonly DifferenceRow[]> {
  const { rows } = await sql<DifferenceRow>`
    with judged as (${judgedLines(compared)}), differing as (select *, ${verdict} as verdict from judged)
    select verdict as kind, kind as what, reference, object_id, abs(fen) as statement_fen, ours as ledger_fen,
      coalesce(order_id, named_order) as order_id, withdrawal_id, at, count(*) over () as total
    from differing where verdict is not null order by at, line_id limit ${MOST}`.execute(db);
  return rows;
}

/** What we booked on our day, and no statement that was read knows of; and what the provider refused to do. */
async function unlistedBookings(db: Database, { provider, from, to }: ComparedDay): Promise<readonly DifferenceRow[]> {
  const { rows } = await sql<DifferenceRow>`
    with ours as (
      select 'not_in_statement' as kind, 'capture' as what, p.id as reference, p.capture_id as object_id, p.fen, p.order_id, null::uuid as withdrawal_id, p.captured_at as at
      from payments p where p.provider = ${provider} and p.state = 'captured' and p.captured_at >= ${from} and p.captured_at < ${to}
        and not exists (select from statement_lines l where l.provider = ${provider} and l.kind = 'capture' and l.object_id = p.capture_id)
      union all
      select case when i.state = 'failed' then 'failed_at_provider' else 'not_in_statement' end, 'refund', i.key, i.provider_reference, i.fen, i.order_id, null, i.created_at
      from intents i where i.kind = 'refund' and i.provider = ${provider} and i.state in ('succeeded', 'failed') and i.created_at >= ${from} and i.created_at < ${to}
        and not exists (select from statement_lines l where l.provider = ${provider} and l.kind = 'refund' and l.reference = i.key)
      union all
      select 'not_in_statement', 'payout', i.key, i.provider_reference, i.fen, null, i.withdrawal_id, e.at
      from journal_entries e join intents i on e.key = 'withdrawal:' || i.withdrawal_id || ':paid'
      where e.reason = 'withdrawal_paid' and i.provider = ${provider} and e.at >= ${from} and e.at < ${to}
        and not exists (select from statement_lines l where l.provider = ${provider} and l.kind = 'payout' and l.reference = i.key)
    )
    select kind, what, reference, object_id, null::bigint as statement_fen, fen as ledger_fen, order_id, withdrawal_id, at, count(*) over () as total
    from ours order by at, reference limit ${MOST}`.execute(db);
  return rows;
}

async function totalsOf(db: Database, { provider, day, from, to }: ComparedDay): Promise<{ lines: number; totals: DayTotals }> {
  const statement = await sql<{ kind: string; lines: number; fen: number }>`
    select kind, count(*) as lines, abs(sum(fen))::bigint as fen from statement_lines where provider = ${provider} and day = ${day} group by kind`.execute(
    db,
  );
  const ledger = await sql<{ kind: string; fen: number }>`
    select case when g.id = t.from_id then 'capture' when e.reason = 'withdrawal_paid' then 'payout' else 'refund' end as kind, sum(t.fen)::bigint as fen
    from accounts g join transfers t on g.id in (t.from_id, t.to_id) join journal_entries e on e.id = t.entry_id
    where g.name = ${`gateway:${provider}`} and e.at >= ${from} and e.at < ${to} group by 1`.execute(db);
  const sides = (kind: string): Sides => ({
    statementFen: statement.rows.find((row) => row.kind === kind)?.fen ?? 0,
    ledgerFen: ledger.rows.find((row) => row.kind === kind)?.fen ?? 0,
  });
  return {
    lines: statement.rows.reduce((total, { lines }) => total + lines, 0),
    totals: { captures: sides("capture"), refunds: sides("refund"), payouts: sides("payout") },
  };
}

function toDifference(row: DifferenceRow): Difference {
  const { kind, what, reference, object_id, statement_fen, ledger_fen, order_id, withdrawal_id, at } = row;
  return {
    kind,
    what,
    reference,
    objectId: object_id,
    statementFen: statement_fen,
    ledgerFen: ledger_fen,
    orderId: order_id,
    withdrawalId: withdrawal_id,
    at,
  };
}

/** Holds a provider's day, as its statement was read, against the ledger. Changes nothing. */
export async function compare(db: Database, compared: ComparedDay): Promise<Comparison> {
  const [wrong, unlisted, { lines, totals }] = [await wrongLines(db, compared), await unlistedBookings(db, compared), await totalsOf(db, compared)];
  const wrongCount = wrong[0]?.total ?? 0;
  return {
    lines,
    matched: lines - wrongCount,
    differing: wrongCount + (unlisted[0]?.total ?? 0),
    totals,
    differences: [...wrong, ...unlisted].slice(0, MOST).map(toDifference),
  };
}

/** One comparison of a day, as it was found. */
export interface Reconciliation extends Comparison {
  readonly provider: string;
  readonly day: string;
  readonly at: number;
  /** The admin who asked for it; null: the daily job. */
  readonly byId: string | null;
  /** The provider's day was over when it was read. */
  readonly complete: boolean;
}

export async function insert(db: Database, found: Reconciliation): Promise<void> {
  await db
    .insertInto("reconciliations")
    .values({
      provider: found.provider,
      day: found.day,
      at: found.at,
      by_id: found.byId,
      complete: found.complete,
      lines: found.lines,
      matched: found.matched,
      differing: found.differing,
      totals: JSON.stringify(found.totals),
      differences: JSON.stringify(found.differences),
    })
    .execute();
}

/** The latest comparison of each day, the newest day first. */
export async function listLatest(db: Database, wanted: { provider: string; limit: number }): Promise<Reconciliation[]> {
  const rows = await db
    .selectFrom("reconciliations")
    .selectAll()
    .distinctOn("day")
    .where("provider", "=", wanted.provider)
    .orderBy("day", "desc")
    .orderBy("id", "desc")
    .limit(wanted.limit)
    .execute();
  return rows.map((row) => ({
    provider: row.provider,
    day: row.day,
    at: row.at,
    byId: row.by_id,
    complete: row.complete,
    lines: row.lines,
    matched: row.matched,
    differing: row.differing,
    totals: row.totals as unknown as DayTotals,
    differences: row.differences as unknown as Difference[],
  }));
}
