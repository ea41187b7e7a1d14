import { distanceMetres, isPlausible, travelMinutes } from "../geo/distance.ts";
import type { ErrorCode } from "../kernel/error-codes.ts";
import { type Instant, type Interval, MINUTE } from "../kernel/instant.ts";
import type { Policy } from "../policy/policy.ts";
import { workingStartAt } from "../schedule/calendar.ts";
import { isNight, type LocalTime, localMoment } from "../schedule/local-time.ts";
import { isRestingAt, restGuards } from "../schedule/rest.ts";
import { overlapGuard, type TimeGuard } from "../schedule/time-guards.ts";
import type { CommittedInterval, Job, Qualification, WorkerSnapshot } from "./snapshot.ts";

/**
 * How an order would reach the worker: `wave` an offer of a round; `direct` an exclusive offer (direct booking, regular
 * first); `hall` taken from the hall; `accept` the command itself; `quote` a quote given or chosen; `admin` assigned by hand.
 */
export type DispatchPath = "wave" | "hall" | "direct" | "accept" | "quote" | "admin";

export type ExclusionCode = Extract<ErrorCode, `excluded_${string}`>;

/** Under what a pair is judged. `localTime` remembers, where many pairs are asked about the same hours. */
export interface Judgement {
  readonly policy: Policy;
  readonly now: Instant;
  readonly path: DispatchPath;
  readonly localTime: LocalTime;
}

/** One pair under judgement: everything the checks share is worked out once. */
interface Case {
  readonly job: Job;
  readonly worker: WorkerSnapshot;
  readonly policy: Policy;
  readonly now: Instant;
  readonly localTime: LocalTime;
  readonly qualification: Qualification | null;
  /** Whole metres to the place; 0 for remote work; null when a position is missing or implausible. */
  readonly metres: number | null;
  /** What the calendar would hold: working start to booked end. */
  readonly work: CommittedInterval;
  /** The worker's commitments but this order's own (a chosen quote reserves one before it is paid). */
  readonly others: WorkerSnapshot;
}

interface Check {
  readonly code: ExclusionCode;
  /** The paths on which it counts; absent: on every one. */
  readonly on?: readonly DispatchPath[];
  readonly excludes: (it: Case) => boolean;
}

/** A guard of a worker's time as an exclusion: the same one that judges another start and extra time. */
function timeCheck({ code, breaks }: TimeGuard): Check {
  return { code, excludes: ({ job, others, work, policy, localTime }) => breaks(others, work, { zone: job.zone, policy, localTime }) };
}

/**
 * Every exclusion of §6 in its order of precedence: the first that applies is the reason told. First what does not change
 * by waiting (who they are to each other, qualification), then this order's history with the worker, then where and
 * how the worker is now, last the calendar. A rule added here holds on every path it names, at once.
 */
export const exclusions: readonly Check[] = [
  { code: "excluded_other_city", excludes: ({ job, worker }) => job.cityId !== worker.cityId },
  {
    code: "excluded_blocked",
    excludes: ({ job, worker }) => worker.blockedCustomerIds.includes(job.customerId) || worker.blockedByCustomerIds.includes(job.customerId),
  },
  { code: "excluded_unverified", excludes: ({ worker }) => !worker.verified },
  { code: "excluded_unqualified", excludes: ({ qualification }) => qualification === null },
  { code: "excluded_certificate", excludes: ({ job, qualification, now, work }) => !provesSkill(job, qualification, now, work.from) },
  { code: "excluded_crew_too_small", excludes: ({ job, worker }) => worker.crewSize < job.headcount },
  { code: "excluded_left_order", excludes: ({ job, worker }) => job.leftWorkerIds.includes(worker.id) },
  // Only those who ask need to know whom they have asked; who missed an offer may still take the order from the hall.
  { code: "excluded_already_asked", on: ["wave", "direct"], excludes: ({ job, worker }) => job.askedWorkerIds.includes(worker.id) },
  { code: "excluded_no_position", excludes: ({ metres }) => metres === null },
  {
    code: "excluded_out_of_radius",
    excludes: ({ job, worker, metres }) => job.mode === "on_site" && metres !== null && !(metres <= worker.radiusKm * 1_000),
  },
  { code: "excluded_offline", on: ["wave"], excludes: ({ worker }) => !worker.online },
  {
    code: "excluded_paused",
    on: ["wave", "direct"],
    excludes: ({ job, worker, policy, now }) => worker.pausedUntil !== null && now < worker.pausedUntil && isLive(job.startsAt, policy, now),
  },
  {
    code: "excluded_night_first_visit",
    excludes: ({ job, worker, work, policy, localTime }) =>
      job.mode === "on_site" && !job.customerHasCompletedOrder && !worker.nightFirstVisits && isNight(work.from, job.zone, policy, localTime),
  },
  timeCheck(overlapGuard),
  // A customer's payment of a chosen quote, or an admin's hand, may come while the worker rests: only the work itself must not.
  { code: "excluded_resting", on: ["wave", "hall", "direct", "accept"], excludes: ({ worker, policy, now }) => isRestingAt(worker, policy, now) },
  ...restGuards.map(timeCheck),
];

