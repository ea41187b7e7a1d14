import type { Policy } from "../policy/policy.ts";
import { halvedWeight, wilsonLowerBound } from "./exact.ts";

/** A review that counts, and its age in whole days at the worker's newest counted event (§8). */
export interface AgedReview {
  readonly stars: number;
  readonly ageDays: number;
}

export interface Share {
  readonly good: number;
  readonly of: number;
}

/** What a worker's standing is made of (§8). */
export interface StandingInput {
  readonly reviews: readonly AgedReview[];
  readonly onTime: Share;
  readonly completion: Share;
  /** Completed in a row without a fault. */
  readonly streak: number;
}

/** The four terms, each floored on its own; their sum is the standing. */
export interface StandingParts {
  readonly rating: number;
  readonly onTime: number;
  readonly completion: number;
  readonly streak: number;
}

export interface Standing {
  readonly rating10000: number;
  readonly onTime10000: number;
  readonly completion10000: number;
  readonly standing: number;
  readonly parts: StandingParts;
}

/** A review's weight ×10,000: halved every half-life (§8). */
export function reviewWeight(ageDays: number, policy: Policy): number {
  return halvedWeight(10_000, ageDays, policy.reputation.halfLifeDays);
}

/**
 * The rating ×10,000, floored: the weighted mean of the stars and of a prior of so many reviews at the category's mean
 * (`categoryMean`, ×10,000; 46,000 to begin with).
 */
export function ratingOf(reviews: readonly AgedReview[], policy: Policy, categoryMean = policy.reputation.priorRating): number {
  const prior = BigInt(policy.reputation.priorWeight) * 10_000n;
  let weighted = prior * BigInt(categoryMean);
  let weights = prior;
  for (const review of reviews) {
    const weight = BigInt(reviewWeight(review.ageDays, policy));
    weighted += weight * 10_000n * BigInt(review.stars);
    weights += weight;
  }
  return Number(weighted / weights);
}

/** A worker's standing, 0–1000, with what it is made of (§8). All integers: equal records give equal bytes. */
export function standingOf(input: StandingInput, policy: Policy, categoryMean?: number): Standing {
  const { weights, wilsonHundredths } = policy.reputation;
  const rating10000 = ratingOf(input.reviews, policy, categoryMean);
  const onTime10000 = wilsonLowerBound(input.onTime.good, input.onTime.of, wilsonHundredths);
  const completion10000 = wilsonLowerBound(input.completion.good, input.completion.of, wilsonHundredths);
  const parts = {
    rating: Math.floor((weights.rating * (rating10000 - 10_000)) / 40_000),
    onTime: Math.floor((weights.onTime * onTime10000) / 10_000),
    completion: Math.floor((weights.completion * completion10000) / 10_000),
    streak: Math.floor((weights.streak * Math.min(input.streak, weights.streakMost)) / weights.streakMost),
  };
  return { rating10000, onTime10000, completion10000, standing: parts.rating + parts.onTime + parts.completion + parts.streak, parts };
}
