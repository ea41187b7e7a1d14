import type { ErrorCode } from "../kernel/error-codes.ts";
import { MINUTE } from "../kernel/instant.ts";
import { isNight } from "../schedule/local-time.ts";
import { isRestingAt, restGuards } from "../schedule/rest.ts";
import { overlapGuard, type TimeGuard } from "../schedule/time-guards.ts";
import { type Case, type DispatchPath, type Judgement, othersOf, workOf } from "./judgement.ts";
import { isCertified, isLive } from "./pair-facts.ts";
import type { Job, WorkerSnapshot } from "./snapshot.ts";

export type ExclusionCode = Extract<ErrorCode, `excluded_${string}`>;

/**
 * One rule of who may not be asked: it excludes where everything it names holds, of the order alone, of the worker alone, and of
 * the pair. A round asks the first two once for each, and about a pair no more than both leave open.
 */
export interface Check {
  readonly code: ExclusionCode;
  /** The paths on which it counts; absent: on every one. */
  readonly on?: readonly DispatchPath[];
  readonly order?: (job: Job, judgement: Judgement) => boolean;
  readonly worker?: (worker: WorkerSnapshot, judgement: Judgement) => boolean;
  readonly pair?: (it: Case) => boolean;
  /** It judges the worker's time alone: nothing is left of it where there certainly is enough (`isClear`). */
  readonly ofTime?: true;
  /** A search by category and place says by itself whom it may exclude: nobody, or those whose radius does not reach. */
  readonly bySearch?: "nobody" | "beyond radius";
}

/** A guard of a worker's time as an exclusion: the same one that judges another start and extra time. */
function timeCheck({ code, breaks }: TimeGuard, bears: Pick<Check, "order" | "worker">): Check {
  const pair = (it: Case) => {
    const { job, policy, localTime } = it;
    return breaks(othersOf(it), workOf(it), { zone: job.zone, policy, localTime });
  };
  return { code, ...bears, pair, ofTime: true };
}

/** Without commitments or rest blocks a worker's time breaks nothing, unless the order alone is a day's work. */
const isBound = ({ commitments, restBlocks }: WorkerSnapshot) => commitments.length > 0 || restBlocks.length > 0;
const isDaysWork = ({ bookedMinutes }: Job, { policy }: Judgement) => bookedMinutes * MINUTE > policy.dispatch.dailyMost;

/**
 * Every exclusion of §6 in its order of precedence: the first that applies is the reason told. First what does not change
 * by waiting (who they are to each other, qualification), then this order's history with the worker, then where and
 * how the worker is now, last the calendar. A rule added here holds on every path it names, at once.
 */
export const exclusions: readonly Check[] = [
  {
    code: "excluded_other_city",
    worker: (worker, { cityId }) => worker.cityId !== cityId,
    pair: ({ job, worker }) => job.cityId !== worker.cityId,
  },
  {
    code: "excluded_blocked",
    worker: ({ blockedCustomerIds, blockedByCustomerIds }) => blockedCustomerIds.length > 0 || blockedByCustomerIds.length > 0,
    pair: ({ job, worker }) => worker.blockedCustomerIds.includes(job.customerId) || worker.blockedByCustomerIds.includes(job.customerId),
  },
  { code: "excluded_unverified", worker: ({ verified }) => !verified },
  { code: "excluded_unqualified", pair: ({ qualification }) => qualification === null, bySearch: "nobody" },
  { code: "excluded_certificate", order: ({ certificate }) => certificate !== "optional", pair: (it) => !provesSkill(it) },
  { code: "excluded_crew_too_small", worker: ({ crewSize }) => crewSize < 1 },
  { code: "excluded_crew_too_small", order: ({ headcount }) => headcount > 1, pair: ({ job, worker }) => worker.crewSize < job.headcount },
  {
    code: "excluded_left_order",
    order: ({ leftWorkerIds }) => leftWorkerIds.length > 0,
    pair: ({ job, worker }) => job.leftWorkerIds.includes(worker.id),
  },
  {
    code: "excluded_already_asked",
    // Only those who ask need to know whom they have asked; who missed an offer may still take the order from the hall.
    on: ["wave", "direct"],
    order: ({ askedWorkerIds }) => askedWorkerIds.length > 0,
    pair: ({ job, worker }) => job.askedWorkerIds.includes(worker.id),
  },
  { code: "excluded_no_position", pair: ({ metres }) => metres === null, bySearch: "nobody" },
  {
    code: "excluded_out_of_radius",
    order: ({ mode }) => mode === "on_site",
    pair: ({ worker, metres }) => metres !== null && !(metres <= worker.radiusKm * 1_000),
    bySearch: "beyond radius",
  },
  { code: "excluded_offline", on: ["wave"], worker: ({ online }) => !online },
  {
    code: "excluded_paused",
    on: ["wave", "direct"],
    order: ({ startsAt }, { policy, now }) => isLive(startsAt, policy, now),
    worker: ({ pausedUntil }, { now }) => pausedUntil !== null && now < pausedUntil,
  },
  {
    code: "excluded_night_first_visit",
    order: ({ mode, customerHasCompletedOrder }) => mode === "on_site" && !customerHasCompletedOrder,
    worker: ({ nightFirstVisits }) => !nightFirstVisits,
    pair: (it) => isNight(workOf(it).from, it.job.zone, it.policy, it.localTime),
  },
  timeCheck(overlapGuard, { worker: isBound }),
  {
    code: "excluded_resting",
    // A customer's payment of a chosen quote, or an admin's hand, may come while the worker rests: only the work itself must not.
    on: ["wave", "hall", "direct", "accept"],
    worker: (worker, { policy, now }) => isRestingAt(worker, policy, now),
  },
  ...restGuards.flatMap((guard) => [timeCheck(guard, { worker: isBound }), timeCheck(guard, { order: isDaysWork })]),
];

function provesSkill(it: Case): boolean {
  const { job, qualification, now } = it;
  if (isCertified(qualification, now, workOf(it).from)) return true;
  return job.certificate === "proof" && qualification !== null && qualification.proofOfWork;
}
