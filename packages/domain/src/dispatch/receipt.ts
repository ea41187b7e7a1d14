import type { Instant } from "../kernel/instant.ts";
import type { ExclusionCode } from "./exclusions.ts";
import { type Improvement, type ImprovementCase, smallestImprovement } from "./improvement.ts";
import type { ScoreParts } from "./score.ts";

/**
 * Why a worker who could have been asked was not: others ranked higher, they had or got another offer, or (said by the save,
 * never by a round) the order or their calendar changed before the offer could be made.
 */
export type PassedOverReason = "outranked" | "offered_elsewhere" | "holding_offer" | "changed_meanwhile";

/**
 * Why a worker was, or was not, offered an order (§6). It holds the worker's own parts and place, and how many were ranked;
 * never another worker's parts or income.
 */
export type Receipt = {
  readonly orderId: string;
  readonly workerId: string;
  readonly at: Instant;
  readonly policyVersion: string;
  /** The order's matching round and the wave the decision was made in. */
  readonly round: number;
  readonly wave: number;
} & (
  | { readonly outcome: "excluded"; readonly reason: ExclusionCode }
  | ({ readonly outcome: "offered" } & Ranked)
  | ({ readonly outcome: "passed_over"; readonly reason: PassedOverReason; readonly improvement: Improvement | null } & Ranked)
);

interface Ranked {
  readonly parts: ScoreParts;
  readonly score: number;
  /** From 1; equal scores rank by worker id. */
  readonly rank: number;
  /** How many were eligible. */
  readonly of: number;
  /** The worker's own way to the place, whole metres; 0 for remote work. */
  readonly metres: number;
}

/** The ranked workers of one order, best first, from row `from` on, in columns with the worker's index and score. */
export interface Ranking {
  readonly workers: ArrayLike<number>;
  readonly scores: ArrayLike<number>;
  readonly from: number;
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
 * The smallest single improvement that would have moved the worker at a row up, the ranking run again to make sure; null
 * for the first, and where no single part has the room.
 */
export function improvementAt(ranking: Ranking, row: number, it: ImprovementCase): Improvement | null {
  if (row === ranking.from) return null;
  const { workers, scores, from } = ranking;
  const score = scores[row] as number;
  const need = (scores[row - 1] as number) - score + ((workers[row] as number) < (workers[row - 1] as number) ? 0 : 1);
  const step = smallestImprovement(it, need);
  if (step === null) return null;
  const rank = rankWith(ranking, row, score + step.points);
  return rank <= row - from ? { part: step.part, points: step.points, unit: step.unit, from: step.from, to: step.to, rank } : null;
}
