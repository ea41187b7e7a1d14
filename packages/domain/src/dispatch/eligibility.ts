import type { Instant } from "../kernel/instant.ts";
import type { Policy } from "../policy/policy.ts";
import { localMoment } from "../schedule/local-time.ts";
import { type Check, type ExclusionCode, exclusions } from "./exclusions.ts";
import { type Case, caseOf, type DispatchPath, type Judgement, type Pair } from "./judgement.ts";
import { metresTo, qualificationFor } from "./pair-facts.ts";
import type { Job, WorkerSnapshot } from "./snapshot.ts";

/** A set of exclusions, one bit each by their place in the table. */
export type Checks = number;

/** The checks of the table that `counts` says. */
function checksWhere(counts: (check: Check) => boolean): Checks {
  let checks = 0;
  for (let place = 0; place < exclusions.length; place += 1) if (counts(exclusions[place] as Check)) checks |= 1 << place;
  return checks;
}

const paths: readonly DispatchPath[] = ["wave", "hall", "direct", "accept", "quote", "admin"];
const checksOn = new Map(paths.map((path) => [path, checksWhere(({ on }) => on === undefined || on.includes(path))]));
const all = checksWhere(() => true);
const settledBySearch = checksWhere(({ bySearch }) => bySearch !== undefined);
const beyondRadius = checksWhere(({ bySearch }) => bySearch === "beyond radius");
/** The checks of a worker's time. */
export const checksOfTime = checksWhere(({ ofTime }) => ofTime === true);
/** The one of them that a time taken fails, and its place in the table. */
export const overlapPlace = exclusions.findIndex(({ code }) => code === "excluded_overlapping");
export const overlapCheck = 1 << overlapPlace;

/** Something asked of an order alone or of a worker alone, and the checks that only count where the answer is yes. */
interface Question<Asked> {
  readonly holds: (it: Asked, judgement: Judgement) => boolean;
  readonly checks: Checks;
}

/** Each question of the table once, though several checks ask it: a round puts them to every worker of a city. */
function questionsOf<Asked>(questionOf: (check: Check) => Question<Asked>["holds"] | undefined): readonly Question<Asked>[] {
  const asked = new Set(exclusions.map(questionOf).filter((holds) => holds !== undefined));
  return [...asked].map((holds) => ({ holds, checks: checksWhere((check) => questionOf(check) === holds) }));
}

const ofOrders = questionsOf<Job>(({ order }) => order);
const ofWorkers = questionsOf<WorkerSnapshot>(({ worker }) => worker);

/** All checks but those that hang on a question answered no. */
function checksAfter<Asked>(questions: readonly Question<Asked>[], it: Asked, judgement: Judgement): Checks {
  let checks = all;
  for (const question of questions) if (!question.holds(it, judgement)) checks &= ~question.checks;
  return checks;
}

/** The checks that may exclude somebody from an order on the judgement's path: anybody found, and those whose radius does not reach. */
export function checksOfOrder(job: Job, judgement: Judgement): { readonly anybody: Checks; readonly beyondRadius: Checks } {
  const onPath = (checksOn.get(judgement.path) ?? all) & checksAfter(ofOrders, job, judgement);
  return { anybody: onPath & ~settledBySearch, beyondRadius: onPath & beyondRadius };
}

/** The checks that may exclude a worker from some order. */
export function checksOfWorker(worker: WorkerSnapshot, judgement: Judgement): Checks {
  return checksAfter(ofWorkers, worker, judgement);
}

/** The first check that excludes a pair, as its place in the table, of those that both order and worker leave open; −1: none. */
export function firstExclusion(it: Case, open: Checks): number {
  for (let left = open; left !== 0; left &= left - 1) {
    const place = 31 - Math.clz32(left & -left);
    const excludes = exclusions[place]?.pair;
    if (excludes === undefined || excludes(it)) return place;
  }
  return -1;
}

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
  return exclusionAt(pair, { policy, now, path, localTime: localMoment, cityId: job.cityId });
}

/** `exclusionOf` for callers who have looked these things up already. */
export function exclusionAt(pair: Pair, judgement: Judgement): ExclusionCode | null {
  const it = caseOf(pair, judgement);
  for (const { code, on, order, worker, pair: excludes } of exclusions) {
    if (on !== undefined && !on.includes(judgement.path)) continue;
    if (order?.(pair.job, judgement) === false || worker?.(pair.worker, judgement) === false) continue;
    if (excludes === undefined || excludes(it)) return code;
  }
  return null;
}
