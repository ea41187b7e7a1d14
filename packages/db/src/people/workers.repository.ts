import type { Position, TravelMode } from "@lingong/domain";
import type { Selectable, Updateable } from "kysely";
import { sql } from "kysely";
import type { Workers } from "../database.generated.ts";
import type { Database } from "../database.ts";
import { read, run, type Statement } from "../statement.ts";

export * from "./presence.repository.ts";
export * from "./reliability.repository.ts";

/** A worker's own settings and what is counted of them; the person is in `users`. */
export interface Worker {
  readonly id: string;
  readonly cityId: string;
  readonly kind: "individual" | "team";
  readonly crewSize: number;
  readonly introduction: string;
  readonly verified: boolean;
  readonly online: boolean;
  readonly onlineSince: number | null;
  /** Why they went offline when they did not do so themselves. */
  readonly offlineReason: string | null;
  readonly pausedUntil: number | null;
  readonly travelMode: TravelMode;
  readonly radiusKm: number;
  readonly nightFirstVisits: boolean;
  readonly tags: readonly string[];
  readonly home: Position | null;
  readonly calendarVersion: number;
  readonly missedInARow: number;
  readonly completedOrders: number;
  readonly profilePercent: number;
  readonly createdAt: number;
}

function toWorker(row: Selectable<Workers>): Worker {
  return {
    id: row.id,
    cityId: row.city_id,
    kind: row.kind as Worker["kind"],
    crewSize: row.crew_size,
    introduction: row.introduction,
    verified: row.verified,
    online: row.online,
    onlineSince: row.online_since,
    offlineReason: row.offline_reason,
    pausedUntil: row.paused_until,
    travelMode: row.travel_mode as TravelMode,
    radiusKm: row.radius_km,
    nightFirstVisits: row.night_first_visits,
    tags: row.tags,
    home: row.home_lat === null || row.home_lng === null ? null : { lat: row.home_lat, lng: row.home_lng },
    calendarVersion: row.calendar_version,
    missedInARow: row.missed_in_a_row,
    completedOrders: row.completed_orders,
    profilePercent: row.profile_percent,
    createdAt: row.created_at,
  };
}

const byIds: Statement<Selectable<Workers>> = {
  name: "workers_by_ids",
  text: `select id, city_id, kind, crew_size, introduction, verified, online, online_since, offline_reason, paused_until, travel_mode,
    radius_km, night_first_visits, tags, home_lat, home_lng, calendar_version, missed_in_a_row, completed_orders, profile_percent, created_at
    from workers where id = any ($1::uuid[])`,
};

export async function findById(db: Database, id: string): Promise<Worker | null> {
  return (await findMany(db, [id])).get(id) ?? null;
}

export async function findMany(db: Database, ids: readonly string[]): Promise<Map<string, Worker>> {
  if (ids.length === 0) return new Map();
  const rows = await read(db, byIds, [[...new Set(ids)]]);
  return new Map(rows.map((row) => [row.id, toWorker(row)]));
}

