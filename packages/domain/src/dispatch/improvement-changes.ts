import { minutesAtSpeed } from "../geo/distance.ts";
import type { Instant } from "../kernel/instant.ts";
import { workingStartAt } from "../schedule/calendar.ts";
import { type Asking, openChecks } from "./candidates.ts";
import { firstExclusion } from "./eligibility.ts";
import type { Improvement } from "./improvement.ts";
import { caseOf } from "./judgement.ts";
import { qualificationFor } from "./pair-facts.ts";
import { note, noteSize, numberSize } from "./pair-notes.ts";
import type { RoundState } from "./round-state.ts";
import { distancePart, isBadReview, type ScoreParts, tagPoints } from "./score.ts";
import type { WorkerSnapshot } from "./snapshot.ts";

/** Whose improvement is asked for (by place in the round's list, and row of its pairs), with the score's parts and the way there. */
export interface ImprovementCase {
  readonly asking: Asking;
  readonly state: RoundState;
  worker: number;
  pair: number;
  parts: ScoreParts;
  metres: number;
  /** How many of the tags asked for the worker has, and the points of the skill part they are. */
  tagsMatched: number;
  tagPoints: number;
}

/** What is changed, and the part it counts for. */
export type Change = Pick<Improvement, "part" | "unit">;

/** The things somebody could have more of, and the parts they count for. They are told apart by their place: see the functions below. */
export const changes: readonly Change[] = [
  { part: "distance", unit: "metres" },
  { part: "standing", unit: "standing" },
  { part: "history", unit: "orders" },
  { part: "activity", unit: "percent" },
  { part: "response", unit: "percent" },
  { part: "profile", unit: "percent" },
  { part: "skill", unit: "tags" },
  { part: "skill", unit: "certificate" },
];

/** The least that a change must lead to for `need` more points; null: nothing does. A switch, because a round asks this a million times. */
export function leastChange(it: ImprovementCase, place: number, need: number): number | null {
  const { score } = it.state.policy.dispatch;
  const { parts } = it;
  switch (place) {
    case 0:
      return nearestEnough(it, parts.distance + need);
    case 1:
      return leastShare(parts.standing + need, 1_000, score.standing);
    case 2:
      return ordersEnough(it, parts.history + need);
    case 3:
      return leastShare(parts.activity + need, 100, score.activity);
    case 4:
      return leastShare(parts.response + need, 100, score.response);
    case 5:
      return leastShare(parts.profile + need, 100, score.profile);
    case 6:
      return tagsEnough(it, need);
    default:
      return certificateEnough(it, need);
  }
}

/** How many points the part has more after a change. */
export function pointsGained(it: ImprovementCase, place: number, to: number): number {
  const { policy } = it.state;
  const { score } = policy.dispatch;
  const { parts } = it;
  switch (place) {
    case 0:
      return distancePart(it.asking.job, to, policy) - parts.distance;
    case 1:
      return shareOf(to, 1_000, score.standing) - parts.standing;
    case 2:
      return Math.min(score.history, score.historyPerOrder * to) - parts.history;
    case 3:
      return shareOf(to, 100, score.activity) - parts.activity;
    case 4:
      return shareOf(to, 100, score.response) - parts.response;
    case 5:
      return shareOf(to, 100, score.profile) - parts.profile;
    case 6:
      return gainByTags(it, to);
    default:
      return score.skillCertified;
  }
}

/** Where what a change is about stands now; null: not known yet. */
export function standsAt(it: ImprovementCase, place: number): number | null {
  switch (place) {
    case 0:
      return it.metres;
    case 1:
      return it.state.notes.numbers[it.pair * numberSize] as number;
    case 2:
      return togetherOf(it)?.completed ?? 0;
    case 3:
      return percentOf(workerOf(it).activity.online, workerOf(it).activity.available);
    case 4:
      return percentOf(workerOf(it).response.withinFiveMinutes, workerOf(it).response.of);
    case 5:
      return workerOf(it).profilePercent;
    case 6:
      return it.tagsMatched;
    default:
      return 0;
  }
}

