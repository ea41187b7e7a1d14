import { sql } from "kysely";
import type { Database } from "../database.ts";

/** Work for graphile-worker. Two with the same key are one. */
export interface NewJob {
  readonly task: string;
  readonly payload: object;
  readonly key: string;
}

/** Adds jobs. Never in the write path's own transaction: graphile-worker notifies (see the traps). */
export async function add(db: Database, jobs: readonly NewJob[]): Promise<void> {
  if (jobs.length === 0) return;
  const specs = JSON.stringify(jobs.map(({ task, payload, key }) => ({ identifier: task, payload, job_key: key })));
  await sql`
    select count(*) from graphile_worker.add_jobs(
      (select array_agg(spec) from json_populate_recordset(null::graphile_worker.job_spec, ${specs}::json) as spec))`.execute(db);
}

/** Jobs that are due or under way: zero means that what was set going has come to rest. Those waiting for a retry do not count. */
export async function countActive(db: Database): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from graphile_worker.jobs
    where attempts < max_attempts and (locked_at is not null or run_at <= now())`.execute(db);
  return rows[0]?.count ?? 0;
}

/**
 * Frees jobs whose process died with them, so that another takes them up: nothing of ours runs as long as `longest`
 * milliseconds. Without this graphile-worker waits four hours. Answers how many of its workers were gone.
 */
export async function unlockAbandoned(db: Database, longest: number): Promise<number> {
  const { rows } = await sql<{ locked_by: string }>`
    select distinct locked_by from graphile_worker.jobs
    where locked_by is not null and locked_at < now() - make_interval(secs => ${longest}::double precision / 1000)`.execute(db);
  const gone = rows.map(({ locked_by }) => locked_by);
  if (gone.length > 0) await sql`select graphile_worker.force_unlock_workers(${gone}::text[])`.execute(db);
  return gone.length;
}
