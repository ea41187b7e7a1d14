import { commissionDue } from "../../fees/commission.ts";
import { advance } from "../../machines/advance.ts";
import { billOf } from "../bill.ts";
import { disputeMachine } from "../dispute-machine.ts";
import { dueFen } from "../due.ts";
import { disputeOf } from "../guards/dispute.ts";
import { heldFen, refund, release } from "../money.ts";
import type { Dispute, Order } from "../order.ts";
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
  const { amountFen, reason } = commandOf(step, "openDispute");
  const byCustomer = actor.role === "customer";
  const due = dueFen(order, now, facts.policy);
  const travel = order.travelEarned ? order.terms.travelFen : 0;
  const undisputed = byCustomer ? due - amountFen : 0;
  const dispute: Dispute = {
    state: "evidence",
    openedBy: byCustomer ? "customer" : "worker",
    openedAt: now,
    openedFrom: order.state,
    reason,
    dueFen: due,
    heldFen: byCustomer ? amountFen : heldFen(order.money),
    travelLeftFen: Math.max(0, travel - undisputed),
    dueAt: now + facts.policy.disputes.evidence,
    arbitratorId: null,
    formerArbitratorIds: [],
    escalations: 0,
    appealedBy: null,
    decision: null,
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

/** The end of the arbitrators' clock, on the working-day calendar; it comes with the facts. */
function clock(step: Step, which: "deciding" | "appeal"): number {
  const { workingDays, policy } = step.facts;
  if (workingDays !== null) return workingDays[which];
  const days = which === "deciding" ? policy.disputes.decidingWorkingDays : policy.disputes.appealWorkingDays;
  return step.now + days * 86_400_000;
}

/** The evidence is in: the arbitrators' clock runs. */
export const closeEvidence: OrderEffect = (step) => move(step, "closeEvidence", { dueAt: clock(step, "deciding") });

/** Somebody is in charge. */
export const putInCharge: OrderEffect = (step) => {
  const { arbitratorId } = commandOf(step, "assignArbitrator");
  const { arbitratorId: former, formerArbitratorIds } = disputeOf(step);
  return move(step, "assign", { arbitratorId, formerArbitratorIds: former === null ? formerArbitratorIds : [...formerArbitratorIds, former] });
};

/** A missed clock goes to the next senior arbitrator and alerts; never a default to a side (§2). */
export const escalate: OrderEffect = (step) => {
  const { arbitratorId, formerArbitratorIds, escalations, state } = disputeOf(step);
  return move(step, "escalate", {
    arbitratorId: null,
    formerArbitratorIds: arbitratorId === null ? formerArbitratorIds : [...formerArbitratorIds, arbitratorId],
    escalations: escalations + 1,
    dueAt: clock(step, state === "appealed" ? "appeal" : "deciding"),
  });
};

/** Decided: both sides have 48 h to accept or appeal. */
export const recordDecision: OrderEffect = (step) =>
  move(step, "decide", { decision: commandOf(step, "decideDispute").decision, acceptedBy: [], dueAt: step.now + step.facts.policy.disputes.decided });

/** The decision on the appeal is final. */
export const recordFinalDecision: OrderEffect = (step) => move(step, "decideAppeal", { decision: commandOf(step, "decideDispute").decision });

export const recordAcceptance: OrderEffect = (step) => {
  const side = step.actor.role === "customer" ? ("customer" as const) : ("worker" as const);
  return move(step, "accept", { acceptedBy: [...disputeOf(step).acceptedBy, side] });
};

/** Appealed once, to a different arbitrator (§8). */
export const recordAppeal: OrderEffect = (step) => {
  const { arbitratorId, formerArbitratorIds } = disputeOf(step);
  return move(step, "appeal", {
    appealedBy: step.actor.role === "customer" ? "customer" : "worker",
    arbitratorId: null,
    formerArbitratorIds: arbitratorId === null ? formerArbitratorIds : [...formerArbitratorIds, arbitratorId],
    dueAt: clock(step, "appeal"),
  });
};

export const recordSplitProposal: OrderEffect = (step) => {
  const { toWorkerFen, toCustomerFen } = commandOf(step, "proposeSplit");
  return move(step, "propose", { splitProposal: { by: step.actor.role === "customer" ? "customer" : "worker", toWorkerFen, toCustomerFen } });
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
