import type { PriceBand } from "@lingong/contracts";
import { orders } from "@lingong/db";
import { type CategoryId, DAY, defaultPolicy, type MarketPrice, MINUTE, marketPrice } from "@lingong/domain";
import type { Services } from "../kernel/context.ts";
import { knownCategory } from "./lookup.ts";

/** A market price is asked for by every card of a screen and changes with each settled order: remembered for a minute of our clock. */
const remembered = new WeakMap<object, Map<string, { readonly at: number; readonly price: MarketPrice }>>();
const keptFor = MINUTE;

/** The market price of a category in a city: settled rates of 90 days, else the reference rate (§7). */
export async function loadMarket(services: Pick<Services, "db" | "clock">, categoryId: CategoryId, cityId: string): Promise<MarketPrice> {
  const now = services.clock.now();
  const known = remembered.get(services.db) ?? new Map();
  remembered.set(services.db, known);
  const key = `${cityId} ${categoryId}`;
  const kept = known.get(key);
  if (kept !== undefined && now - kept.at < keptFor && now >= kept.at) return kept.price;
  const since = now - defaultPolicy.prices.marketWindow;
  const rates = await orders.listSettledRates(services.db, { cityId, categoryId, since });
  const price = marketPrice(rates, knownCategory(categoryId).referenceRateFen, defaultPolicy);
  known.set(key, { at: now, price });
  return price;
}

export function bandOf({ p25Fen, medianFen, p75Fen, samples, source }: MarketPrice): PriceBand {
  return { p25Fen, p50Fen: medianFen, p75Fen, samples, source, windowDays: defaultPolicy.prices.marketWindow / DAY };
}
