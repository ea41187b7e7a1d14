import type { Hint } from "@lingong/contracts";
import type { FeedRow } from "@lingong/db";
import type { RoomHint } from "../live/sockets.ts";
import { startLoop, type WokenLoop } from "../loop/woken-loop.ts";
import type { Metrics } from "../operations/metrics.ts";

export interface RelayOptions {
  /** Moves what waits in the outbox to the feed. */
  readonly drain: () => Promise<readonly FeedRow[]>;
  /** What a drainer that died has moved and not noted as emitted. */
  readonly findUnemitted: () => Promise<readonly FeedRow[]>;
  /** Adds the jobs that rows ask for; those it has added before are the same jobs. */
  readonly addJobs: (rows: readonly FeedRow[]) => Promise<void>;
  readonly markEmitted: (range: { first: number; last: number }) => Promise<boolean>;
  /** Sends each hint to its rooms, on every server process. */
  readonly emit: (hints: readonly RoomHint[]) => void;
  /** Hears every row this process drains: sessions that ended, orders that were paid, … */
  readonly onRow: (row: FeedRow) => void;
  readonly metrics: Metrics;
  readonly onError: (error: unknown) => void;
}

/** Without a wake the outbox is looked at once a second: rows of other processes, and of those that died. */
const everyMs = 1_000;
/** As many as one drain takes: there may be more. */
const fullDrain = 1_000;

/** What a browser hears of a row: that something is at a version. The row's data stays on the server. */
export function hintOf({ position, rooms, kind, subjectId, version }: FeedRow): Hint {
  return { position, room: rooms[0] ?? "", kind, id: subjectId, version };
}

/**
 * Carries what was committed to those it concerns: outbox → feed → jobs and rooms. One drain runs and at most one waits. Rows
 * whose drainer died, or could not add their jobs, come again until they are noted as emitted: a crash loses neither a job
 * nor a hint (a job may be repeated, and clients recognise a repeat).
 */
export function startRelay(options: RelayOptions): WokenLoop {
  const carry = async (rows: readonly FeedRow[]) => {
    const [first, last] = [rows[0], rows.at(-1)];
    if (first === undefined || last === undefined) return;
    await options.addJobs(rows);
    // A row without rooms is for the machine alone; Socket.IO would send it to everybody.
    options.emit(rows.filter((row) => row.rooms.length > 0).map((row) => ({ rooms: row.rooms, hint: hintOf(row) })));
    rows.forEach(options.onRow);
    options.metrics.hintsEmitted.inc(rows.length);
    await options.markEmitted({ first: first.position, last: last.position });
  };
  let lookedBack = Number.NEGATIVE_INFINITY;
  const run = async () => {
    const from = performance.now();
    // Whoever died is missed once a second, not at every write.
    if (from - lookedBack >= everyMs) {
      lookedBack = from;
      await carry(await options.findUnemitted());
    }
    const rows = await options.drain();
    await carry(rows);
    if (rows.length > 0) options.metrics.relayDrain.observe((performance.now() - from) / 1_000);
    return rows.length >= fullDrain ? 0 : everyMs;
  };
  return startLoop({ run, everyMs, onError: options.onError });
}
