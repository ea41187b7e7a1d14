import type { Policy } from "../policy/policy.ts";
import { type Asking, openChecks, pointsOfTags, tagsMatched } from "./candidates.ts";
import { firstExclusion } from "./eligibility.ts";
import { caseOf } from "./judgement.ts";
import { occupationOf, qualificationFor } from "./pair-facts.ts";
import type { RoundState } from "./round-state.ts";
import { distancePart, isBadReview, type ScorePart, type ScoreParts, tagPoints } from "./score.ts";
import type { WorkerSnapshot } from "./snapshot.ts";
import { field } from "./worker-table.ts";

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

/** An order whose workers' improvements are asked for one after the other. */
export interface ImprovementDesk {
  readonly asking: Asking;
  readonly state: RoundState;
  /** How many points each of `changes` has left for the worker in hand. */
  readonly rooms: Int32Array;
}

export function improvementDesk(state: RoundState, asking: Asking): ImprovementDesk {
  return { asking, state, rooms: new Int32Array(changes.length) };
}

/** Whose improvement is asked for (by place in the round's list, and row of its table), with the score's parts and the way there. */
export interface ImprovementCase {
  readonly desk: ImprovementDesk;
  readonly worker: number;
  readonly row: number;
  readonly parts: ScoreParts;
  readonly metres: number;
}

/**
 * The smallest single improvement worth at least `need` points (§6), which is one or more: fewest points; among equals the part
 * with most room left, then the order below. Null: no single part has the room. Fairness is nobody's to improve. The parts are
 * tried from the most room on, so that the first worth exactly what is needed is the one.
 */
export function smallestImprovement(it: ImprovementCase, need: number): SmallestStep | null {
  const { rooms } = it.desk;
  measureRooms(it);
  let best: SmallestStep | null = null;
  for (;;) {
    const place = roomiest(rooms, need);
    const change = changes[place];
    if (change === undefined) return best;
    rooms[place] = 0;
    const { part, unit, from, least, gain } = change;
    const to = least(it, it.parts[part] + need);
    if (to === null) continue;
    const points = gain(it, to);
    if (best === null || points < best.points) best = { part, points, unit, from: from(it), to };
    if (points === need) return best;
  }
}

/** Of the rooms wide enough for what is needed, the place of the widest; −1: there is none. */
function roomiest(rooms: Int32Array, need: number): number {
  let found = -1;
  let most = need - 1;
  for (let place = 0; place < rooms.length; place += 1) {
    const room = rooms[place] as number;
    if (room <= most) continue;
    most = room;
    found = place;
  }
  return found;
}

/** How many points each change's part has left, in the order of `changes`. */
function measureRooms({ desk: { rooms, state }, parts }: ImprovementCase): void {
  const { score } = state.policy.dispatch;
  rooms[0] = score.distance - parts.distance;
  rooms[1] = score.standing - parts.standing;
  rooms[2] = score.history - parts.history;
  rooms[3] = score.activity - parts.activity;
  rooms[4] = score.response - parts.response;
  rooms[5] = score.profile - parts.profile;
  rooms[6] = score.skillTags + score.skillCertified - parts.skill;
  rooms[7] = rooms[6];
}

/** A thing somebody could have more of, and the part it counts for. */
interface Change {
  readonly part: ScorePart;
  readonly unit: SmallestStep["unit"];
  /** Where it stands; null: not known yet. */
  readonly from: (it: ImprovementCase) => number | null;
  /** The least change that lifts the part to `target` points or more; null: none does. */
  readonly least: (it: ImprovementCase, target: number) => number | null;
  /** How many points the part has more then. */
  readonly gain: (it: ImprovementCase, to: number) => number;
}

