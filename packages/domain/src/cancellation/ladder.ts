import type { Instant } from "../kernel/instant.ts";
import type { Fen } from "../kernel/money.ts";
import type { Policy } from "../policy/policy.ts";
import { type FeeBase, feeFor, type LadderRow, ladderRow } from "./fee.ts";

/** One step of the fee's time line: from this instant on (null: from the beginning, or from an event) cancelling costs `feeFen`. */
export interface LadderStep {
  readonly row: LadderRow;
  readonly from: Instant | null;
  /** What begins the step when it is no instant of the clock. */
  readonly event: "departed" | "arrived" | null;
  readonly feeFen: Fen;
}

export interface LadderInput extends FeeBase {
  /** Null: nobody has accepted yet; the steps are those of an accept in good time. */
  readonly acceptedAt: Instant | null;
  /** The start that counts for fees; null: as soon as possible, not yet set. */
  readonly startsAt: Instant | null;
  /** As soon as possible: free for a moment after accept. */
  readonly asSoonAsPossible: boolean;
}

/**
 * The ladder of an order as a time line (§5): each change of the fee by the clock, then what departure and arrival make
 * of it. Every amount is `feeFor`, so what is shown is what is charged.
 */
export function ladderSteps(input: LadderInput, policy: Policy): readonly LadderStep[] {
  const step = (row: LadderRow, from: Instant | null, event: LadderStep["event"]): LadderStep => ({
    row,
    from,
    event,
    feeFen: feeFor(row, input, policy),
  });
  return [
    ...stepsByClock(input, policy).map(({ row, from }) => step(row, from, null)),
    step("late", null, "departed"),
    step("arrived", null, "arrived"),
  ];
}

/**
 * Asks the ladder itself at each instant where it may change. An inclusive end ("at most 5 minutes after accept",
 * "exactly 2 h before is the middle row") changes a millisecond later.
 */
function stepsByClock(input: LadderInput, policy: Policy): readonly { readonly row: LadderRow; readonly from: Instant | null }[] {
  const { acceptedAt, startsAt } = input;
  if (startsAt === null) return [{ row: "nobody_accepted", from: null }];
  const { freeFrom, lateUnder, graceAfterAccept, graceWhenStartBeyond, asSoonAsPossibleGrace } = policy.cancellation;
  const begin = acceptedAt ?? startsAt - freeFrom;
  const byStart = [startsAt - freeFrom + 1, startsAt - lateUnder + 1, startsAt - graceWhenStartBeyond];
  const byAccept = [begin + graceAfterAccept + 1, begin + asSoonAsPossibleGrace + 1];
  const instants = [...new Set([...byStart, ...byAccept])].filter((instant) => instant > begin).sort((a, b) => a - b);
  const steps: { row: LadderRow; from: Instant | null }[] = [];
  for (const at of [begin, ...instants]) {
    const row = rowAt(at, startsAt, input, policy);
    if (steps.at(-1)?.row !== row) steps.push({ row, from: steps.length === 0 ? null : at });
  }
  return steps;
}

function rowAt(at: Instant, startsAt: Instant, { acceptedAt, asSoonAsPossible }: LadderInput, policy: Policy): LadderRow {
  const sinceAccept = acceptedAt === null ? null : at - acceptedAt;
  return ladderRow(
    {
      state: "accepted",
      secondsSinceAccept: sinceAccept === null ? null : sinceAccept / 1_000,
      secondsUntilOriginalStart: (startsAt - at) / 1_000,
      waived: asSoonAsPossible && sinceAccept !== null && sinceAccept <= policy.cancellation.asSoonAsPossibleGrace,
    },
    policy,
  );
}
