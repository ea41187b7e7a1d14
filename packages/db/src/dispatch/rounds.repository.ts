import { sql } from "kysely";
import type { Database } from "../database.ts";
import { type Page, type PageRequest, pageOf } from "../page.ts";
import { packRecord, unpackRecord } from "./round-bytes.ts";

/** A round as it is listed. */
export interface Round {
  readonly id: number;
  readonly cityId: string;
  readonly at: number;
  readonly policyVersion: string;
  readonly policyHash: string;
  readonly orders: number;
  readonly workers: number;
  readonly offers: number;
  readonly receipts: number;
  readonly microseconds: number;
  /** Its inputs are still kept: it can be run again. */
  readonly recorded: boolean;
}

/** What a round was decided on, as text, and the fingerprint of its decisions in hex. */
export interface KeptRecord {
  readonly roundId: number;
  readonly cityId: string;
  readonly at: number;
  readonly text: string;
  readonly decisionsHash: string;
  readonly compressedBytes: number;
}

/** Keeps what a round was decided on. */
export async function saveRecord(db: Database, record: Omit<KeptRecord, "compressedBytes">): Promise<void> {
  const { bytes, hash } = await packRecord(record.text);
  await db
    .insertInto("round_records")
    .values({
      round_id: record.roundId,
      city_id: record.cityId,
      at: record.at,
      inputs: bytes,
      inputs_hash: hash,
      decisions_hash: Buffer.from(record.decisionsHash, "hex"),
    })
    .execute();
}

function rounds(db: Database) {
  return db
    .selectFrom("dispatch_rounds as r")
    .leftJoin("round_records as k", "k.round_id", "r.id")
    .select([
      "r.id",
      "r.city_id",
      "r.at",
      "r.policy_version",
      "r.policy_hash",
      "r.orders",
      "r.workers",
      "r.offers",
      "r.receipts",
      "r.microseconds",
      "k.round_id as recorded",
    ]);
}

type Row = Awaited<ReturnType<ReturnType<typeof rounds>["execute"]>>[number];

function toRound(row: Row): Round {
  return {
    id: row.id,
    cityId: row.city_id,
    at: row.at,
    policyVersion: row.policy_version,
    policyHash: row.policy_hash,
    orders: row.orders,
    workers: row.workers,
    offers: row.offers,
    receipts: row.receipts,
    microseconds: row.microseconds,
    recorded: row.recorded !== null,
  };
}

/** A city's rounds, the newest first. `withOffers`: only those that made one. */
export async function list(db: Database, wanted: PageRequest & { readonly cityId: string; readonly withOffers: boolean }): Promise<Page<Round>> {
  const rows = await rounds(db)
    .where("r.city_id", "=", wanted.cityId)
    .$if(wanted.withOffers, (query) => query.where("r.offers", ">", 0))
    .$if(Boolean(wanted.cursor), (query) => {
      const [at = "0", id = "0"] = (wanted.cursor ?? "").split(":");
      return query.where(({ eb, refTuple, tuple }) => eb(refTuple("r.at", "r.id"), "<", tuple(Number(at), Number(id))));
    })
    .orderBy("r.at", "desc")
    .orderBy("r.id", "desc")
    .limit(wanted.limit + 1)
    .execute();
  return pageOf(rows, wanted.limit, { toItem: toRound, cursorOf: ({ at, id }) => `${at}:${id}` });
}

export async function findById(db: Database, id: number): Promise<Round | null> {
  const row = await rounds(db).where("r.id", "=", id).executeTakeFirst();
  return row === undefined ? null : toRound(row);
}

/** Which recorded rounds: from (included) to (not), of one city or of all. */
export interface RecordRange {
  readonly from: number;
  readonly to: number;
  readonly cityId: string | null;
}

/** Recorded rounds in order of time, `atOnce` in memory at a time. @throws when a record was changed. */
export async function* readRecords(db: Database, { from, to, cityId }: RecordRange, atOnce = 20): AsyncGenerator<KeptRecord> {
  let after = { at: from, id: -1 };
  for (;;) {
    const rows = await db
      .selectFrom("round_records")
      .selectAll()
      .where(({ eb, refTuple, tuple }) => eb(refTuple("at", "round_id"), ">", tuple(after.at, after.id)))
      .where("at", "<", to)
      .$if(cityId !== null, (query) => query.where("city_id", "=", cityId ?? ""))
      .orderBy("at")
      .orderBy("round_id")
      .limit(atOnce)
      .execute();
    for (const row of rows) {
      yield {
        roundId: row.round_id,
        cityId: row.city_id,
        at: row.at,
        text: await unpackRecord(row.inputs, row.inputs_hash),
        decisionsHash: row.decisions_hash.toString("hex"),
        compressedBytes: row.inputs.length,
      };
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < atOnce) return;
    after = { at: last.at, id: last.round_id };
  }
}

/** How many rounds of a range are recorded, and since when. */
export async function countRecords(
  db: Database,
  { from, to, cityId }: RecordRange,
): Promise<{ readonly rounds: number; readonly since: number | null }> {
  const row = await db
    .selectFrom("round_records")
    .select(({ fn }) => [fn.countAll<number>().as("rounds"), fn.min("at").as("since")])
    .where("at", ">=", from)
    .where("at", "<", to)
    .$if(cityId !== null, (query) => query.where("city_id", "=", cityId ?? ""))
    .executeTakeFirstOrThrow();
  return { rounds: row.rounds, since: row.since };
}

/** From when on the latest `count` recorded rounds of a range were run; null: there are no more than that. */
export async function findStartOfLatest(db: Database, { from, to, cityId }: RecordRange, count: number): Promise<number | null> {
  const row = await db
    .selectFrom("round_records")
    .select("at")
    .where("at", ">=", from)
    .where("at", "<", to)
    .$if(cityId !== null, (query) => query.where("city_id", "=", cityId ?? ""))
    .orderBy("at", "desc")
    .orderBy("round_id", "desc")
    .offset(count - 1)
    .limit(2)
    .execute();
  return row.length === 2 ? (row[0]?.at ?? null) : null;
}

const prunedAtOnce = 5_000;

/** Forgets recorded inputs of rounds before an instant, some thousands at most. Answers how many. */
export async function pruneRecords(db: Database, before: number): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from round_records where round_id in (
      select round_id from round_records where at < ${before} order by at limit ${prunedAtOnce})`.execute(db);
  return Number(numAffectedRows ?? 0);
}

/** Forgets rounds before an instant with their receipts, some thousands at most. Answers how many rows went. */
export async function prune(db: Database, before: number): Promise<number> {
  const { numAffectedRows } = await sql`
    with old as (select id from dispatch_rounds where at < ${before} order by at limit ${prunedAtOnce}),
      gone as (delete from receipts where round_id between (select min(id) from old) and (select max(id) from old) and at < ${before} returning 1)
    delete from dispatch_rounds where id in (select id from old)`.execute(db);
  return Number(numAffectedRows ?? 0);
}
