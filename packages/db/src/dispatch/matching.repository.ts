import type { Order, Position, SearchStanding } from "@lingong/domain";
import type { Database } from "../database.ts";
import { run, type Statement } from "../statement.ts";

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
  /** The regular who alone is being asked now; null: nobody is. */
  readonly regularWorkerId: string | null;
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
  readonly regular: string | null;
}

const select = `
  select o.body, m.since, m.wave, m.wave_since, p.lat, p.lng, coalesce(f.open_offers, 0) as open_offers, coalesce(f.asked_in_wave, 0) as asked_in_wave, f.asked, f.regular
  from matching m join orders o on o.id = m.order_id left join order_places p on p.order_id = m.order_id
  left join lateral (
    select count(*) filter (where f.state = 'open') as open_offers, count(*) filter (where f.wave = m.wave and f.kind = 'wave') as asked_in_wave,
      array_agg(f.worker_id::text) as asked, min(f.worker_id::text) filter (where f.state = 'open' and f.kind = 'regular') as regular
    from offers f where f.order_id = m.order_id and f.round = m.round and f.kind <> 'hall'
  ) f on true`;

interface StandingRow {
  readonly order_id: string;
  readonly wave: number;
  readonly open_offers: number;
  readonly asked_in_wave: number;
  readonly asked_alone: boolean;
}

const standings: Statement<StandingRow> = {
  name: "matching_standings",
  text: `
    select m.order_id, m.wave, count(*) filter (where f.state = 'open') as open_offers,
      count(*) filter (where f.wave = m.wave and f.kind = 'wave') as asked_in_wave,
      coalesce(bool_or(f.state = 'open' and f.kind <> 'wave'), false) as asked_alone
    from matching m left join offers f on f.order_id = m.order_id and f.round = m.round and f.kind <> 'hall'
    where m.city_id = $1 group by m.order_id, m.wave`,
};
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
    regularWorkerId: row.regular,
  };
}

/** How the search for each order of a city stands, without the orders themselves: most of them wait for an answer. */
export async function listStandings(db: Database, cityId: string): Promise<(SearchStanding & { readonly orderId: string })[]> {
  return (await run(db, standings, [cityId])).map(({ order_id, wave, open_offers, asked_in_wave, asked_alone }) => ({
    orderId: order_id,
    wave,
    openOffers: open_offers,
    askedInWave: asked_in_wave,
    askedAlone: asked_alone,
  }));
}

/** Of these orders, those that wait for a worker, the longest waiting first. */
export async function findWaiting(db: Database, orderIds: readonly string[]): Promise<WaitingOrder[]> {
  return orderIds.length === 0 ? [] : (await run(db, byIds, [orderIds])).map(toWaiting);
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
