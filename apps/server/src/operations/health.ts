import { countWaiting, type Database, deadlines } from "@lingong/db";
import type { Instant } from "@lingong/domain";
import type { Health } from "../http/operations.ts";

/** A deadline later than this is a broken promise, not a busy second. */
const overdueAfterMs = 5_000;
const countedAtMost = 1_000;
const answerWithinMs = 2_000;

async function measure(db: Database, now: Instant): Promise<Health> {
  const from = performance.now();
  const waitingHints = await countWaiting(db);
  const database = Math.round(performance.now() - from);
  const overdue = await deadlines.listOverdue(db, now - overdueAfterMs, countedAtMost);
  return { ok: true, database, waitingHints, overdueDeadlines: overdue.length };
}

/** Whether this process can do its work. A database that does not answer in time is as good as none. */
export async function checkHealth(db: Database, now: Instant): Promise<Health> {
  const unwell: Health = { ok: false, database: null, waitingHints: null, overdueDeadlines: null };
  const timeOut = new Promise<Health>((resolve) => setTimeout(resolve, answerWithinMs, unwell).unref());
  return Promise.race([measure(db, now).catch(() => unwell), timeOut]);
}
