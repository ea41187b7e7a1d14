import type { Database } from "../database.ts";
import { read, type Statement } from "../statement.ts";
import { type FeedRow, toFeedRow } from "./outbox.ts";

type Row = Parameters<typeof toFeedRow>[0];

const since: Statement<Row> = {
  name: "feed_since",
  text: `select position, at, rooms, kind, subject_id, version, data from feed
    where position > $1 and position <= $1 + $2 and rooms && $3::text[] order by position`,
};

const ends: Statement<{ first: number | null; last: number }> = {
  name: "feed_ends",
  text: "select (select position from feed order by position limit 1) as first, position as last from relay",
};

/** The feed's end; `first` is the oldest position kept (null: the feed is empty). */
export async function findEnds(db: Database): Promise<{ readonly first: number | null; readonly last: number }> {
  return (await read(db, ends, []))[0] ?? { first: null, last: 0 };
}

export interface FeedPage {
  readonly rows: FeedRow[];
  /** Ask again from here. */
  readonly position: number;
  readonly more: boolean;
  /** The asked position is older than what is kept, or not of this feed: refetch everything. */
  readonly tooOld: boolean;
}

/** What concerns `rooms` after a position, looking at `span` positions at a time. */
export async function listSince(
  db: Database,
  wanted: { readonly position: number; readonly rooms: readonly string[]; readonly span: number },
): Promise<FeedPage> {
  const { first, last } = await findEnds(db);
  const forgotten = wanted.position < (first ?? last + 1) - 1;
  if (forgotten || wanted.position > last) return { rows: [], position: last, more: false, tooOld: true };
  const rows = await read(db, since, [wanted.position, wanted.span, wanted.rooms]);
  const position = Math.min(last, wanted.position + wanted.span);
  return { rows: rows.map(toFeedRow), position, more: position < last, tooOld: false };
}

/** Forgets what is older than an instant (never what has not been emitted). Returns how many rows. */
export async function prune(db: Database, before: number): Promise<number> {
  const answer = await db
    .deleteFrom("feed")
    .where("at", "<", before)
    .where("position", "<=", (eb) => eb.selectFrom("relay").select("emitted"))
    .executeTakeFirst();
  return Number(answer.numDeletedRows);
}
