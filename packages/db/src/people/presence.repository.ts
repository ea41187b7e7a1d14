import type { Interval } from "@lingong/domain";
import { sql } from "kysely";
import type { Database } from "../database.ts";
import { run, type Statement } from "../statement.ts";

const goOnline: Statement<never> = {
  name: "presence_online",
  text: `
    with present as (update workers set online = true, online_since = $2, offline_reason = null, missed_in_a_row = 0 where id = $1 returning id)
    insert into online_spans (worker_id, from_at)
    select id, $2 from present where not exists (select from online_spans where worker_id = $1 and to_at is null)
    on conflict (worker_id, from_at) do update set to_at = null`,
};

const goOffline: Statement<never> = {
  name: "presence_offline",
  text: `
    with absent as (update workers set online = false, online_since = null, offline_reason = $3 where id = $1)
    update online_spans set to_at = greatest(from_at, $2) where worker_id = $1 and to_at is null`,
};

/** Goes online (which forgets missed offers) or offline; `reason` says why when it was not the worker's own doing. */
export async function setOnline(db: Database, change: { id: string; online: boolean; reason?: string; now: number }): Promise<void> {
  if (change.online) await run(db, goOnline, [change.id, change.now]);
  else await run(db, goOffline, [change.id, change.now, change.reason ?? null]);
}

/** Ends the spans of workers who have just gone offline for another reason than their own wish. */
export async function endOnlineSpans(db: Database, workerIds: readonly string[], now: number): Promise<void> {
  if (workerIds.length === 0) return;
  await sql`update online_spans set to_at = greatest(from_at, ${now}) where worker_id = any (${workerIds}::uuid[]) and to_at is null`.execute(db);
}

/** When each worker of a city was online since an instant, up to `now`, by worker; those who never were are left out. */
export async function listOnlineSpans(db: Database, filter: { cityId: string; since: number; now: number }): Promise<Map<string, Interval[]>> {
  const { rows } = await sql<{ worker_id: string; from_at: number; to_at: number }>`
    select s.worker_id, s.from_at, coalesce(s.to_at, case when w.online then ${filter.now}::bigint else s.from_at end) as to_at
    from online_spans s join workers w on w.id = s.worker_id
    where w.city_id = ${filter.cityId} and (s.to_at is null or s.to_at > ${filter.since})
    order by s.worker_id, s.from_at`.execute(db);
  const byWorker = new Map<string, Interval[]>();
  for (const { worker_id, from_at, to_at } of rows) byWorker.set(worker_id, [...(byWorker.get(worker_id) ?? []), { from: from_at, to: to_at }]);
  return byWorker;
}

/**
 * Since when each worker of a city can be measured by when they were online: since they are a worker, and since it is recorded at
 * all (nothing recorded in the city: since `now`, which measures nothing).
 */
export async function listMeasuredSince(db: Database, cityId: string, now: number): Promise<Map<string, number>> {
  const { rows } = await sql<{ id: string; since: number }>`
    select id, greatest(created_at, (
      select coalesce(min(s.from_at), ${now}::bigint) from online_spans s join workers o on o.id = s.worker_id where o.city_id = ${cityId})) as since
    from workers where city_id = ${cityId}`.execute(db);
  return new Map(rows.map(({ id, since }) => [id, since]));
}

/** Forgets what nothing is measured by any more. */
export async function forgetOnlineSpans(db: Database, endedBefore: number): Promise<void> {
  await db.deleteFrom("online_spans").where("to_at", "<", endedBefore).execute();
}

/** How many workers of a city (absent: of all) were online at each of these instants, in their order. */
export async function countOnlineAt(
  db: Database,
  filter: { readonly cityId: string | undefined; readonly instants: readonly number[] },
): Promise<number[]> {
  const { rows } = await sql<{ online: number }>`
    select (select count(distinct s.worker_id) from online_spans s join workers w on w.id = s.worker_id
      where (${filter.cityId ?? null}::text is null or w.city_id = ${filter.cityId ?? null}::text)
        and s.from_at <= i.at and (s.to_at > i.at or (s.to_at is null and w.online))) as online
    from unnest(${[...filter.instants]}::bigint[]) with ordinality as i (at, place) order by i.place`.execute(db);
  return rows.map(({ online }) => online);
}
