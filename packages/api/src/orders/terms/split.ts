import type { SplitView } from "@lingong/contracts";
import { type CommissionFacts, commissionOf, type FeePlanId, type Policy } from "@lingong/domain";

type WorkerFacts = Omit<CommissionFacts, "plan">;

/** Who pays the highest commission, and the lowest, of any plan: the two ends of a price whose worker is not known yet. */
export const dearestWorker: WorkerFacts = { certified: false, level: 1, completedOrders: 0, completedTogetherBefore: 0 };
export const cheapestWorker: WorkerFacts = { certified: true, level: 5, completedOrders: 1_000, completedTogetherBefore: 1 };

/** Why the rate is what it is: what raised or lowered it, in the order of §4. */
function reasonsOf(plan: FeePlanId, facts: WorkerFacts, rate: number, policy: Policy): SplitView["reasons"] {
  const rules = policy.fees.plans[plan];
  const reasons: SplitView["reasons"] = [];
  if (rules.kind === "graded") {
    if (!facts.certified) reasons.push("base");
    else reasons.push("certified", ...(facts.level >= rules.fromLevel ? (["level"] as const) : []));
  } else if (rules.kind === "flat") reasons.push("flat");
  else {
    reasons.push("marginal");
    if (rules.discounts.some((discount) => facts.completedOrders >= discount.fromCompletedOrders)) reasons.push("volume");
  }
  if (facts.completedTogetherBefore >= policy.fees.regularFromCompletedTogether && rules.kind !== "flat") reasons.push("regular");
  if (rate === rules.lowest) reasons.push("lowest");
  return reasons;
}

/** How a price splits between worker and platform. The same function charges it (§4: preview = charge). */
export function splitOf(
  price: { readonly plan: FeePlanId; readonly baseFen: number; readonly travelFen: number },
  facts: WorkerFacts,
  policy: Policy,
): SplitView {
  const { commissionFen, workerNetFen } = commissionOf({ ...facts, plan: price.plan, baseFen: price.baseFen }, policy);
  const rate = price.baseFen === 0 ? 0 : Math.round((commissionFen * 10_000) / price.baseFen);
  return {
    baseFen: price.baseFen,
    travelFen: price.travelFen,
    customerPaysFen: price.baseFen + price.travelFen,
    workerNetFen: workerNetFen + price.travelFen,
    commissionFen,
    rate,
    plan: price.plan,
    reasons: reasonsOf(price.plan, facts, rate, policy),
  };
}
