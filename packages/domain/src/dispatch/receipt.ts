import type { Instant } from "../kernel/instant.ts";
import type { ExclusionCode } from "./exclusions.ts";
import type { Improvement } from "./improvement.ts";
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