function workerOf({ state, worker }: ImprovementCase): WorkerSnapshot {
  return state.workers[worker] as WorkerSnapshot;
}

/** The least value whose share of `most`, floored, reaches the target. */
function leastShare(target: number, of: number, most: number): number {
  return Math.ceil((target * of) / most);
}

function shareOf(value: number, of: number, most: number): number {
  return Math.floor((most * value) / of);
}

function percentOf(value: number, of: number): number | null {
  return of <= 0 ? null : Math.floor((100 * value) / of);
}

/** The farthest place from which the distance part reaches the target and the worker could be asked. */
function nearestEnough(it: ImprovementCase, target: number): number | null {
  const { distance, distanceZeroAtKm } = it.state.policy.dispatch.score;
  if (it.asking.job.mode === "remote") return null;
  for (let points = target; points <= distance; points += 1) {
    const to = Math.floor((distanceZeroAtKm * 1_000 * (distance - points)) / distance);
    if (!isExcludedFrom(it, to)) return to;
  }
  return null;
}

/**
 * Whether the worker would be excluded from nearer by. Of all changes only this one bears on eligibility: a shorter way
 * may move the working start, and with it the work into a neighbour, a rest or the night. Else there is nothing to judge anew.
 */
function isExcludedFrom(it: ImprovementCase, to: number): boolean {
  const { asking, state } = it;
  // Their radius reaches from farther away; and what no check bears on, or does at the same hours, is as eligible as it was.
  if (state.notes.cells[it.pair * noteSize + note.checks] === 0) return false;
  if (startFrom(it, to) === startFrom(it, it.metres)) return false;
  const checks = openChecks(state, asking, it.worker, to);
  if (checks === 0) return false;
  const { job } = asking;
  const worker = workerOf(it);
  return firstExclusion(caseOf({ job, worker, qualification: qualificationFor(job, worker), metres: to }, state.judgement), checks) >= 0;
}

/** When work would begin from so far away. */
function startFrom({ asking, state: { notes, policy, now }, pair }: ImprovementCase, metres: number): Instant {
  const kmPerHour = notes.numbers[pair * numberSize + 1] as number;
  return workingStartAt(asking.startsAt, minutesAtSpeed(metres, kmPerHour, policy), policy, now);
}

function togetherOf(it: ImprovementCase) {
  if (it.state.notes.cells[it.pair * noteSize + note.hasHistory] === 0) return undefined;
  const { together } = workerOf(it);
  const { customerId } = it.asking.job;
  return Object.hasOwn(together, customerId) ? together[customerId] : undefined;
}

/** More orders done together; a bad last review keeps the part at nothing, and so does a policy that counts them for nothing. */
function ordersEnough(it: ImprovementCase, target: number): number | null {
  const { historyPerOrder } = it.state.policy.dispatch.score;
  if (historyPerOrder === 0 || isBadReview(togetherOf(it)?.lastStars ?? null)) return null;
  return Math.ceil(target / historyPerOrder);
}

/** More of the tags that were asked for, added to the profile as it is. */
function tagsEnough(it: ImprovementCase, need: number): number | null {
  for (let more = it.tagsMatched + 1; more <= it.asking.tagsAsked; more += 1) if (gainByTags(it, more) >= need) return more;
  return null;
}

function gainByTags({ asking, state, pair, tagsMatched, tagPoints: before }: ImprovementCase, to: number): number {
  const onProfile = state.notes.cells[pair * noteSize + note.tagsOnProfile] as number;
  return tagPoints(to, asking.tagsAsked, onProfile + to - tagsMatched, state.policy) - before;
}

/** One certificate, unless the skill part already counts one: then it is more than its tags. */
function certificateEnough({ state, parts, tagPoints }: ImprovementCase, need: number): number | null {
  if (state.policy.dispatch.score.skillCertified < need) return null;
  return parts.skill === tagPoints ? 1 : null;
}