/** Makes a person a worker; a second time changes nothing. */
export async function insert(
  db: Database,
  worker: { id: string; cityId: string; kind: Worker["kind"]; crewSize?: number; now: number },
): Promise<void> {
  await db
    .insertInto("workers")
    .values({ id: worker.id, city_id: worker.cityId, kind: worker.kind, crew_size: worker.crewSize ?? 1, created_at: worker.now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export interface WorkerChange {
  readonly cityId?: string;
  readonly kind?: Worker["kind"];
  readonly crewSize?: number;
  readonly introduction?: string;
  readonly verified?: boolean;
  readonly pausedUntil?: number | null;
  readonly travelMode?: TravelMode;
  readonly radiusKm?: number;
  readonly nightFirstVisits?: boolean;
  readonly tags?: readonly string[];
  readonly home?: Position | null;
  readonly profilePercent?: number;
}

export async function update(db: Database, id: string, change: WorkerChange): Promise<void> {
  const set: Updateable<Workers> = {};
  if (change.cityId !== undefined) set.city_id = change.cityId;
  if (change.kind !== undefined) set.kind = change.kind;
  if (change.crewSize !== undefined) set.crew_size = change.crewSize;
  if (change.introduction !== undefined) set.introduction = change.introduction;
  if (change.verified !== undefined) set.verified = change.verified;
  if (change.pausedUntil !== undefined) set.paused_until = change.pausedUntil;
  if (change.travelMode !== undefined) set.travel_mode = change.travelMode;
  if (change.radiusKm !== undefined) set.radius_km = change.radiusKm;
  if (change.nightFirstVisits !== undefined) set.night_first_visits = change.nightFirstVisits;
  if (change.tags !== undefined) set.tags = [...change.tags];
  if (change.profilePercent !== undefined) set.profile_percent = change.profilePercent;
  if (change.home !== undefined) {
    set.home_lat = change.home?.lat ?? null;
    set.home_lng = change.home?.lng ?? null;
  }
  if (Object.keys(set).length > 0) await db.updateTable("workers").set(set).where("id", "=", id).execute();
}

/** How many workers of a city are online, and how many of them have no running order. */
export async function countOnline(db: Database, cityId?: string): Promise<{ readonly online: number; readonly free: number }> {
  const row = await db
    .selectFrom("workers")
    .select([
      sql<number>`count(*)`.as("online"),
      sql<number>`count(*) filter (where not exists (
        select from orders where orders.worker_id = workers.id and orders.ended_at is null and orders.state in ('en_route', 'arrived', 'in_service')))`.as(
        "free",
      ),
    ])
    .where("online", "=", true)
    .$if(cityId !== undefined, (query) => query.where("city_id", "=", cityId ?? ""))
    .executeTakeFirstOrThrow();
  return row;
}

/** Where a worker last was. */
export interface WorkerPosition extends Position {
  readonly workerId: string;
  readonly at: number;
}

interface PositionRow {
  readonly worker_id: string;
  readonly lat: number;
  readonly lng: number;
  readonly at: number;
}

const writePositions: Statement<never> = {
  name: "write_positions",
  text: `
    insert into worker_positions (worker_id, city_id, lat, lng, at)
    select distinct on (t.id) t.id, w.city_id, t.lat, t.lng, t.at
    from unnest($1::uuid[], $2::double precision[], $3::double precision[], $4::bigint[]) as t (id, lat, lng, at)
    join workers w on w.id = t.id
    order by t.id, t.at desc
    on conflict (worker_id) do update set city_id = excluded.city_id, lat = excluded.lat, lng = excluded.lng, at = excluded.at
    where worker_positions.at <= excluded.at`,
};

/** Keeps the newest of many positions each, in one statement. */
export async function savePositions(db: Database, positions: readonly WorkerPosition[]): Promise<void> {
  if (positions.length === 0) return;
  await run(db, writePositions, [
    positions.map(({ workerId }) => workerId),
    positions.map(({ lat }) => lat),
    positions.map(({ lng }) => lng),
    positions.map(({ at }) => at),
  ]);
}

function toPosition(row: PositionRow): WorkerPosition {
  return { workerId: row.worker_id, lat: row.lat, lng: row.lng, at: row.at };
}

export async function findPosition(db: Database, workerId: string): Promise<WorkerPosition | null> {
  const row = await db.selectFrom("worker_positions").select(["worker_id", "lat", "lng", "at"]).where("worker_id", "=", workerId).executeTakeFirst();
  return row === undefined ? null : toPosition(row);
}

/** Positions of a city's online workers. */
export async function listOnlinePositions(db: Database, cityId: string): Promise<WorkerPosition[]> {
  const rows = await db
    .selectFrom("worker_positions")
    .innerJoin("workers", "workers.id", "worker_positions.worker_id")
    .select(["worker_positions.worker_id", "worker_positions.lat", "worker_positions.lng", "worker_positions.at"])
    .where("workers.city_id", "=", cityId)
    .where("workers.online", "=", true)
    .execute();
  return rows.map(toPosition);
}
