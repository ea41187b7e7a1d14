import { distanceMetres, isPlausible, travelMinutes } from "../geo/distance.ts";
import { type Instant, type Interval, MINUTE } from "../kernel/instant.ts";
import type { Policy } from "../policy/policy.ts";
import { workingStartAt } from "../schedule/calendar.ts";
import type { Job, Qualification, WorkerSnapshot } from "./snapshot.ts";

/** Whole metres from the worker to the place; 0 for remote work; null when either position is missing or implausible. */
export function metresTo(job: Job, worker: WorkerSnapshot): number | null {
  if (job.mode === "remote") return 0;
  if (!isPlausible(job.position) || !isPlausible(worker.position)) return null;
  return distanceMetres(job.position, worker.position);
}

/** The interval a worker who accepts at `now` commits to: from the working start, for the booked time (§2). */
export function occupationOf(
  job: Job,
  worker: WorkerSnapshot,
  policy: Policy,
  now: Instant,
  metres: number | null = metresTo(job, worker),
): Interval {
  return occupationAfter(job, job.mode === "remote" || metres === null ? 0 : travelMinutes(metres, worker.travelMode, policy), policy, now);
}

/** `occupationOf` after so many minutes of travel. */
export function occupationAfter(job: Job, travel: number, policy: Policy, now: Instant): Interval {
  const from = workingStartAt(job.startsAt, travel, policy, now);
  return { from, to: from + job.bookedMinutes * MINUTE };
}

/** Whether an order counts as live: as soon as possible, or starting within 24 h (§6). */
export function isLive(startsAt: Instant | null, policy: Policy, now: Instant): boolean {
  return startsAt === null || startsAt - now <= policy.dispatch.liveWhenStartWithin;
}

export function qualificationFor(job: Job, worker: WorkerSnapshot): Qualification | null {
  for (const qualification of worker.qualifications) if (qualification.categoryId === job.categoryId) return qualification;
  return null;
}

/** Until when a certificate in the category is valid; −∞: there is none. */
export function certifiedUntil(qualification: Qualification | null): Instant {
  if (qualification === null || !qualification.certified) return Number.NEGATIVE_INFINITY;
  return qualification.validUntil ?? Number.POSITIVE_INFINITY;
}

/** Whether a certificate in the category is valid now and still at the start (§6: at accept and at start). */
export function isCertified(qualification: Qualification | null, now: Instant, startsAt: Instant): boolean {
  return certifiedUntil(qualification) > Math.max(now, startsAt);
}
