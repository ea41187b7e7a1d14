import type { CommittedInterval, Fen, Interval, Position, Qualification, SearchArea, TravelMode, WorkerSnapshot } from "@lingong/domain";
import { DAY } from "@lingong/domain";
import type { Database } from "../database.ts";
import { read, run } from "../statement.ts";
import {
  type AttachedRows,
  blocks,
  intervals,
  medianIncome,
  pairs,
  qualifications,
  restBlocks,
  someWorkers,
  type WorkerRow,
  workersOfArea,
  workersOfCity,
} from "./snapshot-statements.ts";

/** Which workers to load, and for whom. */
export interface SnapshotRequest {
  /** All verified workers of a city that are online, or those of them in an area; or these workers whatever their state. */
  readonly which: { readonly cityId: string; readonly area?: SearchArea } | { readonly workerIds: readonly string[] };
  /** The customers of the orders in question: their history with each worker is loaded. */
  readonly customerIds: readonly string[];
  readonly now: number;
  /** The fixed buffers of the policy, which commitments carry at their end (milliseconds). */
  readonly buffers: { readonly bufferFixed: number; readonly bufferRemote: number };
}

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

/** A whole city: set by set, which the database joins better than one by one. */
async function loadCity(db: Database, ids: readonly string[], { customerIds, now, buffers }: SnapshotRequest): Promise<AttachedRows> {
  return {
    qualified: await run(db, qualifications, [ids]),
    busy: await run(db, intervals, [ids, buffers.bufferFixed, buffers.bufferRemote, now - LOOKS_BACK]),
    resting: await run(db, restBlocks, [ids, now - LOOKS_BACK]),
    blocking: await run(db, blocks, [ids]),
    together: customerIds.length === 0 ? [] : await run(db, pairs, [ids, customerIds]),
  };
}

function attach({ qualified, busy, resting, blocking, together }: AttachedRows): Attached {
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

function findOnline(db: Database, { cityId, area }: { readonly cityId: string; readonly area?: SearchArea }): Promise<WorkerRow[]> {
  if (area === undefined) return run(db, workersOfCity, [cityId]);
  const { boxes, remoteCategoryIds } = area;
  const edges = [boxes.map(({ south }) => south), boxes.map(({ north }) => north), boxes.map(({ west }) => west), boxes.map(({ east }) => east)];
  return run(db, workersOfArea, [cityId, ...edges, remoteCategoryIds]);
}

/** What half of a city's online workers earn at least in an available hour (the upper median); null: of nobody it is known. */
export async function findMedianIncome(db: Database, cityId: string): Promise<Fen | null> {
  return (await run(db, medianIncome, [cityId]))[0]?.fen ?? null;
}

/** Workers as dispatch and the guards see them, by id: workers by id in one statement, a whole city in six. */
export async function loadSnapshots(db: Database, request: SnapshotRequest): Promise<WorkerSnapshot[]> {
  const { which, customerIds, now, buffers } = request;
  if ("workerIds" in which) {
    const [found] = await read(db, someWorkers, [which.workerIds, buffers.bufferFixed, buffers.bufferRemote, now - LOOKS_BACK, customerIds]);
    if (found === undefined) return [];
    const attached = attach(found);
    return found.workers.map((row) => toSnapshot(row, attached));
  }
  const rows = await findOnline(db, which);
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const attached = attach(await loadCity(db, ids, request));
  return rows.map((row) => toSnapshot(row, attached));
}
