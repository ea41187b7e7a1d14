import {
  type Command,
  calendarCommitmentOf,
  commissionOf,
  defaultPolicy,
  dueAt,
  type Facts,
  finalStates,
  heldFen,
  isVisible,
  MINUTE,
  type Order,
  type Outcome,
  receiptOf,
  timeAmount,
} from "@lingong/domain";
import type { World } from "./world.ts";

export type InvariantName = "I1" | "I2" | "I3" | "I4" | "I5" | "I6" | "I7" | "I8" | "I9" | "I10" | "I11" | "I12";
export const invariantNames: readonly InvariantName[] = ["I1", "I2", "I3", "I4", "I5", "I6", "I7", "I8", "I9", "I10", "I11", "I12"];

/** What one step looks like to an invariant: the worlds around it and what it posted. */
export interface Taken {
  readonly before: World;
  readonly after: World;
  readonly outcome: Outcome;
  readonly facts: Facts;
  readonly command: Command;
  /** After a timer: whether the same clock would fire again at once. */
  readonly stillDue: boolean;
}

type Invariant = (taken: Taken) => boolean;

const isFinal = (order: Order): boolean => (finalStates as readonly string[]).includes(order.state);
const hasWorker = (order: Order): boolean => ["accepted", "en_route", "arrived", "in_service", "paused"].includes(order.state);
const total = (amounts: readonly number[]): number => amounts.reduce((sum, amount) => sum + amount, 0);

/** I4, as far as one order shows it: a worker at work is bound from the working start to the authorised end, nobody else is. */
function holdsTheRightTime({ after }: Taken): boolean {
  const { order } = after;
  const kept = calendarCommitmentOf(order, defaultPolicy);
  if (hasWorker(order)) {
    if (order.assignment === null) return false;
    if (![order.assignment.workerId, ...order.assignment.crew].every((id) => kept.workerIds.includes(id))) return false;
    const from = order.assignment.workingStart;
    const extra = total(
      order.addOns.filter((addOn) => addOn.kind === "time" && (addOn.state === "paid" || addOn.state === "approved")).map((addOn) => addOn.minutes),
    );
    const to = from + (order.terms.bookedMinutes + extra) * MINUTE + (order.terms.mode === "remote" ? 10 : 30) * MINUTE;
    return kept.intervals.some((interval) => interval.from <= from && interval.to >= to);
  }
  if (order.state === "awaiting_payment" && order.chosenQuote !== null) return kept.workerIds.length === 1;
  return kept.intervals.length === 0;
}

/** I8: minutes and fen billed for time stay within what was booked and paid for. */
function billsWithinAuthorised({ order }: World): boolean {
  if (order.bill === null || order.service === null) return true;
  const time = order.bill.lines.find((line) => line.kind === "time");
  const extra = order.addOns.filter((addOn) => addOn.kind === "time" && addOn.state === "done");
  const paid = timeAmount(order.rateFenPerHour, order.terms.bookedMinutes, order.terms.headcount) + total(extra.map((addOn) => addOn.fen));
  return order.bill.billedMinutes <= order.terms.bookedMinutes + total(extra.map((addOn) => addOn.minutes)) && (time?.fen ?? 0) <= paid;
}

/** I10: whatever was settled, in parts or whole, carries the pinned plan's commission on the pinned facts. */
function chargesThePinnedPlan({ order }: World): boolean {
  if (order.assignment === null || (order.state !== "completed" && order.state !== "resolved")) return true;
  return (
    order.money.commissionFen === commissionOf({ ...order.assignment.pinned, baseFen: order.money.commissionableFen }, defaultPolicy).commissionFen
  );
}

