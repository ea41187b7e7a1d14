import type { Instant } from "../kernel/instant.ts";
import { ok, type Result, refuse } from "../kernel/result.ts";
import type { Policy } from "../policy/policy.ts";

export type ReviewSide = "customer" | "worker";

/**
 * The time in which the two sides of one assignment may review each other (§8): opened by a completed or resolved
 * order, or by the fault that ended an assignment (then for that pair alone).
 */
export interface ReviewWindow {
  readonly customerId: string;
  readonly workerId: string;
  readonly opensAt: Instant;
  readonly closesAt: Instant;
}

/** One side's review of the other. Stars are 1–5. */
export interface Review {
  readonly id: string;
  readonly by: ReviewSide;
  readonly stars: number;
  readonly text: string;
  readonly tags: readonly string[];
  readonly givenAt: Instant;
  /** When it became visible; null: still hidden. */
  readonly publishedAt: Instant | null;
  readonly amendedAt: Instant | null;
  readonly reply: { readonly text: string; readonly at: Instant } | null;
  /** An appeal was upheld: shown as such, not counted. */
  readonly excludedAt: Instant | null;
}

export type Sentiment = "good" | "middle" | "bad";

/** 4–5 stars 好评, 3 中评, 1–2 差评 (§8). */
export function sentimentOf(stars: number): Sentiment {
  if (stars >= 4) return "good";
  return stars === 3 ? "middle" : "bad";
}

/** The window that a final state, or a fault's end of an assignment, opens: 14 × 24 h, the end not included. */
export function reviewWindow(pair: { readonly customerId: string; readonly workerId: string }, endedAt: Instant, policy: Policy): ReviewWindow {
  return { ...pair, opensAt: endedAt, closesAt: endedAt + policy.reputation.reviewWindow };
}

/** Which side a person is on, or null: not a party. */
export function sideOf(window: ReviewWindow, personId: string): ReviewSide | null {
  if (personId === window.customerId) return "customer";
  return personId === window.workerId ? "worker" : null;
}

/**
 * When a review is visible (§8, I9): when both are in, or when the window is over. `other` is the other side's review,
 * null while it has not been given.
 */
export function visibleFrom(review: Pick<Review, "givenAt">, other: Pick<Review, "givenAt"> | null, window: ReviewWindow): Instant {
  return other === null ? window.closesAt : Math.min(window.closesAt, Math.max(review.givenAt, other.givenAt));
}

/** Whether a review may be seen by others at `now`. The author always sees it. */
export function isVisible(review: Pick<Review, "givenAt">, other: Pick<Review, "givenAt"> | null, window: ReviewWindow, now: Instant): boolean {
  return now >= visibleFrom(review, other, window);
}

function areStars(stars: number): boolean {
  return Number.isSafeInteger(stars) && stars >= 1 && stars <= 5;
}

/**
 * May this person review now? Errors: review_not_party, too_early, review_window_closed, review_already_given,
 * invalid_input (stars).
 */
export function checkGive(
  window: ReviewWindow,
  request: { readonly personId: string; readonly stars: number; readonly alreadyGiven: boolean },
  now: Instant,
): Result<ReviewSide> {
  const side = sideOf(window, request.personId);
  if (side === null) return refuse("review_not_party");
  if (now < window.opensAt) return refuse("too_early");
  if (now >= window.closesAt) return refuse("review_window_closed");
  if (request.alreadyGiven) return refuse("review_already_given");
  return areStars(request.stars) ? ok(side) : refuse("invalid_input", { field: "stars" });
}

/**
 * May the author amend? Once, within 30 days after publication; the text may be corrected and the stars raised, never
 * lowered (§8). Errors: too_early (hidden), review_window_closed, review_amendment_used, invalid_input,
 * review_stars_lowered.
 */
export function checkAmend(review: Review, stars: number, now: Instant, policy: Policy): Result<null> {
  if (review.publishedAt === null || now < review.publishedAt) return refuse("too_early");
  if (review.excludedAt !== null || now >= review.publishedAt + policy.reputation.amendWithin) return refuse("review_window_closed");
  if (review.amendedAt !== null) return refuse("review_amendment_used");
  if (!areStars(stars)) return refuse("invalid_input", { field: "stars" });
  return stars >= review.stars ? ok(null) : refuse("review_stars_lowered", { stars: review.stars });
}

/** May the reviewed side reply? Once, in public, within 30 days after publication (§8). Errors: too_early, review_window_closed, reply_already_given. */
export function checkReply(review: Review, now: Instant, policy: Policy): Result<null> {
  if (review.publishedAt === null || now < review.publishedAt) return refuse("too_early");
  if (now >= review.publishedAt + policy.reputation.replyWithin) return refuse("review_window_closed");
  return review.reply === null ? ok(null) : refuse("reply_already_given");
}
