import type { QuoteOffer } from "@lingong/contracts";

export const quoteSorts = ["price", "standing", "distance"] as const;
export type QuoteSort = (typeof quoteSorts)[number];

const compare: Readonly<Record<QuoteSort, (a: QuoteOffer, b: QuoteOffer) => number>> = {
  price: (a, b) => a.rateFenPerHour - b.rateFenPerHour,
  standing: (a, b) => (b.worker.standing ?? 0) - (a.worker.standing ?? 0),
  distance: (a, b) => (a.distanceMetres ?? Number.MAX_SAFE_INTEGER) - (b.distanceMetres ?? Number.MAX_SAFE_INTEGER),
};

/** Quotes in the order asked for; what is equal stays by price, then by id, so that cards do not jump. */
export function sorted(quotes: readonly QuoteOffer[], by: QuoteSort): QuoteOffer[] {
  return quotes.toSorted((a, b) => compare[by](a, b) || compare.price(a, b) || (a.id < b.id ? -1 : 1));
}
