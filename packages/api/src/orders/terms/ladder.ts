import type { LadderStepView } from "@lingong/contracts";
import { type CommissionFacts, feeBaseFen, type LadderInput, type LadderStep, ladderSteps, type Policy, splitFee } from "@lingong/domain";
import { iso } from "../../kernel/iso.ts";

function shareOfRow(row: LadderStep["row"], policy: Policy): number {
  switch (row) {
    case "middle":
    case "late":
    case "arrived":
      return policy.cancellation[row].share;
    default:
      return 0;
  }
}

/** The cancellation ladder as drawn on a time line, with what of each fee the worker gets (§5). */
export function ladderView(input: LadderInput, facts: CommissionFacts, policy: Policy): LadderStepView[] {
  const baseFen = feeBaseFen(input);
  return ladderSteps(input, policy).map((step) => ({
    row: step.row,
    from: iso(step.from),
    event: step.event,
    share: shareOfRow(step.row, policy),
    feeFen: step.feeFen,
    workerFen: splitFee(step.feeFen, baseFen, facts, policy).workerFen,
  }));
}
