import { cancellationFee, splitFee } from "../../cancellation/fee.ts";
import { billOf, cutBill } from "../bill.ts";
import { cancellationCaseOf } from "../cancellation-case.ts";
import { feeBaseFen, heldFen, type Movement, refund, release } from "../money.ts";
import type { BillLine, Order } from "../order.ts";
import type { JournalReason, Transfer } from "../outcome.ts";
import { assignmentOf, type Contribution, type OrderEffect, type Step } from "../step.ts";

/** Joins money movements of one event into one contribution, each laid over the order the former left. */
export function moveMoney(order: Order, posting: JournalReason, ...movements: readonly ((order: Order) => Movement)[]): Contribution {
  let after = order;
  const transfers: Transfer[] = [];
  const intents: Movement["intents"][number][] = [];
  for (const move of movements) {
    const movement = move(after);
    transfers.push(...movement.transfers);
    intents.push(...movement.intents);
    after = { ...after, ...movement.changes };
  }
  return { posting, transfers, intents, changes: { money: after.money, payments: after.payments } };
}

/** Sends back whatever is still held. */
const refundRest = (order: Order): Movement => refund(order, heldFen(order.money));

/** Everything that was captured and is still held goes back. */
export const refundAll: OrderEffect = ({ order }) => moveMoney(order, "full_refund", refundRest);

/** The bill is settled: net to the worker, commission to the platform, the rest to the customer's own captures, newest first (§3, §4). */
export const settleBill: OrderEffect = ({ order, facts }) => {
  const { workerId, pinned } = assignmentOf(order);
  const bill = cutBill(order, order.bill?.lines ?? [], pinned, facts.policy, {
    worked: order.bill?.workedMinutes ?? 0,
    billed: order.bill?.billedMinutes ?? 0,
  });
  const commissionableFen = bill.lines.filter((line) => line.commissionable).reduce((total, line) => total + line.fen, 0);
  return moveMoney(
    order,
    "settlement",
    (current) => release(current, workerId, { workerFen: bill.workerNetFen, commissionFen: bill.commissionFen, commissionableFen }),
    refundRest,
  );
};

/** A fee as a bill: what the customer owes for leaving, and what of it the worker nets (§5). */
function feeBill(
  order: Order,
  feeFen: number,
  travelFen: number,
  split: { readonly workerFen: number; readonly commissionFen: number },
): NonNullable<Order["bill"]> {
  const lines: BillLine[] = [{ kind: "cancellation_fee", fen: feeFen, commissionable: false, minutes: null, subjectId: null }];
  if (travelFen > 0) lines.push({ kind: "travel", fen: travelFen, commissionable: false, minutes: null, subjectId: null });
  return {
    workedMinutes: 0,
    billedMinutes: 0,
    authorisedMinutes: order.terms.bookedMinutes,
    lines,
    totalFen: feeFen + travelFen,
    commissionFen: split.commissionFen,
    workerNetFen: split.workerFen + travelFen,
    refundFen: heldFen(order.money) - feeFen - travelFen,
  };
}

/** The ladder decides what the worker is owed; earned travel is paid with a fee; the rest goes back (§5). */
export const settleByLadder: OrderEffect = (step) => {
  const { order, facts } = step;
  if (order.assignment === null) return moveMoney(order, "full_refund", refundRest);
  const { feeFen } = cancellationFee(cancellationCaseOf(step), facts.policy);
  if (feeFen === 0) return moveMoney(order, "full_refund", refundRest);
  const { workerId, pinned } = order.assignment;
  const travelFen = order.travelEarned ? order.terms.travelFen : 0;
  const split = splitFee(feeFen, feeBaseFen(order), pinned, facts.policy);
  const contribution = moveMoney(
    order,
    "cancellation",
    (current) => release(current, workerId, { workerFen: split.workerFen + travelFen, commissionFen: split.commissionFen, commissionableFen: 0 }),
    refundRest,
  );
  return { ...contribution, changes: { ...contribution.changes, bill: feeBill(order, feeFen, travelFen, split) } };
};

/** An admin ends running work: the bill without minimum to the worker, the rest back (§2). */
export const settleWorkSoFar: OrderEffect = (step) => {
  const { order, facts, now } = step;
  const bill = billOf(order, assignmentOf(order).pinned, { until: now, withoutMinimum: true }, facts.policy);
  const contribution = settleBill({ ...step, order: { ...order, bill } });
  return { ...contribution, changes: { ...contribution.changes, bill } };
};

/** Force cancellation: full refund, or the ladder's fee, as the admin chose; running work is paid for. */
export const settleForced: OrderEffect = (step) => {
  if (step.order.state === "in_service" || step.order.state === "paused") return settleWorkSoFar(step);
  return step.command.type === "forceCancel" && step.command.settlement === "ladder" ? settleByLadder(step) : refundAll(step);
};

/** The end of an order, and why. */
export function setEnded(endCause: string): OrderEffect {
  const effect: OrderEffect = ({ now }) => ({ changes: { endedAt: now, endCause, askedToCancel: null, rescheduleProposal: null } });
  return effect;
}

/** After a worker's fault: nothing moves while the order is matched again, else everything goes back (§2). */
export const refundUnlessRematched: OrderEffect = (step) => {
  if (step.order.terms.rematchAfterFault) return {};
  const refunded = refundAll(step);
  return { ...refunded, changes: { ...refunded.changes, ...setEnded("worker_fault")(step).changes } };
};

/** Both may review each other for 14 days (§8). */
export const openReviews: OrderEffect = ({ order, facts, now }) => ({
  sideEffects: [
    {
      kind: "openReviews",
      workerId: assignmentOf(order).workerId,
      customerId: order.customerId,
      opensAt: now,
      closesAt: now + facts.policy.reputation.reviewWindow,
    },
  ],
});

/** Counted for both sides' standing (§8). */
export const recordCompletion: OrderEffect = ({ order }) => ({
  sideEffects: [
    { kind: "recordReliability", workerId: assignmentOf(order).workerId, event: "completed", fault: false },
    { kind: "recordCustomer", customerId: order.customerId, event: "completed" },
  ],
});

/** A customer's leaving counts, the more so after arrival (§5, §8); leaving free for the worker's fault does not. */
export const recordLeaving: OrderEffect = (step: Step) => {
  const { order } = step;
  if (order.assignment === null || order.freeToLeave || order.askedToCancel !== null || step.facts.forceMajeure) return {};
  return {
    sideEffects: [
      { kind: "recordCustomer", customerId: order.customerId, event: order.arrivedAt === null ? "cancelled" : "cancelled_after_arrival" },
    ],
  };
};

export const recordCustomerNoShow: OrderEffect = ({ order }) => ({
  sideEffects: [{ kind: "recordCustomer", customerId: order.customerId, event: "no_show" }],
});
