import { isHarsh } from "../dispatch/flags.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Policy } from "../policy/policy.ts";
import { wilsonLowerBound } from "./exact.ts";
import { type AgedReview, ratingOf } from "./standing.ts";

/** A review a customer has given. */
export interface GivenReview {
  readonly at: Instant;
  readonly stars: number;
}

/** What a customer's standing is made of (§8). */
export interface CustomerInput {
  /** Stars received from workers. */
  readonly reviews: readonly AgedReview[];
  readonly completed: number;
  /** Cancellations after a worker had accepted. */
  readonly cancelled: number;
  readonly disputes: number;
  readonly disputesLost: number;
  readonly reviewsGiven: number;
  /** Of those given, with one or two stars. */
  readonly badReviewsGiven: number;
}

export interface CustomerStanding {
  readonly rating10000: number;
  /** Orders kept: Wilson lower bound of completed among completed and cancelled. */
  readonly kept10000: number;
  readonly standing: number;
  readonly parts: { readonly rating: number; readonly kept: number; readonly disputes: number; readonly fairness: number };
}

/** The part of `weight` that is left after `bad` out of `of`; nothing yet leaves all of it. */
function leftOf(weight: number, bad: number, of: number): number {
  return of === 0 ? weight : Math.floor((weight * (of - bad)) / of);
}

/**
 * A customer's standing, 0–1000: stars received, orders kept, disputes not lost, and reviews given that are not bad,
 * weighed by the policy, each floored on its own. Shown to workers; it never hides a customer's order.
 */
export function customerStandingOf(input: CustomerInput, policy: Policy): CustomerStanding {
  const { customerWeights, wilsonHundredths } = policy.reputation;
  const rating10000 = ratingOf(input.reviews, policy);
  const kept10000 = wilsonLowerBound(input.completed, input.completed + input.cancelled, wilsonHundredths);
  const parts = {
    rating: Math.floor((customerWeights.rating * (rating10000 - 10_000)) / 40_000),
    kept: Math.floor((customerWeights.kept * kept10000) / 10_000),
    disputes: leftOf(customerWeights.disputes, input.disputesLost, input.disputes),
    fairness: leftOf(customerWeights.fairness, input.badReviewsGiven, input.reviewsGiven),
  };
  return { rating10000, kept10000, standing: parts.rating + parts.kept + parts.disputes + parts.fairness, parts };
}

/** Whether a customer counts as harsh at `now`, from the reviews given: the window is counted here, the flag's rule is dispatch's (§6). */
export function isHarshCustomer(given: readonly GivenReview[], now: Instant, policy: Policy): boolean {
  const recent = given.filter((review) => review.at > now - policy.dispatch.flags.harshWithin);
  return isHarsh({ reviews: recent.length, bad: recent.filter((review) => review.stars <= 2).length }, policy);
}
