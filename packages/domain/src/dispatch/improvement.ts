import type { Instant } from "../kernel/instant.ts";
import type { Policy } from "../policy/policy.ts";
import type { LocalTime } from "../schedule/local-time.ts";
import { exclusionAt, isCertified, occupationOf, qualificationFor } from "./eligibility.ts";
import { distancePart, isBadReview, type ScorePart, type ScoreParts, tagCounts, tagPoints } from "./score.ts";
import type { Job, WorkerSnapshot } from "./snapshot.ts";

/** One change of one thing, in that thing's own unit, and the points it would have brought. */
export interface SmallestStep {
  readonly part: ScorePart;
  readonly points: number;
  readonly unit: "certificate" | "tags" | "metres" | "standing" | "orders" | "percent";
  /** Null: not known yet. */
  readonly from: number | null;
  readonly to: number;
}

/** A step, and the rank it would have led to: the order's ranking was run again with it. */
export interface Improvement extends SmallestStep {
  readonly rank: number;
}

/** Whose improvement is asked for, on which order. */
export interface ImprovementCase {
  readonly job: Job;
  readonly worker: WorkerSnapshot;
  readonly parts: ScoreParts;
  readonly metres: number;
  readonly policy: Policy;
  readonly now: Instant;
  readonly localTime: LocalTime;
}

/**
 * The smallest single improvement worth at least `need` points (§6): fewest points; among equals the part with most
 * room left, then the order below. Null: no single part has the room. Fairness is nobody's to improve.
 */
export function smallestImprovement(it: ImprovementCase, need: number): SmallestStep | null {
  let best: SmallestStep | null = null;
  let bestRoom = 0;
  for (const { part, most, reach } of reachable) {
    const room = most(it.policy) - it.parts[part];
    if (room < need || (best !== null && best.points === need && room <= bestRoom)) continue;
    const improvement = reach(it, it.parts[part] + need);
    if (improvement === null) continue;
    const fewer = best === null || improvement.points < best.points;
    if (!fewer && !(improvement.points === best?.points && room > bestRoom)) continue;
    best = improvement;
    bestRoom = room;
  }
  return best;
}

interface Reachable {
  readonly part: ScorePart;
  readonly most: (policy: Policy) => number;
  /** The least change that lifts the part to `target` points or more; null: none does. */
  readonly reach: (it: ImprovementCase, target: number) => SmallestStep | null;
}

const reachable: readonly Reachable[] = [
  { part: "distance", most: ({ dispatch: { score } }) => score.distance, reach: byDistance },
  {
    part: "standing",
    most: ({ dispatch: { score } }) => score.standing,
    reach: ({ worker, parts, policy }, target) =>
      byShare({ part: "standing", from: worker.standing, of: 1_000, before: parts.standing, target }, policy),
  },
  { part: "history", most: ({ dispatch: { score } }) => score.history, reach: byHistory },
  {
    part: "activity",
    most: ({ dispatch: { score } }) => score.activity,
    reach: ({ worker: { activity }, parts, policy }, target) =>
      byShare({ part: "activity", from: percentOf(activity.online, activity.available), of: 100, before: parts.activity, target }, policy),
  },
  {
    part: "response",
    most: ({ dispatch: { score } }) => score.response,
    reach: ({ worker: { response }, parts, policy }, target) =>
      byShare({ part: "response", from: percentOf(response.withinFiveMinutes, response.of), of: 100, before: parts.response, target }, policy),
  },
  {
    part: "profile",
    most: ({ dispatch: { score } }) => score.profile,
    reach: ({ worker, parts, policy }, target) =>
      byShare({ part: "profile", from: worker.profilePercent, of: 100, before: parts.profile, target }, policy),
  },
  { part: "skill", most: ({ dispatch: { score } }) => score.skillTags + score.skillCertified, reach: byTags },
  { part: "skill", most: ({ dispatch: { score } }) => score.skillTags + score.skillCertified, reach: byCertificate },
];

function percentOf(value: number, of: number): number | null {
  return of <= 0 ? null : Math.floor((100 * value) / of);
}

interface Share {
  readonly part: "standing" | "activity" | "response" | "profile";
  readonly from: number | null;
  readonly of: number;
  readonly before: number;
  readonly target: number;
}

/** A part that is a floored share of its maximum: the least value whose share reaches the target. */
function byShare({ part, from, of, before, target }: Share, policy: Policy): SmallestStep | null {
  const most = policy.dispatch.score[part];
  const to = Math.ceil((target * of) / most);
  return { part, points: Math.floor((most * to) / of) - before, unit: part === "standing" ? "standing" : "percent", from, to };
}

function byCertificate({ job, worker, parts, policy, now }: ImprovementCase, target: number): SmallestStep | null {
  const points = policy.dispatch.score.skillCertified;
  if (parts.skill + points < target || isCertified(qualificationFor(job, worker), now, job.startsAt ?? now)) return null;
  return { part: "skill", points, unit: "certificate", from: 0, to: 1 };
}

/** More of the tags that were asked for, added to the profile as it is. */
function byTags({ job, worker, parts, policy }: ImprovementCase, target: number): SmallestStep | null {
  const { matched, asked, onProfile } = tagCounts(job, worker);
  const before = tagPoints(matched, asked, onProfile, policy);
  for (let more = matched + 1; more <= asked; more += 1) {
    const points = tagPoints(more, asked, onProfile + more - matched, policy) - before;
    if (parts.skill + points >= target) return { part: "skill", points, unit: "tags", from: matched, to: more };
  }
  return null;
}

/** The farthest place from which the distance part reaches the target and the worker could be asked. */
function byDistance(it: ImprovementCase, target: number): SmallestStep | null {
  const { job, metres, parts, policy } = it;
  const { distance, distanceZeroAtKm } = policy.dispatch.score;
  if (job.mode === "remote") return null;
  for (let points = target; points <= distance; points += 1) {
    const to = Math.floor((distanceZeroAtKm * 1_000 * (distance - points)) / distance);
    if (!isExcludedFrom(it, to))
      return { part: "distance", points: distancePart(job, to, policy) - parts.distance, unit: "metres", from: metres, to };
  }
  return null;
}

/**
 * Whether the worker would be excluded at another distance. Of all steps only this one bears on eligibility: a shorter way
 * may move the working start, and with it the work into a neighbour, a rest or the night. Else there is nothing to judge anew.
 */
function isExcludedFrom({ job, worker, metres, policy, now, localTime }: ImprovementCase, to: number): boolean {
  if (occupationOf(job, worker, policy, now, to).from === occupationOf(job, worker, policy, now, metres).from) return false;
  const pair = { job, worker, qualification: qualificationFor(job, worker), metres: to };
  return exclusionAt(pair, { policy, now, path: "wave", localTime }) !== null;
}

/** More orders done together; a bad last review keeps the part at nothing. */
function byHistory({ job, worker, parts, policy }: ImprovementCase, target: number): SmallestStep | null {
  const { history, historyPerOrder } = policy.dispatch.score;
  const together = Object.hasOwn(worker.together, job.customerId) ? worker.together[job.customerId] : undefined;
  if (isBadReview(together?.lastStars ?? null)) return null;
  const to = Math.ceil(target / historyPerOrder);
  return { part: "history", points: Math.min(history, historyPerOrder * to) - parts.history, unit: "orders", from: together?.completed ?? 0, to };
}
