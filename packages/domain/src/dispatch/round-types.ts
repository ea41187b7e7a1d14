import type { CategoryId } from "../catalog/category.ts";
import type { ErrorCode } from "../kernel/error-codes.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Fen } from "../kernel/money.ts";
import type { ExclusionCode } from "./exclusions.ts";
import type { RiskFlag } from "./flags.ts";
import type { Receipt } from "./receipt.ts";
import type { IncomeMarket, ScoreParts } from "./score.ts";
import type { Job, WorkerSnapshot } from "./snapshot.ts";

/** One city at one moment. Everything a round decides follows from it, the policy and `now`; the order of the lists does not matter. */
export interface RoundSnapshot {
  /** Orders in matching whose wave is not yet the hall. */
  readonly jobs: readonly Job[];
  /** Workers who might be asked; those of exclusive orders even when offline. */
  readonly workers: readonly WorkerSnapshot[];
  /** Every open offer in the city: who is looking at one is not shown a second of its kind. */
  readonly openOffers: readonly OpenOffer[];
  readonly market: RoundMarket;
}

export interface OpenOffer {
  readonly workerId: string;
  readonly live: boolean;
  readonly exclusive: boolean;
}

export interface RoundMarket extends IncomeMarket {
  /** Median hourly rate by category, where there are samples enough (§7). */
  readonly medianRateFen: Readonly<Record<CategoryId, Fen>>;
}

/** An offer to make, if order and worker are still at the versions it was decided on. */
export interface RoundOffer {
  readonly orderId: string;
  readonly orderVersion: number;
  readonly round: number;
  readonly wave: number;
  readonly workerId: string;
  readonly calendarVersion: number;
  readonly exclusive: boolean;
  readonly live: boolean;
  readonly parts: ScoreParts;
  readonly score: number;
  readonly rank: number;
  readonly of: number;
  /** Whole metres and minutes to the place; 0 for remote work. */
  readonly metres: number;
  readonly travelMinutes: number;
  readonly flags: readonly RiskFlag[];
  readonly expiresAt: Instant;
}

/** An order nobody (more) can be asked for in its wave: it goes on with `to`; the number of waves means the hall. */
export interface WaveMove {
  readonly orderId: string;
  readonly orderVersion: number;
  readonly to: number;
}

/** An exclusive order whose worker cannot be asked: open it to all, or refund it, as the customer chose. */
export interface ExclusiveEnd {
  readonly orderId: string;
  readonly orderVersion: number;
  readonly workerId: string;
  /** Null: the worker is not in the snapshot. */
  readonly reason: ExclusionCode | null;
}

/** A receipt for every worker who was considered for an order with room; each pass writes them out anew. */
export interface Receipts extends Iterable<Receipt> {
  readonly length: number;
}

export interface RoundResult {
  readonly at: Instant;
  readonly policyVersion: string;
  readonly offers: readonly RoundOffer[];
  readonly receipts: Receipts;
  readonly waves: readonly WaveMove[];
  readonly exclusivesOver: readonly ExclusiveEnd[];
  /** Orders no round can place as they are; the others go on. */
  readonly unplaceable: readonly { readonly orderId: string; readonly code: ErrorCode }[];
  /** Workers whose position is none at all, as (0, 0): no order at a place can reach them. */
  readonly unreachable: readonly { readonly workerId: string; readonly code: ErrorCode }[];
}
