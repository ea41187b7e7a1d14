import type { Database } from "../database.ts";
import type { Hint } from "../orders/save-order-input.ts";
import { run, type Statement } from "../statement.ts";

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

/**
 * Moves what is in the outbox to the feed, each row with the next position, under the lock of the one relay row: one
 * drainer at a time in all processes, so there are no gaps and nothing is read before what came before it. At most `limit`
 * rows: as many mean there may be more.
 */
export async function drainOutbox(db: Database, limit = 1_000): Promise<FeedRow[]> {
  return (await run(db, drain, [limit])).map(toFeedRow);
}

const stale: Statement<Row> = {
  name: "feed_unemitted",
  text: `
    select position, at, rooms, kind, subject_id, version, data from feed
    where position > (select emitted from relay) and drained_at < clock_timestamp() - make_interval(secs => $1::double precision / 1000)
    order by position limit $2`,
};

/** What somebody drained longer ago than `staleAfter` (milliseconds) without noting it as emitted: it seems they died before. */
export async function findUnemitted(db: Database, options: { readonly staleAfter?: number; readonly limit?: number } = {}): Promise<FeedRow[]> {
  const { staleAfter = 2_000, limit = 1_000 } = options;
  return (await run(db, stale, [staleAfter, limit])).map(toFeedRow);
}

// The commit need not reach the disk: what is noted too little is emitted again.
const advance: Statement<{ emitted: number }> = {
  name: "relay_advance",
  text: `
    with advanced as (update relay set emitted = $2 where emitted >= $1 and emitted < $2 and $2 <= position returning emitted)
    select emitted, set_config('synchronous_commit', 'off', true) from advanced`,
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
