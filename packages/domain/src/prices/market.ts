import { divideHalfUp, type Fen, shareOf } from "../kernel/money.ts";
import type { Policy } from "../policy/policy.ts";

/** The market price of an hour: the middle half of settled rates, or the category's reference rate, which says so (§7). */
export interface MarketPrice {
  readonly p25Fen: Fen;
  readonly medianFen: Fen;
  readonly p75Fen: Fen;
  readonly samples: number;
  readonly source: "settled" | "reference";
}

/**
 * The percentile of sorted amounts, interpolated between neighbours and rounded half up to the fen (as PostgreSQL's
 * percentile_cont, so that a query and this function agree).
 */
function percentile(sorted: readonly Fen[], percent: number): Fen {
  const position = (sorted.length - 1) * percent;
  const below = Math.floor(position / 100);
  const from = sorted[below] ?? 0;
  const to = sorted[below + 1] ?? from;
  return divideHalfUp(BigInt(from) * 100n + BigInt(to - from) * BigInt(position % 100), 100n);
}

/**
 * The market price from the settled hourly rates of one category and city within the window (§7); fewer than five
 * samples say nothing, then the category's reference rate stands in.
 */
export function marketPrice(settledRates: readonly Fen[], referenceRateFen: Fen, policy: Policy): MarketPrice {
  const samples = settledRates.length;
  if (samples < policy.prices.marketSamplesLeast) {
    return { p25Fen: referenceRateFen, medianFen: referenceRateFen, p75Fen: referenceRateFen, samples, source: "reference" };
  }
  const sorted = settledRates.toSorted((a, b) => a - b);
  return { p25Fen: percentile(sorted, 25), medianFen: percentile(sorted, 50), p75Fen: percentile(sorted, 75), samples, source: "settled" };
}

/** Whether a rate is low: under 70 % of the market median (§6, risk flags). */
export function isLowRate(rateFenPerHour: Fen, medianFen: Fen, policy: Policy): boolean {
  return BigInt(rateFenPerHour) * 10_000n < BigInt(medianFen) * BigInt(policy.dispatch.flags.lowShareOfMedian);
}

/** What a newcomer (fewer than five orders) is hinted to ask: 5–10 % below the median; null for everyone else (§7). */
export function newcomerHint(medianFen: Fen, completedOrders: number, policy: Policy): { readonly fromFen: Fen; readonly toFen: Fen } | null {
  if (completedOrders >= policy.dispatch.score.newcomerBelowOrders) return null;
  return {
    fromFen: shareOf(medianFen, 10_000 - policy.prices.newcomerHintTo),
    toFen: shareOf(medianFen, 10_000 - policy.prices.newcomerHintFrom),
  };
}

/** An order taken, newest last: its rate and the market median of that moment. */
export interface TakenRate {
  readonly rateFenPerHour: Fen;
  readonly medianFen: Fen;
}

/** Whether taking this one, too, would be the third order in a row under 70 % of the median: warn against a price war (§7). */
export function warnsOfPriceWar(taken: readonly TakenRate[], next: TakenRate, policy: Policy): boolean {
  const { priceWarInARow, priceWarShare } = policy.prices;
  const last = [...taken, next].slice(-priceWarInARow);
  const isCheap = (order: TakenRate): boolean => BigInt(order.rateFenPerHour) * 10_000n < BigInt(order.medianFen) * BigInt(priceWarShare);
  return last.length === priceWarInARow && last.every(isCheap);
}

/** The rate suggested to a customer: the market median, never below the least rate allowed, rounded up to whole yuan. */
export function suggestedRate(market: MarketPrice, leastRateFen: Fen, policy: Policy): Fen {
  const step = policy.prices.suggestedStepFen;
  return Math.ceil(Math.max(market.medianFen, leastRateFen) / step) * step;
}
