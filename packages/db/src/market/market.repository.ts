import type { Position } from "@lingong/domain";
import { sql } from "kysely";
import type { Database } from "../database.ts";

/** Verified workers of a city who are online, offer a category and have no running order, by category. */
export async function countAvailable(db: Database, cityId: string, now: number): Promise<Map<string, number>> {
  const { rows } = await sql<{ category_id: string; workers: number }>`
    select q.category_id, count(*) as workers
    from workers w join qualifications q on q.worker_id = w.id
    where w.city_id = ${cityId} and w.online and w.verified and (w.paused_until is null or w.paused_until <= ${now})
      and not exists (select from orders o where o.worker_id = w.id and o.ended_at is null and o.state in ('en_route', 'arrived', 'in_service', 'paused'))
    group by q.category_id`.execute(db);
  return new Map(rows.map(({ category_id, workers }) => [category_id, workers]));
}

/** An open offer, as a round needs to see it: who looks at one is not shown a second of its kind. */
export async function listOpenOffers(db: Database, cityId: string): Promise<{ workerId: string; live: boolean; exclusive: boolean }[]> {
  const rows = await db
    .selectFrom("offers")
    .select(["worker_id", "live", "kind"])
    .where("city_id", "=", cityId)
    .where("state", "=", "open")
    .execute();
  return rows.map(({ worker_id, live, kind }) => ({ workerId: worker_id, live, exclusive: kind === "direct" || kind === "regular" }));
}

/** Accepted orders since an instant: how long each waited from its payment, and what it asked for. */
export async function listTimesToAccept(
  db: Database,
  filter: { cityId?: string; categoryId?: string; since: number },
): Promise<{ categoryId: string; acceptedAt: number; waited: number; scope: unknown; photos: number }[]> {
  const { rows } = await sql<{ category_id: string; accepted_at: number; paid_at: number; scope: unknown; photos: number }>`
    select distinct on (a.order_id) o.category_id, a.accepted_at, (o.body #>> '{matching,paidAt}')::bigint as paid_at,
      o.body #> '{terms,scope}' as scope, jsonb_array_length(o.body #> '{terms,photoIds}') as photos
    from assignments a join orders o on o.id = a.order_id
    where a.accepted_at >= ${filter.since} and (${filter.cityId ?? null}::text is null or a.city_id = ${filter.cityId ?? null})
      and (${filter.categoryId ?? null}::text is null or o.category_id = ${filter.categoryId ?? null})
      and o.body #>> '{matching,paidAt}' is not null
    order by a.order_id, a.accepted_at`.execute(db);
  return rows.map((row) => ({
    categoryId: row.category_id,
    acceptedAt: row.accepted_at,
    waited: Math.max(0, row.accepted_at - row.paid_at),
    scope: row.scope,
    photos: row.photos,
  }));
}

