import { commissionDue } from "../../fees/commission.ts";
import { DAY, type Instant } from "../../kernel/instant.ts";
import { advance } from "../../machines/advance.ts";
import type { WorkingDaysEnd } from "../../schedule/working-days.ts";
import { chooseArbitrator } from "../arbitrators.ts";
import { billOf } from "../bill.ts";
import { disputeMachine } from "../dispute-machine.ts";
import type { Dispute, Evidence } from "../dispute-record.ts";
import { dueFen } from "../due.ts";
import type { WorkingDayClocks } from "../facts.ts";
import { disputeOf } from "../guards/dispute.ts";
import { heldFen, refund, release } from "../money.ts";
import type { Order } from "../order.ts";
import type { SideEffect } from "../outcome.ts";
import { assignmentOf, type Contribution, commandOf, type OrderEffect, type Step } from "../step.ts";
import { moveMoney } from "./settlement.ts";

/** A part of the escrow for the worker: travel first, which carries no commission; the rest on the base so far (§4). */
function shareForWorker(step: Step, order: Order, fen: number, travelFen: number): Parameters<typeof release>[2] {
  const commissionableFen = fen - Math.min(fen, travelFen);
  const baseSoFar = order.money.commissionableFen + commissionableFen;
  const commissionFen = commissionDue(baseSoFar, order.money.commissionFen, assignmentOf(order).pinned, step.facts.policy);
  return { workerFen: fen - commissionFen, commissionFen, commissionableFen };
}

/** A customer disputes D of what is due: the rest of it is settled at once, D is held, what goes beyond is refunded. A worker's dispute holds the whole escrow (§8). */
export const openTheDispute: OrderEffect = (step): Contribution => {
  const { order, facts, now, actor } = step;
  const { amountFen, reason, evidenceId, files } = commandOf(step, "openDispute");
  const byCustomer = actor.role === "customer";
  const due = dueFen(order, now, facts.policy);
  const travel = order.travelEarned ? order.terms.travelFen : 0;
  const undisputed = byCustomer ? due - amountFen : 0;
  const by = sideOf(step);
  const first: Evidence = { id: evidenceId, by, at: now, version: order.version + 1, textCommitment: null, files };
  const evidenceUntil = now + facts.policy.disputes.evidence;
  const dispute: Dispute = {
    state: "evidence",
    openedBy: by,
    openedAt: now,
    openedFrom: order.state,
    reason,
    claimedFen: amountFen,
    dueFen: due,
    heldFen: byCustomer ? amountFen : heldFen(order.money),
    travelLeftFen: Math.max(0, travel - undisputed),
    ...clockTo(step, evidenceUntil),
    latestAt: null,
    evidence: files.length === 0 ? [] : [first],
    evidenceUntil,
    evidenceRequest: null,
    arbitratorId: null,
    formerArbitratorIds: [],
    escalations: 0,
    appealedBy: null,
    appealReason: null,
    decision: null,
    appealedDecision: null,
    acceptedBy: [],
    splitProposal: null,
  };
  const bill = order.bill ?? (order.service === null ? null : billOf(order, assignmentOf(order).pinned, { until: now }, facts.policy));
  if (!byCustomer) return { changes: { dispute, bill } };
  const settled = moveMoney(
    order,
    "partial_settlement",
    (current) => release(current, assignmentOf(order).workerId, shareForWorker(step, current, undisputed, travel)),
    (current) => refund(current, heldFen(current.money) - amountFen),
  );
  return { ...settled, changes: { ...settled.changes, dispute, bill } };
};

/** Moves the dispute along its own table. */
function move(step: Step, command: keyof typeof disputeMachine, changes: Partial<Dispute>): Contribution {
  const dispute = disputeOf(step);
  return { changes: { dispute: { ...dispute, ...changes, state: advance(disputeMachine, dispute.state, command) } } };
}

/** A clock that begins: when it ends, when it is reminded of, and the unpublished years it counted. */
type Clock = Pick<Dispute, "dueAt" | "remindAt" | "unpublishedYears">;

/** A clock with its reminder, when there is time for one. */
function clockTo(step: Step, dueAt: Instant, unpublishedYears: readonly number[] = []): Clock {
  const remindAt = dueAt - step.facts.policy.disputes.remindBefore;
  return { dueAt, remindAt: remindAt > step.now ? remindAt : null, unpublishedYears };
}

/** The end of an arbitrators' clock on the working-day calendar, which comes with the facts; without one, days are plain. */
function workingDaysEnd(step: Step, which: keyof WorkingDayClocks): WorkingDaysEnd {
  const { workingDays, policy } = step.facts;
  if (workingDays !== null) return workingDays[which];
  const { decidingWorkingDays, decidingWorkingDaysMost, appealWorkingDays } = policy.disputes;
  const days = {
    deciding: decidingWorkingDays,
    outside: decidingWorkingDaysMost,
    escalated: decidingWorkingDaysMost - decidingWorkingDays,
    appeal: appealWorkingDays,
  }[which];
  return { at: step.now + days * DAY, unpublishedYears: [] };
}

function workingClock(step: Step, which: keyof WorkingDayClocks): Clock {
  const { at, unpublishedYears } = workingDaysEnd(step, which);
  return clockTo(step, at, unpublishedYears);
}

/** A side of the dispute, by who acts. */
function sideOf(step: Step): "customer" | "worker" {
  return step.actor.role === "customer" ? "customer" : "worker";
}

/** When evidence closed: now, if not before; a dispute of an earlier version does not say. */
function evidenceClosed(step: Step): Instant {
  return Math.min(step.now, disputeOf(step).evidenceUntil ?? step.now);
}

