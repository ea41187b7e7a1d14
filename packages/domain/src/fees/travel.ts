import type { Fen } from "../kernel/money.ts";
import { ok, type Result, refuse } from "../kernel/result.ts";
import type { Policy } from "../policy/policy.ts";

/** The most travel compensation an order of this base may carry: 20 % of the base, 50.00 yuan at most (§4). */
export function travelAtMost(baseFen: Fen, policy: Policy): Fen {
  const share = Number((BigInt(baseFen) * BigInt(policy.fees.travelShareOfBase)) / 10_000n);
  return Math.min(share, policy.fees.travelMostFen);
}

/** Checks the travel line fixed at place. Errors: amount_invalid, travel_compensation_too_high. */
export function checkTravel(travelFen: Fen, baseFen: Fen, policy: Policy): Result<Fen> {
  if (!Number.isSafeInteger(travelFen) || travelFen < 0) return refuse("amount_invalid");
  const mostFen = travelAtMost(baseFen, policy);
  return travelFen <= mostFen ? ok(travelFen) : refuse("travel_compensation_too_high", { mostFen });
}
