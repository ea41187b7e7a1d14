import type { Selectable } from "kysely";
import type { Standings } from "../database.generated.ts";
import type { Database } from "../database.ts";
import { read, type Statement } from "../statement.ts";

/** A worker's cached standing with its parts as the domain computed them. */
export interface CachedStanding {
  readonly standing: number;
  readonly level: number;
  readonly parts: unknown;
  /** Since when the standing has been below the level's threshold; null: it is not. */
  readonly belowSince: number | null;
  readonly computedAt: number;
}

const standingsOf: Statement<Selectable<Standings>> = {
  name: "standings_of_workers",
  text: "select worker_id, standing, level, parts, below_since, computed_at from standings where worker_id = any ($1::uuid[])",
};

export async function findStandings(db: Database, workerIds: readonly string[]): Promise<Map<string, CachedStanding>> {
  if (workerIds.length === 0) return new Map();
  const rows = await read(db, standingsOf, [[...new Set(workerIds)]]);
  return new Map(
    rows.map(({ worker_id, standing, level, parts, below_since, computed_at }) => [
      worker_id,
      { standing, level, parts, belowSince: below_since, computedAt: computed_at },
    ]),
  );
}

export async function saveStanding(db: Database, workerId: string, cached: CachedStanding): Promise<void> {
  const values = {
    standing: cached.standing,
    level: cached.level,
    parts: JSON.stringify(cached.parts),
    below_since: cached.belowSince,
    computed_at: cached.computedAt,
  };
  await db
    .insertInto("standings")
    .values({ worker_id: workerId, ...values })
    .onConflict((conflict) => conflict.column("worker_id").doUpdateSet(values))
    .execute();
}

/** One counted event of a worker's reliability; an excused one does not count. */
export interface ReliabilityEvent {
  readonly orderId: string;
  readonly event: "completed" | "withdrawn" | "no_show" | "arrived_on_time" | "arrived_late" | "safety_exit";
  readonly fault: boolean;
  readonly at: number;
  readonly excusedAt: number | null;
}

/** A worker's reliability events since an instant, oldest first. */
export async function listReliability(db: Database, workerId: string, since = 0): Promise<ReliabilityEvent[]> {
  const rows = await db
    .selectFrom("reliability_events")
    .select(["order_id", "event", "fault", "at", "excused_at"])
    .where("worker_id", "=", workerId)
    .where("at", ">=", since)
    .orderBy("at")
    .orderBy("id")
    .execute();
  return rows.map(({ order_id, event, fault, at, excused_at }) => ({
    orderId: order_id,
    event: event as ReliabilityEvent["event"],
    fault,
    at,
    excusedAt: excused_at,
  }));
}

/** Excuses a worker's faults on an order, with a reason: they no longer count. */
export async function excuse(db: Database, which: { workerId: string; orderId: string; reason: string; now: number }): Promise<void> {
  await db
    .updateTable("reliability_events")
    .set({ excused_at: which.now, excused_reason: which.reason })
    .where("worker_id", "=", which.workerId)
    .where("order_id", "=", which.orderId)
    .where("fault", "=", true)
    .where("excused_at", "is", null)
    .execute();
}

/** What dispatch reads of a worker's habits; computed by a job. */
export interface WorkerStatistics {
  readonly onlineMinutes: number;
  readonly availableMinutes: number;
  readonly answeredWithinFiveMinutes: number;
  readonly asked: number;
  readonly incomePerAvailableHourFen: number | null;
}

export async function saveStatistics(db: Database, workerId: string, statistics: WorkerStatistics & { readonly now: number }): Promise<void> {
  const values = {
    online_minutes: statistics.onlineMinutes,
    available_minutes: statistics.availableMinutes,
    answered_within_five_minutes: statistics.answeredWithinFiveMinutes,
    asked: statistics.asked,
    income_per_available_hour_fen: statistics.incomePerAvailableHourFen,
    computed_at: statistics.now,
  };
  await db
    .insertInto("worker_statistics")
    .values({ worker_id: workerId, ...values })
    .onConflict((conflict) => conflict.column("worker_id").doUpdateSet(values))
    .execute();
}