const paths: readonly DispatchPath[] = ["wave", "hall", "direct", "accept", "quote", "admin"];
const checksOn = new Map(paths.map((path) => [path, exclusions.filter(({ on }) => on === undefined || on.includes(path))]));

/**
 * Why a worker may not be given an order on this path (§6), or null when they may. The wave's radius is the round's
 * affair; the worker's own radius is a hard limit here. `travel` (minutes) is what a routing provider says of the way:
 * what is judged is then the very interval that accepting commits to.
 */
export function exclusionOf(
  job: Job,
  worker: WorkerSnapshot,
  policy: Policy,
  now: Instant,
  path: DispatchPath,
  travel: number | null = null,
): ExclusionCode | null {
  const pair = { job, worker, qualification: qualificationFor(job, worker), metres: metresTo(job, worker), travel };
  return exclusionAt(pair, { policy, now, path, localTime: localMoment });
}

/** A pair with what was looked up about it: `qualificationFor` and `metresTo`. */
export interface Pair {
  readonly job: Job;
  readonly worker: WorkerSnapshot;
  readonly qualification: Qualification | null;
  readonly metres: number | null;
  /** Minutes of travel where a routing provider was asked; absent or null: by distance. */
  readonly travel?: number | null;
}

/** `exclusionOf` for callers who ask about many pairs and have looked these things up already. */
export function exclusionAt({ job, worker, qualification, metres, travel }: Pair, { policy, now, path, localTime }: Judgement): ExclusionCode | null {
  const { from, to } = travel == null ? occupationOf(job, worker, policy, now, metres) : occupationAfter(job, travel, policy, now);
  const work = { orderId: job.orderId, from, to, position: job.mode === "remote" ? null : job.position };
  const it: Case = { job, worker, policy, now, localTime, qualification, metres, work, others: withoutOrder(worker, job.orderId) };
  for (const { code, excludes } of checksOn.get(path) ?? exclusions) if (excludes(it)) return code;
  return null;
}

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

function occupationAfter(job: Job, travel: number, policy: Policy, now: Instant): Interval {
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

/** Whether a certificate in the category is valid now and still at the start (§6: at accept and at start). */
export function isCertified(qualification: Qualification | null, now: Instant, startsAt: Instant): boolean {
  if (qualification === null || !qualification.certified) return false;
  return qualification.validUntil === null || qualification.validUntil > Math.max(now, startsAt);
}

function provesSkill(job: Job, qualification: Qualification | null, now: Instant, startsAt: Instant): boolean {
  if (job.certificate === "optional") return true;
  if (isCertified(qualification, now, startsAt)) return true;
  return job.certificate === "proof" && qualification !== null && qualification.proofOfWork;
}

function withoutOrder(worker: WorkerSnapshot, orderId: string): WorkerSnapshot {
  for (const commitment of worker.commitments) {
    if (commitment.orderId === orderId) return { ...worker, commitments: worker.commitments.filter((other) => other.orderId !== orderId) };
  }
  return worker;
}
