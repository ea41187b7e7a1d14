import { mayArbitrate } from "../arbitrators.ts";
import type { Dispute } from "../dispute-record.ts";
import { dueFen } from "../due.ts";
import { heldFen } from "../money.ts";
import { commandOf, holds, type OrderGuard, type Step } from "../step.ts";

/** The dispute of a disputed order; its absence is a defect of the table. */
export function disputeOf(step: Step): Dispute {
  if (step.order.dispute === null) throw new TypeError(`order ${step.order.id} is not disputed`);
  return step.order.dispute;
}

/** The customer disputes an amount of what is due; a worker claims anything up to the whole escrow (§8). */
export const amountIsWithinDue: OrderGuard = (step) => {
  const { amountFen } = commandOf(step, "openDispute");
  const most = step.actor.role === "customer" ? dueFen(step.order, step.now, step.facts.policy) : heldFen(step.order.money);
  return holds(Number.isSafeInteger(amountFen) && amountFen > 0 && amountFen <= most, "dispute_amount_invalid", { most });
};

/** The dispute stands at one of these points. */
function stands(...states: readonly Dispute["state"][]): OrderGuard {
  return (step) => holds(states.includes(disputeOf(step).state), "dispute_not_open", { state: disputeOf(step).state });
}

export const isUnderReview = stands("deciding", "appealed");
export const isInEvidence = stands("evidence");
export const isDeciding = stands("deciding");
export const isDecided = stands("decided");
export const isAppealed = stands("appealed");
export const isBeforeDecision = stands("evidence", "deciding");
export const isUnderArbitration = stands("evidence", "deciding", "appealed");

/** An arbitrator was never involved before (§8), and is not in charge already. */
export const arbitratorIsNew: OrderGuard = (step) => {
  const { arbitratorId } = commandOf(step, "assignArbitrator");
  const known = step.facts.arbitrators.find(({ id }) => id === arbitratorId);
  return holds(disputeOf(step).arbitratorId !== arbitratorId && known !== undefined && mayArbitrate(step.order, known), "arbitrator_involved");
};

/** Evidence counts within its 48 h, or while an arbitrator has asked for more (§8). */
export const evidenceIsOpen: OrderGuard = (step) => {
  const { evidenceUntil } = disputeOf(step);
  return holds(step.now < evidenceUntil, "evidence_closed", { until: evidenceUntil });
};

/** Words, a picture or a document: a piece of evidence is not empty. */
export const evidenceSaysSomething: OrderGuard = (step) => {
  const { textCommitment, files } = commandOf(step, "addEvidence");
  return holds(textCommitment !== null || files.length > 0, "evidence_missing");
};

export const requestIsInWords: OrderGuard = (step) => holds(commandOf(step, "askForEvidence").note.trim().length > 0, "reason_missing");

/** Only the arbitrator in charge decides. */
export const isInCharge: OrderGuard = (step) => holds(disputeOf(step).arbitratorId === step.actor.id, "not_yours");

/** Two shares of whole fen that add up to what is held. */
function addsUp(step: Step, toWorkerFen: number, toCustomerFen: number) {
  const whole = [toWorkerFen, toCustomerFen].every((fen) => Number.isSafeInteger(fen) && fen >= 0);
  return holds(whole && toWorkerFen + toCustomerFen === disputeOf(step).heldFen, "decision_does_not_add_up", { heldFen: disputeOf(step).heldFen });
}

export const decisionAddsUp: OrderGuard = (step) => {
  const { decision } = commandOf(step, "decideDispute");
  return addsUp(step, decision.toWorkerFen, decision.toCustomerFen);
};

export const decisionIsReasoned: OrderGuard = (step) => holds(commandOf(step, "decideDispute").decision.reason.trim().length > 0, "reason_missing");

/** A decision names the events it rests on, and they are there. */
export const decisionCitesTheRecord: OrderGuard = (step) => {
  const { citedVersions } = commandOf(step, "decideDispute").decision;
  const known = citedVersions.every((version) => Number.isSafeInteger(version) && version >= 1 && version <= step.order.version);
  return holds(citedVersions.length > 0 && known, "citation_invalid", { most: step.order.version });
};

export const splitAddsUp: OrderGuard = (step) => {
  const { toWorkerFen, toCustomerFen } = commandOf(step, "proposeSplit");
  return addsUp(step, toWorkerFen, toCustomerFen);
};

/** There is a split on the table, and it is the other side's. */
export const splitIsTheOthers: OrderGuard = (step) => {
  const proposal = disputeOf(step).splitProposal;
  return holds(proposal !== null && proposal.by !== step.actor.role, "dispute_not_open");
};

/** A side accepts a decision once; the second acceptance executes it. */
export const hasNotAccepted: OrderGuard = (step) => holds(!disputeOf(step).acceptedBy.some((side) => side === step.actor.role), "dispute_not_open");
export const otherHasAccepted: OrderGuard = (step) =>
  holds(
    disputeOf(step).acceptedBy.some((side) => side !== step.actor.role),
    "dispute_not_open",
  );
