import type { OrderEffect } from "../step.ts";

/** The order waits for a worker: dispatch is woken. */
export const enterMatching: OrderEffect = ({ order, now }) => ({
  changes: { matching: { paidAt: now, reenteredAt: null, round: 1, leftBy: [] } },
  sideEffects: [{ kind: "askForOffers", orderId: order.id }],
});

/** The booked worker refused: the order is open to all. */
export const openToAll: OrderEffect = ({ order }) => ({
  changes: { direct: null },
  sideEffects: [
    { kind: "voidOffers", orderId: order.id, exceptOfferId: null, reason: "rematched" },
    { kind: "askForOffers", orderId: order.id },
  ],
});

/** Offers that are still out are void, and their workers are told why. */
export function voidOffers(reason: "cancelled" | "expired"): OrderEffect {
  const effect: OrderEffect = ({ order }) => ({ sideEffects: [{ kind: "voidOffers", orderId: order.id, exceptOfferId: null, reason }] });
  return effect;
}

/** Quotes are void but the one whose worker has the order now: a choice that was not paid for binds nobody. */
export const voidQuotes: OrderEffect = ({ order }) => ({
  sideEffects: [{ kind: "voidQuotes", orderId: order.id, exceptQuoteId: order.assignment === null ? null : (order.chosenQuote?.quoteId ?? null) }],
});
