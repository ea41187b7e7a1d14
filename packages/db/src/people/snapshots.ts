import type { CommittedInterval, Interval, Position, Qualification, TravelMode, WorkerSnapshot } from "@lingong/domain";
import { DAY } from "@lingong/domain";
import type { Database } from "../database.ts";
import { run, type Statement } from "../statement.ts";

/** Which workers to load, and for whom. */
export interface SnapshotRequest {
  /** All verified workers of a city that are online, or these workers whatever their state. */
  readonly which: { readonly cityId: string } | { readonly workerIds: readonly string[] };
  /** The customers of the orders in question: their history with each worker is loaded. */
  readonly customerIds: readonly string[];
  readonly now: number;
  /** The fixed buffers of the policy, which commitments carry at their end (milliseconds). */
  readonly buffers: { readonly bufferFixed: number; readonly bufferRemote: number };
}

interface WorkerRow {
  readonly id: string;
  readonly city_id: string;
  readonly kind: string;
  readonly crew_size: number;
  readonly verified: boolean;
  readonly online: boolean;
  readonly paused_until: number | null;
  readonly lat: number | null;
  readonly lng: number | null;
  readonly travel_mode: string;
  readonly radius_km: number;
  readonly tags: string[];
  readonly night_first_visits: boolean;
  readonly calendar_version: number;
  readonly completed_orders: number;
  readonly profile_percent: number;
  readonly standing: number | null;
  readonly level: number | null;
  readonly online_minutes: number | null;
  readonly available_minutes: number | null;
  readonly answered_within_five_minutes: number | null;
  readonly asked: number | null;
  readonly income_per_available_hour_fen: number | null;
}

const workerColumns = `
  select w.id, w.city_id, w.kind, w.crew_size, w.verified, w.online, w.paused_until, w.travel_mode, w.radius_km, w.tags, w.night_first_visits,
    w.calendar_version, w.completed_orders, w.profile_percent, coalesce(p.lat, w.home_lat) as lat, coalesce(p.lng, w.home_lng) as lng, s.standing, s.level,
    t.online_minutes, t.available_minutes, t.answered_within_five_minutes, t.asked, t.income_per_available_hour_fen
  from workers w left join worker_positions p on p.worker_id = w.id left join standings s on s.worker_id = w.id
    left join worker_statistics t on t.worker_id = w.id`;

const workersOfCity: Statement<WorkerRow> = {
  name: "snapshot_of_city",
  text: `${workerColumns} where w.city_id = $1 and w.online and w.verified order by w.id`,
};
const workersById: Statement<WorkerRow> = { name: "snapshot_by_id", text: `${workerColumns} where w.id = any ($1::uuid[]) order by w.id` };

const qualifications: Statement<{ worker_id: string; category_id: string; certified: boolean; proof_of_work: boolean; valid_until: number | null }> =
  {
    name: "snapshot_qualifications",
    text: "select worker_id, category_id, certified, proof_of_work, valid_until from qualifications where worker_id = any ($1::uuid[])",
  };

interface IntervalRow {
  readonly worker_id: string;
  readonly order_id: string;
  readonly from_at: number;
  readonly to_at: number;
  readonly lat: number | null;
  readonly lng: number | null;
}

/** What lies ahead or runs, without the buffer; then finished work, with the times it really took. */
const intervals: Statement<IntervalRow> = {
  name: "snapshot_intervals",
  text: `
    select c.worker_id, c.order_id, lower(c.during) as from_at,
      upper(c.during) - case when o.mode = 'remote' then $3::bigint else $2::bigint end as to_at, p.lat, p.lng
    from commitments c join orders o on o.id = c.order_id left join order_places p on p.order_id = c.order_id
    where c.worker_id = any ($1::uuid[])
    union all
    select k.worker_id, k.order_id, k.from_at, k.to_at, p.lat, p.lng
    from worked k left join order_places p on p.order_id = k.order_id
    where k.worker_id = any ($1::uuid[]) and k.to_at > $4
      and not exists (select from commitments c where c.order_id = k.order_id)`,
};

const restBlocks: Statement<{ worker_id: string; from_at: number; to_at: number }> = {
  name: "snapshot_rest_blocks",
  text: "select worker_id, from_at, to_at from rest_blocks where worker_id = any ($1::uuid[]) and to_at > $2 order by from_at",
};

const blocks: Statement<{ blocker_id: string; blocked_id: string }> = {
  name: "snapshot_blocks",
  text: "select blocker_id, blocked_id from blocks where blocker_id = any ($1::uuid[]) or blocked_id = any ($1::uuid[])",
};