/** I12, restated: verified, qualified, not blocked, not resting, and free with half an hour on both sides. */
function mayTakeIt(order: Order, candidate: Facts["candidate"]): boolean {
  if (candidate === null || order.assignment === null || candidate.id !== order.assignment.workerId) return false;
  const [from, to] = [order.assignment.workingStart, order.assignment.workingStart + order.terms.bookedMinutes * MINUTE];
  const buffer = (order.terms.mode === "remote" ? 10 : 30) * MINUTE;
  const free = candidate.commitments.every((commitment) => commitment.to + buffer <= from || commitment.from - buffer >= to);
  const rested = candidate.restBlocks.every((block) => block.to <= from || block.from >= to);
  const qualified = candidate.qualifications.some((qualification) => qualification.categoryId === order.terms.categoryId);
  return candidate.verified && qualified && free && rested && !candidate.blockedCustomerIds.includes(order.customerId);
}

/** I9 holds of the visibility rule itself: checked over every pattern of two reviews and the window. */
function hidesReviewsUntilDue(): boolean {
  const window = { customerId: "c", workerId: "w", opensAt: 0, closesAt: 14 };
  const instants = [0, 3, 7, 13, 14, 20];
  return [null, 1, 5, 12].every((given) =>
    instants.every((now) => {
      const both = given !== null && given <= now && 2 <= now;
      return isVisible({ givenAt: 2 }, given === null || given > now ? null : { givenAt: given }, window, now) === (both || now >= 14);
    }),
  );
}

const i9 = hidesReviewsUntilDue();

/** I3 on paper: the customer's receipt is the same money, line by line, and each line is more than nothing. */
function receiptAddsUp(order: Order): boolean {
  const { paid, kept, refunded, paidFen, keptFen, refundedFen } = receiptOf(order);
  const isSum = (lines: readonly { readonly fen: number }[], fen: number) =>
    lines.every((line) => line.fen > 0) && total(lines.map((line) => line.fen)) === fen;
  return isSum(paid, paidFen) && isSum(kept, keptFen) && isSum(refunded, refundedFen);
}

/** The invariants of rules §2, as far as one order's steps can show them. */
export const invariants: Readonly<Record<InvariantName, Invariant>> = {
  I1: ({ outcome }) =>
    outcome.entries.every(
      (entry) => entry.transfers.length > 0 && entry.transfers.every(({ from, to, fen }) => from !== to && Number.isSafeInteger(fen) && fen > 0),
    ),
  I2: ({ after }) => after.ledger.escrow >= 0 && (!isFinal(after.order) || after.ledger.escrow === 0),
  I3: ({ after: { order, ledger } }) =>
    receiptAddsUp(order) &&
    heldFen(order.money) === ledger.escrow &&
    order.money.releasedFen === ledger.worker &&
    order.money.commissionFen === ledger.commission &&
    order.money.capturedFen - order.money.refundedFen === -ledger.customer,
  I4: holdsTheRightTime,
  I5: ({ after: { order } }) =>
    order.payments.every((payment) => payment.refundedFen >= 0 && payment.refundedFen <= (payment.state === "captured" ? payment.fen : 0)) &&
    total(order.payments.map((payment) => payment.refundedFen)) === order.money.refundedFen &&
    order.money.refundedFen + order.money.releasedFen + order.money.commissionFen <= order.money.capturedFen,
  I6: ({ after: { order, ledger } }) => order.state !== "disputed" || order.dispute === null || order.dispute.heldFen === ledger.escrow,
  I7: ({ after: { order } }) => isFinal(order) || order.state === "draft" || dueAt(order, defaultPolicy) !== null,
  I8: ({ after }) => billsWithinAuthorised(after),
  I9: () => i9,
  I10: ({ after }) => chargesThePinnedPlan(after),
  I11: ({ after: { order } }) =>
    order.insurance.filter((policy) => policy.to === null && policy.assignmentId === order.assignment?.id).length === (hasWorker(order) ? 1 : 0) &&
    order.insurance.filter((policy) => policy.to === null).length === (hasWorker(order) ? 1 : 0),
  I12: ({ before, after, facts }) => before.order.assignment !== null || after.order.assignment === null || mayTakeIt(after.order, facts.candidate),
};
