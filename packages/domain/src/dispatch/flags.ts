import type { Fen } from "../kernel/money.ts";
import type { Policy } from "../policy/policy.ts";
import type { Pair } from "./judgement.ts";
import { metresTo } from "./pair-facts.ts";
import type { Job, WorkerSnapshot } from "./snapshot.ts";

export const riskFlags = ["far", "vague", "low", "new_customer", "harsh"] as const;
export type RiskFlag = (typeof riskFlags)[number];

/**
 * What a worker should know before saying yes (§6): far (beyond 60 % of their own radius), vague (no quantified scope
 * item), low (under 70 % of the market median rate; not said without one), new customer (no reviews), harsh customer.
 */
export function flagsOf(job: Job, worker: WorkerSnapshot, medianRateFen: Fen | null, policy: Policy): RiskFlag[] {
  return flagsAt({ job, worker, metres: metresTo(job, worker) }, medianRateFen, policy);
}

/** `flagsOf` for callers who have measured the way. */
export function flagsAt({ job, worker, metres }: Pick<Pair, "job" | "worker" | "metres">, medianRateFen: Fen | null, policy: Policy): RiskFlag[] {
  const { farShareOfRadius, lowShareOfMedian } = policy.dispatch.flags;
  const applies: Record<RiskFlag, boolean> = {
    far: job.mode === "on_site" && metres !== null && metres * 10 > worker.radiusKm * farShareOfRadius,
    vague: !job.quantified,
    low: medianRateFen !== null && job.rateFenPerHour * 10_000 < medianRateFen * lowShareOfMedian,
    new_customer: job.customerReviewCount === 0,
    harsh: job.customerHarsh,
  };
  return riskFlags.filter((flag) => applies[flag]);
}

/**
 * Whether a customer counts as harsh (§6): at least 3 reviews given in the last 180 days, at least 30 % of them 1–2 stars.
 * The caller counts the reviews of that window.
 */
export function isHarsh(given: { readonly reviews: number; readonly bad: number }, policy: Policy): boolean {
  const { harshReviewsLeast, harshShare } = policy.dispatch.flags;
  return given.reviews >= harshReviewsLeast && given.bad * 10_000 >= given.reviews * harshShare;
}
