import type { Order, Position } from "@lingong/domain";
import type { Database } from "../database.ts";
import { type Page, type PageRequest, pageOf } from "../page.ts";
import { run, type Statement } from "../statement.ts";
import type { ReceiptRow } from "./commit-offers.ts";

/** An order that waits for a worker, with what dispatch needs beside the order itself. */
export interface WaitingOrder {
  readonly order: Order;
  readonly since: number;
  readonly wave: number;
  readonly waveSince: number;
  readonly exactPosition: Position | null;
  readonly openOffers: number;
  /** Offers made in this wave so far. */
  readonly askedInWave: number;
  /** Workers asked in this round. */
  readonly askedWorkerIds: readonly string[];
}

interface Row {
  readonly body: unknown;
  readonly since: number;
  readonly wave: number;
  readonly wave_since: number;
  readonly lat: number | null;
  readonly lng: number | null;
  readonly open_offers: number;
  readonly asked_in_wave: number;
  readonly asked: string[] | null;
}

const select = `
  select o.body, m.since, m.wave, m.wave_since, p.lat, p.lng, coalesce(f.open_offers, 0) as open_offers, coalesce(f.asked_in_wave, 0) as asked_in_wave, f.asked
  from matching m join orders o on o.id = m.order_id left join order_places p on p.order_id = m.order_id
  left join lateral (
    select count(*) filter (where f.state = 'open') as open_offers, count(*) filter (where f.wave = m.wave and f.kind = 'wave') as asked_in_wave,
      array_agg(f.worker_id::text) as asked
    from offers f where f.order_id = m.order_id and f.round = m.round and f.kind <> 'hall'
  ) f on true`;

const ofCity: Statement<Row> = { name: "matching_of_city", text: `${select} where m.city_id = $1 order by m.since, m.order_id` };
const byIds: Statement<Row> = { name: "matching_by_ids", text: `${select} where m.order_id = any ($1::uuid[]) order by m.since, m.order_id` };

function toWaiting(row: Row): WaitingOrder {
  return {
    order: row.body as Order,
    since: row.since,
    wave: row.wave,
    waveSince: row.wave_since,
    exactPosition: row.lat === null || row.lng === null ? null : { lat: row.lat, lng: row.lng },
    openOffers: row.open_offers,
    askedInWave: row.asked_in_wave,
    askedWorkerIds: row.asked ?? [],
  };
}

/** Every order of a city that waits for a worker, the longest waiting first. */
export async function listWaiting(db: Database, cityId: string): Promise<WaitingOrder[]> {
  return (await run(db, ofCity, [cityId])).map(toWaiting);
}

/** Of these orders, those that wait for a worker. */
export async function findWaiting(db: Database, orderIds: readonly string[]): Promise<WaitingOrder[]> {
  return (await run(db, byIds, [orderIds])).map(toWaiting);
}

/** Cities in which an order waits. */
export async function listCities(db: Database): Promise<string[]> {
  const rows = await db.selectFrom("matching").select("city_id").distinct().execute();
  return rows.map(({ city_id }) => city_id);
}

/** Orders any eligible worker may take or quote for: those waiting in the hall (wave 3), and those open to quotes. */
export async function listHall(
  db: Database,
  filter: { cityId: string; fromWave: number },
): Promise<{ order: Order; since: number; exactPosition: Position | null }[]> {
  const rows = await db
    .selectFrom("orders")
    .leftJoin("matching", "matching.order_id", "orders.id")
    .leftJoin("order_places", "order_places.order_id", "orders.id")
    .select(["orders.body", "orders.since", "order_places.lat", "order_places.lng"])
    .where("orders.city_id", "=", filter.cityId)
    .where("orders.ended_at", "is", null)
    .where(({ or, and, eb }) =>
      or([eb("orders.state", "=", "quoting"), and([eb("orders.state", "=", "matching"), eb("matching.wave", ">=", filter.fromWave)])]),
    )
    .orderBy("orders.since")
    .execute();
  return rows.map(({ body, since, lat, lng }) => ({
    order: body as unknown as Order,
    since,
    exactPosition: lat === null || lng === null ? null : { lat, lng },
  }));
}

/** A kept receipt. */
export interface Receipt extends ReceiptRow {
  readonly roundId: number;
  readonly at: number;
  readonly policyVersion: string;
}

function receipts(db: Database) {
  return db
    .selectFrom("receipts")
    .innerJoin("dispatch_rounds", "dispatch_rounds.id", "receipts.round_id")
    .select([
      "receipts.order_id",
      "receipts.worker_id",
      "receipts.round_id",
      "receipts.at",
      "receipts.result",
      "receipts.code",
      "receipts.score",
      "receipts.rank",
      "receipts.parts",
      "receipts.detail",
      "dispatch_rounds.policy_version",
    ]);
}

type KeptReceipt = Awaited<ReturnType<ReturnType<typeof receipts>["execute"]>>[number];

function toReceipt(row: KeptReceipt): Receipt {
  return {
    orderId: row.order_id,
    workerId: row.worker_id,
    roundId: row.round_id,
    at: row.at,
    result: row.result as Receipt["result"],
    code: row.code,
    score: row.score,
    rank: row.rank,
    parts: row.parts,
    detail: row.detail as Record<string, unknown> | null,
    policyVersion: row.policy_version,
  };
}

/** Every receipt of an order, by round and rank. */
export async function listReceiptsForOrder(db: Database, orderId: string): Promise<Receipt[]> {
  const rows = await receipts(db).where("receipts.order_id", "=", orderId).orderBy("receipts.round_id").orderBy("receipts.rank").execute();
  return rows.map(toReceipt);
}

/** A worker's receipts, newest first. */
export async function listReceiptsForWorker(db: Database, wanted: PageRequest & { workerId: string }): Promise<Page<Receipt>> {
  const rows = await receipts(db)
    .where("receipts.worker_id", "=", wanted.workerId)
    .$if(Boolean(wanted.cursor), (query) => {
      const [round = "0", order = ""] = (wanted.cursor ?? "").split(":");
      return query.where(({ eb, refTuple, tuple }) => eb(refTuple("receipts.round_id", "receipts.order_id"), "<", tuple(Number(round), order)));
    })
    .orderBy("receipts.round_id", "desc")
    .orderBy("receipts.order_id", "desc")
    .limit(wanted.limit + 1)
    .execute();
  return pageOf(rows, wanted.limit, { toItem: toReceipt, cursorOf: ({ round_id, order_id }) => `${round_id}:${order_id}` });
}

/** The receipt of one worker and order in the latest round that asked. */
export async function findReceipt(db: Database, which: { orderId: string; workerId: string }): Promise<Receipt | null> {
  const row = await receipts(db)
    .where("receipts.order_id", "=", which.orderId)
    .where("receipts.worker_id", "=", which.workerId)
    .orderBy("receipts.round_id", "desc")
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : toReceipt(row);
}
