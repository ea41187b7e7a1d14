import { commissionOf, dueAt, finalStates, heldFen, type Order, type Policy } from "@lingong/domain";
import { rowId } from "../id.ts";

/** What the ledger and the tables beside an order say of it. */
export interface Beside {
  /** Added up from the transfers of its escrow, and its tips. */
  readonly journal: JournalSums;
  readonly payments: readonly { readonly id: string; readonly fen: number; readonly state: string; readonly refundedFen: number }[];
  /** The workers of its assignments that have not ended. */
  readonly activeWorkers: readonly string[];
}

export interface JournalSums {
  readonly capturedFen: number;
  readonly refundedFen: number;
  readonly releasedFen: number;
  readonly commissionFen: number;
  /** What the escrow gave to, or took from, accounts it never deals with. */
  readonly strangeFen: number;
}

type Check = (order: Order, beside: Beside, policy: Policy) => boolean;

const isFinal = (order: Order): boolean => (finalStates as readonly string[]).includes(order.state);
const hasWorker = (order: Order): boolean => ["accepted", "en_route", "arrived", "in_service", "paused"].includes(order.state);
const total = (amounts: readonly number[]): number => amounts.reduce((sum, amount) => sum + amount, 0);

/** What is left in the escrow, from transfers. */
export function escrowFen({ capturedFen, refundedFen, releasedFen, commissionFen, strangeFen }: JournalSums): number {
  return capturedFen - refundedFen - releasedFen - commissionFen - strangeFen;
}

/** I3: the order's own sums are those of its transfers. */
const countsAsItsTransfers: Check = ({ money }, { journal }) =>
  money.capturedFen === journal.capturedFen &&
  money.refundedFen === journal.refundedFen &&
  money.releasedFen === journal.releasedFen &&
  money.commissionFen === journal.commissionFen &&
  journal.strangeFen === 0;

/** I5, and the payments kept beside an order are the order's own. */
const refundsItsCapturesOnce: Check = (order, { payments }) => {
  const kept = new Map(payments.map((payment) => [payment.id, payment]));
  return (
    kept.size === order.payments.length &&
    order.payments.every(({ id, fen, state, refundedFen }) => {
      const row = kept.get(rowId(id));
      const same = row !== undefined && row.fen === fen && row.state === state && row.refundedFen === refundedFen;
      return same && refundedFen >= 0 && refundedFen <= (state === "captured" ? fen : 0);
    }) &&
    total(order.payments.map(({ refundedFen }) => refundedFen)) === order.money.refundedFen &&
    heldFen(order.money) >= 0
  );
};

/** I8: no minute is billed that was not booked, or bought and done. */
const billsWithinAuthorised: Check = ({ bill, service, terms, addOns }) => {
  if (bill === null || service === null) return true;
  const extra = addOns.filter(({ kind, state }) => kind === "time" && state === "done");
  return bill.billedMinutes <= terms.bookedMinutes + total(extra.map(({ minutes }) => minutes));
};

/** I10: what was settled carries the commission of the pinned plan on the pinned facts. */
const chargesThePinnedPlan: Check = ({ assignment, state, money }, _, policy) => {
  if (assignment === null || (state !== "completed" && state !== "resolved")) return true;
  return money.commissionFen === commissionOf({ ...assignment.pinned, baseFen: money.commissionableFen }, policy).commissionFen;
};

/** I11: the active assignment is insured once, and nothing else is. */
const isInsuredOnce: Check = (order) => {
  const running = order.insurance.filter(({ to }) => to === null);
  return running.length === (hasWorker(order) ? 1 : 0) && running.every(({ assignmentId }) => assignmentId === order.assignment?.id);
};

/** The invariants of rules §2, as far as what is stored shows them, each in the words of its finding. */
export const invariants: readonly (readonly [words: string, check: Check])[] = [
  ["I2: is over, and its escrow is not empty", (order, { journal }) => !isFinal(order) || escrowFen(journal) === 0],
  ["I3: counts other money than its transfers", countsAsItsTransfers],
  [
    "I4: has another active assignment than its calendar keeps",
    (order, { activeWorkers }) => !hasWorker(order) || (activeWorkers.length === 1 && activeWorkers[0] === order.assignment?.workerId),
  ],
  ["I5: refunded what it did not capture, or keeps other payments than its own", refundsItsCapturesOnce],
  [
    "I6: is disputed over another amount than its escrow holds",
    ({ state, dispute }, { journal }) => state !== "disputed" || dispute === null || dispute.heldFen === escrowFen(journal),
  ],
  ["I7: waits without a timed exit", (order, _, policy) => isFinal(order) || order.state === "draft" || dueAt(order, policy) !== null],
  ["I8: is billed beyond the authorised minutes", billsWithinAuthorised],
  ["I10: was charged another commission than its pinned plan's", chargesThePinnedPlan],
  ["I11: is not insured exactly once", isInsuredOnce],
];
