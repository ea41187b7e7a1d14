import { crontab, type JobPayload, jobs, type Services } from "@lingong/api";
import { backgroundJobs, type Database } from "@lingong/db";
import { type CronItem, Logger, parseCronItems, type Runner, run, runMigrations, type TaskList } from "graphile-worker";
import pg from "pg";
import type { Logger as Log } from "pino";
import { startLoop } from "../loop/woken-loop.ts";
import type { Metrics } from "../operations/metrics.ts";

const concurrency = 4;
/** Every call of ours has its own, shorter time-out: a job held longer belongs to a process that died. */
const longestJobMs = 30_000;
const unlockEveryMs = 10_000;

export interface JobRunnerOptions {
  readonly databaseUrl: string;
  readonly services: Services;
  readonly metrics: Metrics;
  readonly logger: Log;
  /** Called after each job: what it wrote waits in the outbox. */
  readonly onDone: () => void;
}

export interface JobRunner {
  stop(): Promise<void>;
}

/** graphile-worker's words in our log: its warnings and errors, without payloads. */
function loggerOf(log: Log): Logger {
  return new Logger(({ taskIdentifier, jobId }) => (level, message) => {
    if (level === "error" || level === "warning") log.warn({ task: taskIdentifier, job: jobId }, message.slice(0, 200));
  });
}

/** A pool of its own, so that jobs never wait behind requests; it is told of broken connections. */
function poolFor(databaseUrl: string, log: Log): pg.Pool {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: concurrency + 2,
    connectionTimeoutMillis: 10_000,
    application_name: "lingong jobs",
  });
  const broken = (error: Error) => void log.warn({ error: error.name }, "a connection of the jobs broke");
  pool.on("error", broken);
  pool.on("connect", (client) => void client.on("error", broken));
  return pool;
}

/** Creates or updates the job tables: before anything can add a job. */
export async function prepareJobs(databaseUrl: string, log: Log): Promise<void> {
  const pgPool = poolFor(databaseUrl, log);
  try {
    await runMigrations({ pgPool, logger: loggerOf(log) });
  } finally {
    await pgPool.end();
  }
}

/** Counts each run by its end; a run that throws is tried again by graphile-worker. */
function measured(options: JobRunnerOptions, task: string, work: () => Promise<unknown>): Promise<void> {
  return work().then(
    () => {
      options.metrics.jobs.inc({ task, result: "done" });
      options.onDone();
    },
    (error: unknown) => {
      options.metrics.jobs.inc({ task, result: "failed" });
      options.onDone();
      throw error;
    },
  );
}

function taskList(options: JobRunnerOptions): TaskList {
  const { services } = options;
  const calls = Object.entries(jobs).map(
    ([name, job]) => [name, (payload: unknown) => measured(options, name, () => job(services, payload as JobPayload))] as const,
  );
  const timed = crontab.map(({ name, run: work }) => [name, () => measured(options, name, () => work(services))] as const);
  return Object.fromEntries([...calls, ...timed]);
}

function cronItems(): CronItem[] {
  return crontab.map(({ name, cron }) => ({ task: name, match: cron, identifier: name, options: { maxAttempts: 1, backfillPeriod: 0 } }));
}

/** Runs the calls to the outside and the work by the wall's clock; several processes share them. */
export async function startJobs(options: JobRunnerOptions): Promise<JobRunner> {
  const pgPool = poolFor(options.databaseUrl, options.logger);
  const runner: Runner = await run({
    pgPool,
    concurrency,
    pollInterval: 250,
    noHandleSignals: true,
    taskList: taskList(options),
    parsedCronItems: parseCronItems(cronItems()),
    logger: loggerOf(options.logger),
  });
  runner.promise.catch((error: Error) => options.logger.error({ error: error.name }, "the job runner ended"));
  const unlocking = startLoop({
    everyMs: unlockEveryMs,
    onError: (error) => options.logger.warn({ error: error instanceof Error ? error.name : "unknown" }, "abandoned jobs could not be looked for"),
    run: async () => {
      const gone = await backgroundJobs.unlockAbandoned(options.services.db, longestJobMs);
      if (gone > 0) options.logger.warn({ gone }, "took up the jobs of a process that died");
      return undefined;
    },
  });
  return {
    async stop() {
      await unlocking.stop();
      await runner.stop();
      await pgPool.end();
    },
  };
}

/** Whether nothing is due and nothing runs. */
export async function jobsAreIdle(db: Database): Promise<boolean> {
  return (await backgroundJobs.countActive(db)) === 0;
}
