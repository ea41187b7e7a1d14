import type { Fen } from "../kernel/money.ts";
import { ok, type Result, refuse } from "../kernel/result.ts";
import type { FeePlanId, Policy } from "../policy/policy.ts";
import { highestCommission } from "./commission.ts";

/** What is left of an hourly rate at the plan's highest commission. */
export function leastHourlyNet(plan: FeePlanId, rateFenPerHour: Fen, policy: Policy): Fen {
  return rateFenPerHour - highestCommission(plan, rateFenPerHour, policy);
}

/** Refuses a rate whose net at the plan's highest commission is below the city's hourly minimum wage (§4). Errors: rate_invalid, rate_below_minimum_wage. */
export function checkRate(rateFenPerHour: Fen, plan: FeePlanId, minimumWageFen: Fen, policy: Policy): Result<Fen> {
  if (!Number.isSafeInteger(rateFenPerHour) || rateFenPerHour <= 0) return refuse("rate_invalid");
  if (leastHourlyNet(plan, rateFenPerHour, policy) >= minimumWageFen) return ok(rateFenPerHour);
  return refuse("rate_below_minimum_wage", { minimumWageFen, leastRateFen: leastRate(plan, minimumWageFen, policy) });
}

/** The lowest rate that passes: the net never falls as the rate grows, so one search finds the edge. */
export function leastRate(plan: FeePlanId, minimumWageFen: Fen, policy: Policy): Fen {
  let tooLow = 0;
  let enough = Math.max(1, minimumWageFen);
  while (leastHourlyNet(plan, enough, policy) < minimumWageFen) {
    tooLow = enough;
    enough *= 2;
  }
  while (enough - tooLow > 1) {
    const middle = Math.floor((tooLow + enough) / 2);
    if (leastHourlyNet(plan, middle, policy) >= minimumWageFen) enough = middle;
    else tooLow = middle;
  }
  return enough;
}
