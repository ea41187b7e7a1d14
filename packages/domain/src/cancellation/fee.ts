import { timeAmount } from "../billing/time.ts";
import { type CommissionFacts, commissionOf } from "../fees/commission.ts";
import { divideHalfUp, type Fen, shareOf } from "../kernel/money.ts";
import type { OrderState } from "../order/order.ts";
import type { CancellationRow, Policy } from "../policy/policy.ts";

/** The states a customer may cancel from (§2). */
export const cancellableStates = [
  "quoting",
  "awaiting_payment",
  "matching",
  "accepted",
  "en_route",
  "arrived",
] as const satisfies readonly OrderState[];
export type CancellableState = (typeof cancellableStates)[number];

/** The row of the ladder that decided a fee; the screens name it. */
export type LadderRow = "waived" | "nobody_accepted" | "just_accepted" | "early" | "middle" | "late" | "arrived";

/** The price of the booked time the fee is a share of: raises included, add-ons not (§5). */
export interface FeeBase {
  readonly rateFenPerHour: Fen;
  readonly authorisedMinutes: number;
  readonly headcount: number;
}

export interface CancellationCase extends FeeBase {
  readonly state: CancellableState;
  /** Null while nobody has accepted. Seconds may carry a fraction. */
  readonly secondsSinceAccept: number | null;
  /** Seconds to the start that counts for fees (after a reschedule: §2); null while an as-soon-as-possible order has none. */
  readonly secondsUntilOriginalStart: number | null;
  readonly waived: boolean;
}

export interface CancellationFee {
  readonly feeFen: Fen;
  readonly row: LadderRow;
}

/** The fee base in fen: booked time at its price. */
export function feeBaseFen(base: FeeBase): Fen {
  return timeAmount(base.rateFenPerHour, base.authorisedMinutes, base.headcount);
}

/** Which row of the ladder applies (§5): exactly 24 h before start is free, exactly 2 h before is the middle row. */
export function ladderRow(moment: Omit<CancellationCase, keyof FeeBase>, policy: Policy): LadderRow {
  if (moment.state === "quoting" || moment.state === "awaiting_payment" || moment.state === "matching") return "nobody_accepted";
  if (moment.waived) return "waived";
  if (moment.state === "arrived") return "arrived";
  if (moment.state === "en_route") return "late";
  return rowByTime(moment.secondsSinceAccept, moment.secondsUntilOriginalStart, policy);
}

function rowByTime(secondsSinceAccept: number | null, secondsUntilStart: number | null, policy: Policy): LadderRow {
  const ladder = policy.cancellation;
  const untilStart = secondsUntilStart === null ? 0 : secondsUntilStart * 1_000;
  const accepted = secondsSinceAccept === null ? Number.POSITIVE_INFINITY : secondsSinceAccept * 1_000;
  if (untilStart >= ladder.freeFrom) return "early";
  if (accepted <= ladder.graceAfterAccept && untilStart > ladder.graceWhenStartBeyond) return "just_accepted";
  return untilStart >= ladder.lateUnder ? "middle" : "late";
}

/** What a row costs: a share of the base between so many half hours, never above the base; each amount rounded half up once. */
function feeOfRow(row: CancellationRow, base: FeeBase): Fen {
  const baseFen = feeBaseFen(base);
  const halfHours = (count: number): Fen => divideHalfUp(BigInt(base.rateFenPerHour) * BigInt(base.headcount) * BigInt(count), 2n);
  const least = Math.max(shareOf(baseFen, row.share), halfHours(row.atLeastHalfHours));
  const most = row.atMostHalfHours === null ? least : Math.min(least, halfHours(row.atMostHalfHours));
  return Math.min(baseFen, most);
}

/** The fee of a named row for this base. */
export function feeFor(row: LadderRow, base: FeeBase, policy: Policy): Fen {
  switch (row) {
    case "middle":
      return feeOfRow(policy.cancellation.middle, base);
    case "late":
      return feeOfRow(policy.cancellation.late, base);
    case "arrived":
      return feeOfRow(policy.cancellation.arrived, base);
    case "waived":
    case "nobody_accepted":
    case "just_accepted":
    case "early":
      return 0;
  }
}

/** What a customer owes for cancelling now, and the row that says so (§5). The rest of the base is refunded. */
export function cancellationFee(cancellation: CancellationCase, policy: Policy): CancellationFee {
  const row = ladderRow(cancellation, policy);
  return { row, feeFen: feeFor(row, cancellation, policy) };
}

/**
 * Splits a fee: the worker gets at most what the base would have netted under the pinned plan, so that being cancelled
 * never beats working; the rest is commission (§5).
 */
export function splitFee(
  feeFen: Fen,
  baseFen: Fen,
  pinned: CommissionFacts,
  policy: Policy,
): { readonly workerFen: Fen; readonly commissionFen: Fen } {
  const workerFen = Math.min(feeFen, commissionOf({ ...pinned, baseFen }, policy).workerNetFen);
  return { workerFen, commissionFen: feeFen - workerFen };
}