const changes: readonly Change[] = [
  {
    part: "distance",
    unit: "metres",
    from: ({ metres }) => metres,
    least: nearestEnough,
    gain: (it, to) => distancePart(it.desk.asking.job, to, scorePolicy(it)) - it.parts.distance,
  },
  share("standing", 1_000, ({ standing }) => standing),
  {
    part: "history",
    unit: "orders",
    from: (it) => togetherOf(it)?.completed ?? 0,
    least: ordersEnough,
    gain: (it, to) => {
      const { history, historyPerOrder } = scorePolicy(it).dispatch.score;
      return Math.min(history, historyPerOrder * to) - it.parts.history;
    },
  },
  share("activity", 100, ({ activity }) => percentOf(activity.online, activity.available)),
  share("response", 100, ({ response }) => percentOf(response.withinFiveMinutes, response.of)),
  share("profile", 100, ({ profilePercent }) => profilePercent),
  { part: "skill", unit: "tags", from: matchedBy, least: tagsEnough, gain: gainByTags },
  { part: "skill", unit: "certificate", from: () => 0, least: certificateEnough, gain: (it) => scorePolicy(it).dispatch.score.skillCertified },
];

function scorePolicy(it: ImprovementCase): Policy {
  return it.desk.state.policy;
}

function workerOf({ desk, worker }: ImprovementCase): WorkerSnapshot {
  return desk.state.workers[worker] as WorkerSnapshot;
}

/** A part that is a floored share of its maximum: the least value whose share reaches the target. */
function share(part: "standing" | "activity" | "response" | "profile", of: number, standsAt: (worker: WorkerSnapshot) => number | null): Change {
  return {
    part,
    unit: part === "standing" ? "standing" : "percent",
    from: (it) => standsAt(workerOf(it)),
    least: (it, target) => Math.ceil((target * of) / scorePolicy(it).dispatch.score[part]),
    gain: (it, to) => Math.floor((scorePolicy(it).dispatch.score[part] * to) / of) - it.parts[part],
  };
}

function percentOf(value: number, of: number): number | null {
  return of <= 0 ? null : Math.floor((100 * value) / of);
}

/** The farthest place from which the distance part reaches the target and the worker could be asked. */
function nearestEnough(it: ImprovementCase, target: number): number | null {
  const { distance, distanceZeroAtKm } = scorePolicy(it).dispatch.score;
  if (it.desk.asking.job.mode === "remote") return null;
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
  const { asking, state } = it.desk;
  const checks = openChecks(state, asking, it.worker, to);
  if (checks === 0) return false;
  const { job } = asking;
  const { policy, now, judgement } = state;
  const worker = workerOf(it);
  if (occupationOf(job, worker, policy, now, to).from === occupationOf(job, worker, policy, now, it.metres).from) return false;
  return firstExclusion(caseOf({ job, worker, qualification: qualificationFor(job, worker), metres: to }, judgement), checks) >= 0;
}

function togetherOf(it: ImprovementCase) {
  if (it.desk.state.table.cells[it.row + field.hasHistory] === 0) return undefined;
  const { together } = workerOf(it);
  const { customerId } = it.desk.asking.job;
  return Object.hasOwn(together, customerId) ? together[customerId] : undefined;
}

/** More orders done together; a bad last review keeps the part at nothing. */
function ordersEnough(it: ImprovementCase, target: number): number | null {
  if (isBadReview(togetherOf(it)?.lastStars ?? null)) return null;
  return Math.ceil(target / scorePolicy(it).dispatch.score.historyPerOrder);
}

function matchedBy({ desk: { asking, state }, row }: ImprovementCase): number {
  return tagsMatched(state, asking, row);
}

/** More of the tags that were asked for, added to the profile as it is. */
function tagsEnough(it: ImprovementCase, target: number): number | null {
  for (let more = matchedBy(it) + 1; more <= it.desk.asking.tagsAsked; more += 1) if (it.parts.skill + gainByTags(it, more) >= target) return more;
  return null;
}

function gainByTags(it: ImprovementCase, to: number): number {
  const { asking, state } = it.desk;
  const onProfile = state.table.cells[it.row + field.tagsOnProfile] as number;
  return tagPoints(to, asking.tagsAsked, onProfile + to - matchedBy(it), state.policy) - pointsOfTags(state, asking, it.row);
}

/** One certificate, unless the skill part already counts one: then it is more than its tags. */
function certificateEnough(it: ImprovementCase, target: number): number | null {
  const { asking, state } = it.desk;
  if (it.parts.skill + state.policy.dispatch.score.skillCertified < target) return null;
  return it.parts.skill === pointsOfTags(state, asking, it.row) ? 1 : null;
}
