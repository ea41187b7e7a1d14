import type { Fen } from "../kernel/money.ts";
import { ok, type Result, refuse } from "../kernel/result.ts";
import type { Policy } from "../policy/policy.ts";

/** A worker's quote as bargaining needs it. The floor is private: it never leaves for the customer's screen. */
export interface Ask {
  readonly askFenPerHour: Fen;
  /** At or above it a counter is accepted at once; null: only the ask itself is. */
  readonly floorFenPerHour: Fen | null;
  readonly countersMade: number;
}

/** The least of an ask that may be a floor or a counter: 80 %, exact (rounded up to the fen). */
export function leastCounter(askFenPerHour: Fen, policy: Policy): Fen {
  return Number((BigInt(askFenPerHour) * BigInt(policy.prices.quoteFloorShare) + 9_999n) / 10_000n);
}

/** Checks the floor a worker sets: between 80 % of the ask and the ask (§7, 20 % 议价空间). Errors: rate_invalid. */
export function checkFloor(askFenPerHour: Fen, floorFenPerHour: Fen | null, policy: Policy): Result<Fen | null> {
  if (floorFenPerHour === null) return ok(null);
  const leastFen = leastCounter(askFenPerHour, policy);
  if (!Number.isSafeInteger(floorFenPerHour) || floorFenPerHour < leastFen || floorFenPerHour > askFenPerHour) {
    return refuse("rate_invalid", { leastFen, mostFen: askFenPerHour });
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
  const leastFen = leastCounter(ask.askFenPerHour, policy);
  if (counterFenPerHour < leastFen) return refuse("quote_counter_too_low", { leastFen });
  if (counterFenPerHour >= (ask.floorFenPerHour ?? ask.askFenPerHour)) {
    return ok({ kind: "agreed", rateFenPerHour: Math.min(counterFenPerHour, ask.askFenPerHour) });
  }
  return ok({ kind: "put_to_worker", rateFenPerHour: counterFenPerHour, countersLeft: policy.prices.countersAtMost - ask.countersMade - 1 });
}
