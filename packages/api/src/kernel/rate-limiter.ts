import { RateLimiterMemory } from "rate-limiter-flexible";
import type { RateLimiter, RateRule } from "./context.ts";

/** Attempts per window of seconds. What must hold across processes (codes a day, tries of a code) is counted in the database. */
const rules: Record<RateRule, { readonly points: number; readonly duration: number }> = {
  code_by_address: { points: 30, duration: 3_600 },
  sign_in_by_phone: { points: 10, duration: 900 },
  sign_in_by_address: { points: 100, duration: 900 },
  write: { points: 600, duration: 60 },
  message: { points: 30, duration: 60 },
  team_code: { points: 10, duration: 900 },
  search: { points: 240, duration: 60 },
};

/** Counts in this process's memory. `generous` (development: a whole demo city comes from one address) multiplies every limit. */
export function createRateLimiter(generous = 1): RateLimiter {
  const limiters = new Map<RateRule, RateLimiterMemory>();
  for (const [rule, { points, duration }] of Object.entries(rules) as [RateRule, (typeof rules)[RateRule]][])
    limiters.set(rule, new RateLimiterMemory({ points: points * generous, duration, keyPrefix: rule }));
  return {
    async allow(rule, key) {
      try {
        await limiters.get(rule)?.consume(key);
        return true;
      } catch {
        return false;
      }
    },
  };
}
