import { checkRate } from "../fees/minimum-wage.ts";
import type { Fen } from "../kernel/money.ts";
import { ok, type Result, refuse } from "../kernel/result.ts";
import type { FeePlanId, Policy } from "../policy/policy.ts";

/** A worker's quote as bargaining needs it. The floor is private: it never leaves for the customer's screen. */
export interface Ask {
  readonly askFenPerHour: Fen;
  /** At or above it a counter is accepted at once; null: only the ask itself is. */
  readonly floorFenPerHour: Fen | null;
  readonly countersMade: number;
  /** The least rate allowed in the city (§4): no floor and no counter goes below it; 0: none is on file. */
  readonly leastRateFen: Fen;
}

/** No hourly rate on this market is above 100,000 yuan, asked or named. */
export const RATE_AT_MOST: Fen = 10_000_000;

/** The least of an ask that may be a floor or a counter: 80 %, exact (rounded up to the fen). */
export function leastCounter(askFenPerHour: Fen, policy: Policy): Fen {
  return Number((BigInt(askFenPerHour) * BigInt(policy.prices.quoteFloorShare) + 9_999n) / 10_000n);
}

/** Checks the rate a worker asks, as a customer's own is checked: a whole amount within bounds, above the minimum wage (§4). Errors: rate_invalid, rate_below_minimum_wage. */
export function checkAsk(askFenPerHour: Fen, market: { readonly plan: FeePlanId; readonly minimumWageFen: Fen }, policy: Policy): Result<Fen> {
  if (askFenPerHour > RATE_AT_MOST) return refuse("rate_invalid", { mostFen: RATE_AT_MOST });
  return checkRate(askFenPerHour, market.plan, market.minimumWageFen, policy);
}

/** The least that may be a floor of this ask or a counter to it: 80 % of it, and the least rate allowed in the city. */
export function leastBargain(ask: Pick<Ask, "askFenPerHour" | "leastRateFen">, policy: Policy): Fen {
  return Math.max(leastCounter(ask.askFenPerHour, policy), ask.leastRateFen);
}

/** Checks the floor a worker sets: between 80 % of the ask and the ask (§7, 20 % 议价空间). Errors: quote_floor_invalid. */
export function checkFloor(ask: Pick<Ask, "askFenPerHour" | "leastRateFen">, floorFenPerHour: Fen | null, policy: Policy): Result<Fen | null> {
  if (floorFenPerHour === null) return ok(null);
  const { askFenPerHour } = ask;
  const leastFen = leastBargain(ask, policy);
  if (!Number.isSafeInteger(floorFenPerHour) || floorFenPerHour < leastFen || floorFenPerHour > askFenPerHour) {
    return refuse("quote_floor_invalid", { leastFen, mostFen: askFenPerHour });
  }
  return ok(floorFenPerHour);
}

/** What a counter comes to: agreed at once, or put to the worker. */
export type CounterOutcome =
  | { readonly kind: "agreed"; readonly rateFenPerHour: Fen }
  | { readonly kind: "put_to_worker"; readonly rateFenPerHour: Fen; readonly countersLeft: number };

/**
 * A customer's counter (§7): at most three; below 80 % of the ask it is refused and does not count; at or above the
 * floor it is accepted at once, never above the ask. Errors: rate_invalid, quote_too_many_counters, quote_counter_too_low.
 */
export function counter(ask: Ask, counterFenPerHour: Fen, policy: Policy): Result<CounterOutcome> {
  if (!Number.isSafeInteger(counterFenPerHour) || counterFenPerHour <= 0) return refuse("rate_invalid");
  if (ask.countersMade >= policy.prices.countersAtMost) return refuse("quote_too_many_counters", { limit: policy.prices.countersAtMost });
  const leastFen = leastBargain(ask, policy);
  if (counterFenPerHour < leastFen) return refuse("quote_counter_too_low", { leastFen });
  if (counterFenPerHour >= (ask.floorFenPerHour ?? ask.askFenPerHour)) {
    return ok({ kind: "agreed", rateFenPerHour: Math.min(counterFenPerHour, ask.askFenPerHour) });
  }
  return ok({ kind: "put_to_worker", rateFenPerHour: counterFenPerHour, countersLeft: policy.prices.countersAtMost - ask.countersMade - 1 });
}