const pairs: Statement<{ worker_id: string; customer_id: string; completed: number; last_stars: number | null }> = {
  name: "snapshot_pairs",
  text: "select worker_id, customer_id, completed, last_stars from pairs where customer_id = any ($2::uuid[]) and worker_id = any ($1::uuid[])",
};

/** Three days of finished work are what the guards of rest look back on. */
const LOOKS_BACK = 3 * DAY;

function grouped<Row, Item>(rows: readonly Row[], keyOf: (row: Row) => string, toItem: (row: Row) => Item): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [toItem(row)]);
    else group.push(toItem(row));
  }
  return groups;
}

function positionOf({ lat, lng }: { readonly lat: number | null; readonly lng: number | null }): Position | null {
  return lat === null || lng === null ? null : { lat, lng };
}

/** Everything that hangs on workers, by worker id. */
interface Attached {
  readonly qualifications: Map<string, Qualification[]>;
  readonly commitments: Map<string, CommittedInterval[]>;
  readonly restBlocks: Map<string, Interval[]>;
  readonly blocked: Map<string, string[]>;
  readonly blockedBy: Map<string, string[]>;
  readonly pairs: Map<string, [string, { completed: number; lastStars: number | null }][]>;
}

async function loadAttached(db: Database, ids: readonly string[], { customerIds, now, buffers }: SnapshotRequest): Promise<Attached> {
  const qualified = await run(db, qualifications, [ids]);
  const busy = await run(db, intervals, [ids, buffers.bufferFixed, buffers.bufferRemote, now - LOOKS_BACK]);
  const resting = await run(db, restBlocks, [ids, now]);
  const blocking = await run(db, blocks, [ids]);
  const together = customerIds.length === 0 ? [] : await run(db, pairs, [ids, customerIds]);
  return {
    qualifications: grouped(
      qualified,
      (row) => row.worker_id,
      (row) => ({ categoryId: row.category_id, certified: row.certified, proofOfWork: row.proof_of_work, validUntil: row.valid_until }),
    ),
    commitments: grouped(
      busy,
      (row) => row.worker_id,
      (row) => ({ orderId: row.order_id, from: row.from_at, to: row.to_at, position: positionOf(row) }),
    ),
    restBlocks: grouped(
      resting,
      (row) => row.worker_id,
      (row) => ({ from: row.from_at, to: row.to_at }),
    ),
    blocked: grouped(
      blocking,
      (row) => row.blocker_id,
      (row) => row.blocked_id,
    ),
    blockedBy: grouped(
      blocking,
      (row) => row.blocked_id,
      (row) => row.blocker_id,
    ),
    pairs: grouped(
      together,
      (row) => row.worker_id,
      (row) => [row.customer_id, { completed: row.completed, lastStars: row.last_stars }],
    ),
  };
}

function toSnapshot(row: WorkerRow, attached: Attached): WorkerSnapshot {
  return {
    id: row.id,
    cityId: row.city_id,
    kind: row.kind as WorkerSnapshot["kind"],
    crewSize: row.crew_size,
    verified: row.verified,
    online: row.online,
    pausedUntil: row.paused_until,
    position: positionOf(row),
    travelMode: row.travel_mode as TravelMode,
    radiusKm: row.radius_km,
    qualifications: attached.qualifications.get(row.id) ?? [],
    tags: row.tags,
    commitments: attached.commitments.get(row.id) ?? [],
    restBlocks: attached.restBlocks.get(row.id) ?? [],
    nightFirstVisits: row.night_first_visits,
    blockedCustomerIds: attached.blocked.get(row.id) ?? [],
    blockedByCustomerIds: attached.blockedBy.get(row.id) ?? [],
    calendarVersion: row.calendar_version,
    standing: row.standing ?? 0,
    level: row.level ?? 1,
    completedOrders: row.completed_orders,
    together: Object.fromEntries(attached.pairs.get(row.id) ?? []),
    activity: { online: row.online_minutes ?? 0, available: row.available_minutes ?? 0 },
    response: { withinFiveMinutes: row.answered_within_five_minutes ?? 0, of: row.asked ?? 0 },
    profilePercent: row.profile_percent,
    incomePerAvailableHourFen: row.income_per_available_hour_fen,
  };
}

/** Workers as dispatch and the guards see them, by id, in six statements however many they are. */
export async function loadSnapshots(db: Database, request: SnapshotRequest): Promise<WorkerSnapshot[]> {
  const { which } = request;
  const rows = "cityId" in which ? await run(db, workersOfCity, [which.cityId]) : await run(db, workersById, [which.workerIds]);
  if (rows.length === 0) return [];
  const attached = await loadAttached(
    db,
    rows.map(({ id }) => id),
    request,
  );
  return rows.map((row) => toSnapshot(row, attached));
}