/** Paid orders since an instant within a radius of a place (a box first, the great circle after). */
export async function countNear(db: Database, wanted: { position: Position; radiusKm: number; since: number }): Promise<number> {
  const { position, radiusKm, since } = wanted;
  const latitude = radiusKm / 111.2;
  const longitude = latitude / Math.max(0.05, Math.cos((position.lat * Math.PI) / 180));
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from order_places p join orders o on o.id = p.order_id
    where o.created_at >= ${since} and o.state not in ('draft', 'quoting', 'awaiting_payment')
      and p.lat between ${position.lat - latitude} and ${position.lat + latitude}
      and p.lng between ${position.lng - longitude} and ${position.lng + longitude}
      and acos(least(1, sin(radians(p.lat)) * sin(radians(${position.lat})) + cos(radians(p.lat)) * cos(radians(${position.lat})) * cos(radians(p.lng - ${position.lng})))) * 6371.0088 <= ${radiusKm}`.execute(
    db,
  );
  return rows[0]?.count ?? 0;
}

/** A paid order as demand counts it: where it is, and when it begins. */
export interface WantedWork {
  readonly position: Position;
  readonly at: number;
}

/** On-site work paid for in a city since an instant; places that were erased are gone. At most `limit`, the newest. */
export async function listWantedWork(db: Database, wanted: { cityId: string; since: number; limit: number }): Promise<WantedWork[]> {
  const { rows } = await sql<{ lat: number; lng: number; at: number }>`
    select p.lat, p.lng, coalesce(o.starts_at, o.created_at) as at
    from orders o join order_places p on p.order_id = o.id
    where o.city_id = ${wanted.cityId} and o.created_at >= ${wanted.since} and p.lat is not null and o.body #>> '{matching,paidAt}' is not null
    order by o.created_at desc limit ${wanted.limit}`.execute(db);
  return rows.map(({ lat, lng, at }) => ({ position: { lat, lng }, at }));
}

/** Verified workers of a city whose name or introduction holds a text, best known first. */
export async function searchWorkers(db: Database, wanted: { cityId: string; text: string; limit: number }): Promise<string[]> {
  const pattern = `%${wanted.text.replaceAll(/[%_\\]/g, "")}%`;
  const rows = await db
    .selectFrom("workers")
    .innerJoin("users", "users.id", "workers.id")
    .select("workers.id")
    .where("workers.city_id", "=", wanted.cityId)
    .where("workers.verified", "=", true)
    .where("users.status", "=", "active")
    .where(({ or, eb }) => or([eb("users.display_name", "ilike", pattern), eb("workers.introduction", "ilike", pattern)]))
    .orderBy("workers.completed_orders", "desc")
    .limit(wanted.limit)
    .execute();
  return rows.map(({ id }) => id);
}

/** One paid order as the overview counts it. */
export interface PaidOrder {
  readonly categoryId: string;
  readonly district: string | null;
  readonly paidAt: number;
  readonly acceptedAt: number | null;
  readonly state: string;
}

/** Orders paid since an instant, with when they were first accepted. */
export async function listPaid(db: Database, filter: { cityId?: string; since: number }): Promise<PaidOrder[]> {
  const { rows } = await sql<{ category_id: string; district: string | null; paid_at: number; accepted_at: number | null; state: string }>`
    select o.category_id, o.body #>> '{terms,place,district}' as district, (o.body #>> '{matching,paidAt}')::bigint as paid_at, o.state,
      (select min(a.accepted_at) from assignments a where a.order_id = o.id) as accepted_at
    from orders o
    where (${filter.cityId ?? null}::text is null or o.city_id = ${filter.cityId ?? null})
      and (o.ended_at is null or o.ended_at >= ${filter.since}) and (o.body #>> '{matching,paidAt}')::bigint >= ${filter.since}`.execute(db);
  return rows.map((row) => ({
    categoryId: row.category_id,
    district: row.district,
    paidAt: row.paid_at,
    acceptedAt: row.accepted_at,
    state: row.state,
  }));
}

/** Where open orders are, blurred as their record has them. */
export async function listOpenPlaces(
  db: Database,
  cityId: string,
): Promise<{ orderId: string; state: string; district: string; lat: number; lng: number }[]> {
  const { rows } = await sql<{ id: string; state: string; district: string; lat: number; lng: number }>`
    select o.id, o.state, o.body #>> '{terms,place,district}' as district, (o.body #>> '{terms,place,blurred,lat}')::double precision as lat,
      (o.body #>> '{terms,place,blurred,lng}')::double precision as lng
    from orders o
    where o.city_id = ${cityId} and o.ended_at is null and o.state not in ('draft', 'quoting', 'awaiting_payment') and jsonb_typeof(o.body #> '{terms,place}') = 'object'
    order by o.since limit 5000`.execute(db);
  return rows.map(({ id, ...row }) => ({ orderId: id, ...row }));
}

/** Workers with a standing below their level's threshold, and those not computed since an instant: their levels may fall by time. */
export async function listStandingsToRefresh(db: Database, before: number, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom("standings")
    .select("worker_id")
    .where("below_since", "is not", null)
    .where("computed_at", "<", before)
    .orderBy("computed_at")
    .limit(limit)
    .execute();
  return rows.map(({ worker_id }) => worker_id);
}

/**
 * What workers were asked in a span, and answered (either way) within a time: their offers, and the messages with which
 * customers opened a conversation. What may still be answered in time is not counted yet.
 */
export async function countAnswers(
  db: Database,
  filter: { cityId: string; since: number; within: number; now: number },
): Promise<Map<string, { asked: number; answered: number }>> {
  const { rows } = await sql<{ worker_id: string; asked: number; answered: number }>`
    select worker_id, count(*) as asked, count(*) filter (where answered) as answered from (
      select worker_id, state in ('accepted', 'declined') and decided_at - created_at <= ${filter.within} as answered
      from offers where city_id = ${filter.cityId} and created_at >= ${filter.since} and kind <> 'hall' and state <> 'open'
        and not (state = 'void' and decided_at - created_at <= ${filter.within})
      union all
      select worker_id, coalesce(answered_at - asked_at <= ${filter.within}, false)
      from conversations where city_id = ${filter.cityId} and asked_at >= ${filter.since}
        and (answered_at is not null or asked_at < ${filter.now - filter.within})
    ) as asked group by worker_id`.execute(db);
  return new Map(rows.map(({ worker_id, asked, answered }) => [worker_id, { asked, answered }]));
}

/** What workers of a city took home from orders since an instant, by worker. */
export async function sumIncome(db: Database, filter: { cityId: string; since: number }): Promise<Map<string, number>> {
  const { rows } = await sql<{ id: string; fen: number }>`
    select w.id, coalesce(sum(t.fen), 0)::bigint as fen
    from workers w join accounts a on a.name = 'worker:' || w.id join transfers t on t.to_id = a.id join journal_entries e on e.id = t.entry_id
    where w.city_id = ${filter.cityId} and e.at >= ${filter.since} and e.order_id is not null
    group by w.id`.execute(db);
  return new Map(rows.map(({ id, fen }) => [id, fen]));
}
