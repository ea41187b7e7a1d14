import { timeAmount } from "../billing/time.ts";
import { type Fen, sum } from "../kernel/money.ts";
import type { AddOn, Order, OrderMoney, Payment } from "./order.ts";
import type { AccountName, Intent, Transfer } from "./outcome.ts";

/** The escrow account of an order. */
export function escrowOf(order: Order): AccountName {
  return `escrow:${order.id}`;
}

/** What the platform holds of an order: captured − refunded − released − commission (I3). */
export function heldFen(money: OrderMoney): Fen {
  return money.capturedFen - money.refundedFen - money.releasedFen - money.commissionFen;
}

/** What the customer prepays: booked time at the rate for all heads, and the travel compensation. */
export function prepaidFen(order: Pick<Order, "terms" | "rateFenPerHour">): Fen {
  return timeAmount(order.rateFenPerHour, order.terms.bookedMinutes, order.terms.headcount) + order.terms.travelFen;
}

/** Extra time that is paid, in minutes. */
export function paidExtraMinutes(order: Order): number {
  return sum(
    order.addOns.filter((addOn) => addOn.kind === "time" && (addOn.state === "paid" || addOn.state === "done")).map((addOn) => addOn.minutes),
  );
}

/** Extra time agreed but not paid yet: the calendar keeps it free, the bill does not know it. */
export function approvedExtraMinutes(order: Order): number {
  return sum(order.addOns.filter((addOn) => addOn.kind === "time" && addOn.state === "approved").map((addOn) => addOn.minutes));
}

/** Booked plus approved and paid extra time (§3): nothing beyond it is billed (I8). */
export function authorisedMinutes(order: Order): number {
  return order.terms.bookedMinutes + paidExtraMinutes(order);
}

/** The booked time at its price, raises included: the base of cancellation fees (§5). */
export function feeBaseFen(order: Order): Fen {
  return timeAmount(order.rateFenPerHour, order.terms.bookedMinutes, order.terms.headcount);
}

/** Extra items in one of the given states. */
export function itemsIn(order: Order, ...states: readonly AddOn["state"][]): readonly AddOn[] {
  return order.addOns.filter((addOn) => addOn.kind === "item" && states.includes(addOn.state));
}

/** One refund of a part of one capture. */
export interface RefundPart {
  readonly payment: Payment;
  readonly fen: Fen;
}

/**
 * Spreads a refund over the captures it came from, newest first (§3). Tips never come back this way: they went straight to
 * the worker.
 * @throws RangeError when more is asked back than is left of the captures; the escrow would be negative (I2).
 */
export function refundNewestFirst(order: Order, fen: Fen): readonly RefundPart[] {
  const parts: RefundPart[] = [];
  let left = fen;
  const captured = order.payments
    .filter((payment) => payment.state === "captured" && payment.purpose !== "tip")
    .toSorted((a, b) => (b.capturedAt ?? 0) - (a.capturedAt ?? 0) || (a.id < b.id ? 1 : -1));
  for (const payment of captured) {
    const part = Math.min(left, payment.fen - payment.refundedFen);
    if (part > 0) parts.push({ payment, fen: part });
    left -= part;
  }
  if (left > 0) throw new RangeError(`refund of order ${order.id} exceeds its captures by ${left} fen`);
  return parts;
}

/** Money in motion at one step: the transfers, the order's sums after them, and the calls that carry refunds out. */
export interface Movement {
  readonly transfers: readonly Transfer[];
  readonly intents: readonly Intent[];
  readonly changes: Pick<Order, "money" | "payments">;
}

/** Sends `fen` of the escrow back to the customer, to the captures it came from. */
export function refund(order: Order, fen: Fen): Movement {
  const parts = fen > 0 ? refundNewestFirst(order, fen) : [];
  const back = new Map(parts.map((part) => [part.payment.id, part.fen]));
  return {
    transfers: parts.map((part) => ({ from: escrowOf(order), to: `gateway:${part.payment.provider}`, fen: part.fen })),
    intents: parts.map((part) => ({
      kind: "refund",
      key: `refund:${order.id}:${order.version + 1}:${part.payment.id}`,
      paymentId: part.payment.id,
      captureId: part.payment.captureId ?? "",
      provider: part.payment.provider ?? "",
      fen: part.fen,
    })),
    changes: {
      money: { ...order.money, refundedFen: order.money.refundedFen + fen },
      payments: order.payments.map((payment) => ({ ...payment, refundedFen: payment.refundedFen + (back.get(payment.id) ?? 0) })),
    },
  };
}

/** Pays `workerFen` to the worker and `commissionFen` to the platform out of the escrow. */
export function release(
  order: Order,
  workerId: string,
  share: { readonly workerFen: Fen; readonly commissionFen: Fen; readonly commissionableFen: Fen },
): Movement {
  const transfers: Transfer[] = [];
  if (share.workerFen > 0) transfers.push({ from: escrowOf(order), to: `worker:${workerId}`, fen: share.workerFen });
  if (share.commissionFen > 0) transfers.push({ from: escrowOf(order), to: "commission", fen: share.commissionFen });
  return {
    transfers,
    intents: [],
    changes: {
      money: {
        ...order.money,
        releasedFen: order.money.releasedFen + share.workerFen,
        commissionFen: order.money.commissionFen + share.commissionFen,
        commissionableFen: order.money.commissionableFen + share.commissionableFen,
      },
      payments: order.payments,
    },
  };
}