/** The evidence is in: the arbitrators' clock runs, three working days and at the outside five (§8). */
export const closeEvidence: OrderEffect = (step) =>
  move(step, "closeEvidence", {
    ...workingClock(step, "deciding"),
    latestAt: workingDaysEnd(step, "outside").at,
    evidenceUntil: evidenceClosed(step),
  });

/** A side's words and files, for ever, in an event of their own. */
export const recordEvidence: OrderEffect = (step) => {
  const { evidenceId: id, textCommitment, files } = commandOf(step, "addEvidence");
  const added: Evidence = { id, by: sideOf(step), at: step.now, version: step.order.version + 1, textCommitment, files };
  return move(step, "addEvidence", { evidence: [...disputeOf(step).evidence, added] });
};

/** Both sides may add for a day, at most until the arbitrator's own clock ends. */
export const openEvidenceAgain: OrderEffect = (step) => {
  const { dueAt } = disputeOf(step);
  const evidenceUntil = Math.min(dueAt, step.now + step.facts.policy.disputes.moreEvidence);
  return move(step, "askForEvidence", { evidenceUntil, evidenceRequest: { at: step.now, note: commandOf(step, "askForEvidence").note } });
};

export const countDisputeReminder: OrderEffect = (step) => move(step, "remind", { remindAt: null });

/** Somebody is in charge. */
export const putInCharge: OrderEffect = (step) => {
  const { arbitratorId } = commandOf(step, "assignArbitrator");
  const { arbitratorId: former, formerArbitratorIds } = disputeOf(step);
  return move(step, "assign", { arbitratorId, formerArbitratorIds: former === null ? formerArbitratorIds : [...formerArbitratorIds, former] });
};

/** Hands the dispute to somebody never involved; when nobody is left, an admin must (§8). */
function handOver(step: Step, by: "load" | "seniority"): Contribution {
  const arbitratorId = chooseArbitrator(step.order, step.facts.arbitrators, by);
  return arbitratorId === null ? {} : move(step, "assign", { arbitratorId });
}

export const assignLeastLoaded: OrderEffect = (step) => handOver(step, "load");
export const assignMostSenior: OrderEffect = (step) => handOver(step, "seniority");

/**
 * A missed clock goes to the next senior arbitrator and alerts; never a default to a side (§2). The next has what is left of
 * the five working days; when they are over, as much again.
 */
export const escalate: OrderEffect = (step) => {
  const { arbitratorId, formerArbitratorIds, escalations, latestAt, unpublishedYears } = disputeOf(step);
  const withinOutside = latestAt !== null && step.now < latestAt;
  return move(step, "escalate", {
    arbitratorId: null,
    formerArbitratorIds: arbitratorId === null ? formerArbitratorIds : [...formerArbitratorIds, arbitratorId],
    escalations: escalations + 1,
    ...(withinOutside ? clockTo(step, latestAt, unpublishedYears) : workingClock(step, "escalated")),
  });
};

/** Decided: both sides have 48 h to accept or appeal. */
export const recordDecision: OrderEffect = (step) =>
  move(step, "decide", {
    decision: commandOf(step, "decideDispute").decision,
    acceptedBy: [],
    evidenceUntil: evidenceClosed(step),
    ...clockTo(step, step.now + step.facts.policy.disputes.decided),
  });

/** The decision on the appeal is final. */
export const recordFinalDecision: OrderEffect = (step) => move(step, "decideAppeal", { decision: commandOf(step, "decideDispute").decision });

export const recordAcceptance: OrderEffect = (step) => {
  return move(step, "accept", { acceptedBy: [...disputeOf(step).acceptedBy, sideOf(step)] });
};

/** Appealed once, to a different arbitrator (§8). */
export const recordAppeal: OrderEffect = (step) => {
  const { arbitratorId, formerArbitratorIds, decision } = disputeOf(step);
  return move(step, "appeal", {
    appealedBy: sideOf(step),
    appealReason: commandOf(step, "appealDispute").reason,
    appealedDecision: decision,
    decision: null,
    latestAt: null,
    arbitratorId: null,
    formerArbitratorIds: arbitratorId === null ? formerArbitratorIds : [...formerArbitratorIds, arbitratorId],
    ...workingClock(step, "appeal"),
  });
};

export const recordSplitProposal: OrderEffect = (step) => {
  const { toWorkerFen, toCustomerFen } = commandOf(step, "proposeSplit");
  return move(step, "propose", { splitProposal: { by: sideOf(step), toWorkerFen, toCustomerFen } });
};

/** Pays out what was held, as decided: the worker's part with its commission, the rest to the customer's captures (§8, I6). */
function execute(step: Step, toWorkerFen: number, command: "execute" | "agree"): Contribution {
  const dispute = disputeOf(step);
  const { workerId } = assignmentOf(step.order);
  const paid = moveMoney(
    step.order,
    "decision",
    (current) => release(current, workerId, shareForWorker(step, current, toWorkerFen, dispute.travelLeftFen)),
    (current) => refund(current, heldFen(current.money)),
  );
  return { ...paid, changes: { ...paid.changes, ...move(step, command, {}).changes } };
}

export const executeDecision: OrderEffect = (step) => execute(step, disputeOf(step).decision?.toWorkerFen ?? 0, "execute");
export const executeSplit: OrderEffect = (step) => execute(step, disputeOf(step).splitProposal?.toWorkerFen ?? 0, "agree");

/** A dispute lost counts for the customer's standing: less than half of what they disputed came back (§8). */
export const recordLoss: OrderEffect = (step) => {
  const { decision, heldFen: held, openedBy } = disputeOf(step);
  const lost: SideEffect[] =
    decision !== null && openedBy === "customer" && decision.toCustomerFen * 2 < held
      ? [{ kind: "recordCustomer", customerId: step.order.customerId, event: "dispute_lost" }]
      : [];
  return { sideEffects: lost };
};
