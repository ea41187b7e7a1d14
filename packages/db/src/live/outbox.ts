import type { Database, Transaction } from "../database.ts";
import type { Hint } from "../orders/save-order-input.ts";
import { run, type Statement } from "../statement.ts";
import { inTransaction } from "../transaction.ts";

/** A hint with its place in the feed: positions have no gaps, over all servers and restarts. */
export interface FeedRow extends Hint {
  readonly position: number;
  readonly at: number;
}

interface Row {
  readonly position: number;
  readonly at: number;
  readonly rooms: string[];
  readonly kind: string;
  readonly subject_id: string;
  readonly version: number | null;
  readonly data: Record<string, unknown> | null;
}

export function toFeedRow(row: Row): FeedRow {
  return { position: row.position, at: row.at, rooms: row.rooms, kind: row.kind, subjectId: row.subject_id, version: row.version, data: row.data };
}

const write: Statement<never> = {
  name: "outbox_write",
  text: `insert into outbox (at, rooms, kind, subject_id, version, data)
    select $1, t.rooms, t.kind, t."subjectId", t.version, t.data
    from jsonb_to_recordset($2::jsonb) as t (rooms text[], kind text, "subjectId" text, version integer, data jsonb)`,
};

/** Leaves hints for after the commit; call it last in a transaction. */
export async function leaveHints(db: Database, hints: readonly Hint[], now: number): Promise<void> {
  if (hints.length > 0) await run(db, write, [now, JSON.stringify(hints)]);
}

const drain: Statement<Row> = {
  name: "outbox_drain",
  text: "select position, at, rooms, kind, subject_id, version, data from drain_outbox($1)",
};

const stale: Statement<Row> = {
  name: "feed_unemitted",
  text: `
    select position, at, rooms, kind, subject_id, version, data from feed
    where position > (select emitted from relay) and drained_at < clock_timestamp() - make_interval(secs => $1::double precision / 1000)
    order by position limit $2`,
};

export interface DrainOptions {
  /** Rows at most. Default 1,000; when as many came there may be more. */
  readonly limit?: number;
  /** False: does not look for what a dead drainer left; enough to ask for now and then. Default true. */
  readonly lookBack?: boolean;
  /** Milliseconds after which what another drainer took and did not report as emitted is emitted again. Default 2,000. */
  readonly staleAfter?: number;
  /** Runs in the same transaction, with the rows just moved: jobs for the outside are added here. */
  readonly alongside?: (transaction: Transaction, rows: readonly FeedRow[]) => Promise<void>;
}

export interface Drained {
  /** What came from the outbox now. */
  readonly rows: readonly FeedRow[];
  /** What somebody drained before and, as it seems, died before emitting. */
  readonly again: readonly FeedRow[];
}

/**
 * Moves what is in the outbox to the feed, each row with the next position, under the lock of the one relay row: one
 * drainer at a time in all processes, so there are no gaps and nothing is read before what came before it.
 */
export function drainOutbox(db: Database, options: DrainOptions = {}): Promise<Drained> {
  const { limit = 1_000, staleAfter = 2_000, lookBack = true, alongside } = options;
  return inTransaction(db, async (transaction) => {
    const rows = (await run(transaction, drain, [limit])).map(toFeedRow);
    const fresh = rows[0]?.position ?? Number.POSITIVE_INFINITY;
    const left = lookBack ? await run(transaction, stale, [staleAfter, limit]) : [];
    const again = left.map(toFeedRow).filter(({ position }) => position < fresh);
    if (alongside !== undefined && rows.length > 0) await alongside(transaction, rows);
    return { rows, again };
  });
}

const advance: Statement<{ emitted: number }> = {
  name: "relay_advance",
  text: "update relay set emitted = $2 where emitted >= $1 and emitted < $2 and $2 <= position returning emitted",
};

/**
 * Notes that everything from `first` to `last` has been emitted. It counts only when all before `first` has been noted
 * too: else what a dead drainer left would be lost. Returns whether it counted.
 */
export async function markEmitted(db: Database, range: { readonly first: number; readonly last: number }): Promise<boolean> {
  return (await run(db, advance, [range.first - 1, range.last])).length > 0;
}

const waiting: Statement<{ count: number }> = { name: "outbox_waiting", text: "select count(*) as count from outbox" };

/** How many hints wait for a drainer: more than a moment's worth says that none runs. */
export async function countWaiting(db: Database): Promise<number> {
  return (await run(db, waiting, []))[0]?.count ?? 0;
}
