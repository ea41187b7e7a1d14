import type { Asking } from "./candidates.ts";
import { type Change, changes, type ImprovementCase, leastChange, pointsGained, standsAt } from "./improvement-changes.ts";
import type { RoundState } from "./round-state.ts";
import type { ScorePart, ScoreParts } from "./score.ts";

/** One change of one thing, in that thing's own unit, the points it would have brought, and the rank it would have led to: the ranking was run again. */
export interface Improvement {
  readonly part: ScorePart;
  readonly points: number;
  readonly unit: "certificate" | "tags" | "metres" | "standing" | "orders" | "percent";
  /** Null: not known yet. */
  readonly from: number | null;
  readonly to: number;
  readonly rank: number;
}

/** The ranked workers of one order, best first, from row `from` on, in columns with the worker's index and score. */
export interface Ranking {
  readonly workers: ArrayLike<number>;
  readonly scores: ArrayLike<number>;
  readonly from: number;
}

/** Where the improvements of one order's workers are worked out one after the other: the case in hand, and what was found for it. */
export interface ImprovementDesk extends ImprovementCase {
  readonly ranking: Ranking;
  /** How many points each of `changes` has left. */
  readonly rooms: Int32Array;
  /** The smallest change found: its place among `changes` (−1: none), what it would lead to, and the points it would bring. */
  place: number;
  to: number;
  points: number;
}

const nobody: ScoreParts = { skill: 0, distance: 0, standing: 0, history: 0, activity: 0, response: 0, profile: 0, fairness: 0 };

export function improvementDesk(state: RoundState, asking: Asking, from: number): ImprovementDesk {
  const ranking = { workers: state.pairs.worker, scores: state.pairs.score, from };
  const rooms = new Int32Array(changes.length);
  const inHand = { worker: -1, pair: -1, parts: nobody, metres: 0, tagsMatched: 0, tagPoints: 0 };
  return { asking, state, ranking, rooms, ...inHand, place: -1, to: 0, points: 0 };
}

/**
 * The smallest single improvement that would have moved the worker of the case in hand, who stands at a row of the ranking, up; null
 * for the first, and where no single part has the room.
 */
export function improvementAt(desk: ImprovementDesk, row: number): Improvement | null {
  const { workers, scores, from } = desk.ranking;
  if (row === from) return null;
  const score = scores[row] as number;
  const need = (scores[row - 1] as number) - score + ((workers[row] as number) < (workers[row - 1] as number) ? 0 : 1);
  findSmallest(desk, need);
  const { place, to, points } = desk;
  if (place < 0) return null;
  const change = changes[place] as Change;
  const rank = rankWith(desk.ranking, row, score + points);
  return rank <= row - from ? { part: change.part, points, unit: change.unit, from: standsAt(desk, place), to, rank } : null;
}

/** The rank (from 1) the worker at a row would have with a higher score, all others unchanged. */
export function rankWith({ workers, scores, from }: Ranking, row: number, score: number): number {
  const worker = workers[row] as number;
  let place = row;
  while (place > from) {
    const above = scores[place - 1] as number;
    if (above > score || (above === score && (workers[place - 1] as number) < worker)) break;
    place -= 1;
  }
  return place - from + 1;
}

/**
 * Finds the smallest single change worth at least `need` points (§6), which is one or more: fewest points; among equals the part
 * with most room left, then the order of `changes`. Fairness is nobody's to improve. Being nearer is tried last: whether it is
 * allowed takes longest to say.
 */
function findSmallest(desk: ImprovementDesk, need: number): void {
  measureRooms(desk);
  desk.place = -1;
  for (let place = 1; place < changes.length; place += 1) tryChange(desk, place, need);
  tryChange(desk, 0, need);
}

/** Tries one change, where it could be the smallest yet. */
function tryChange(desk: ImprovementDesk, place: number, need: number): void {
  const { rooms } = desk;
  const room = rooms[place] as number;
  const least = desk.place < 0 ? -1 : (rooms[desk.place] as number);
  const isBehind = room < least || (room === least && place > desk.place);
  if (room < need || (isBehind && desk.points === need)) return;
  const to = leastChange(desk, place, need);
  if (to === null) return;
  const points = pointsGained(desk, place, to);
  if (desk.place >= 0 && (points > desk.points || (points === desk.points && isBehind))) return;
  desk.place = place;
  desk.to = to;
  desk.points = points;
}

/** How many points each change's part has left, in the order of `changes`. */
function measureRooms({ rooms, state, parts }: ImprovementDesk): void {
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
