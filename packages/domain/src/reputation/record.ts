import { DAY, type Instant } from "../kernel/instant.ts";
import type { Policy } from "../policy/policy.ts";
import type { Share, StandingInput } from "./standing.ts";

/** What may happen to a worker's record; the names are those of the order's side effect `recordReliability`. */
export type ReliabilityEventName = "completed" | "withdrawn" | "no_show" | "arrived_on_time" | "arrived_late" | "safety_exit";

/** One event of a worker's record. `excluded`: an upheld appeal or force majeure took it out of the count. */
export interface ReliabilityEvent {
  readonly at: Instant;
  readonly event: ReliabilityEventName;
  readonly fault: boolean;
  readonly excluded: boolean;
}

/** A review received, as the standing needs it. `excluded`: an appeal was upheld. */
export interface ReceivedReview {
  readonly at: Instant;
  readonly stars: number;
  readonly excluded: boolean;
}

/** A worker's record folded: what standing and level are computed from. */
export interface WorkerRecord {
  readonly input: StandingInput;
  readonly completedOrders: number;
  /** The newest counted event or review: ages run to it, so that a pause costs nothing. Null: nothing yet. */
  readonly newestAt: Instant | null;
}

/** Whether an arrival is on time: at most five minutes after the working start (§8). */
export function isOnTime(arrivedAt: Instant, workingStart: Instant, policy: Policy): boolean {
  return arrivedAt <= workingStart + policy.reputation.onTimeSlack;
}

/** A fault is a withdrawal or no-show that counts as the worker's own. */
function isFault(event: ReliabilityEvent): boolean {
  return event.fault && (event.event === "withdrawn" || event.event === "no_show");
}

/** Completed in a row without a fault: one more with each, halved (rounded down) by a fault, untouched by lateness (§8). */
export function streakOf(events: readonly ReliabilityEvent[]): number {
  let streak = 0;
  for (const event of events) {
    if (event.event === "completed") streak += 1;
    else if (isFault(event)) streak = Math.floor(streak / 2);
  }
  return streak;
}

function shareOf(
  events: readonly ReliabilityEvent[],
  isGood: (event: ReliabilityEvent) => boolean,
  counts: (event: ReliabilityEvent) => boolean,
): Share {
  const counted = events.filter(counts);
  return { good: counted.filter(isGood).length, of: counted.length };
}

/**
 * Folds a worker's events and reviews, in any order (§8). Customers' cancellations, force majeure, safety exits and
 * upheld appeals do not count: they are not faults, or are excluded.
 */
export function recordOf(events: readonly ReliabilityEvent[], reviews: readonly ReceivedReview[]): WorkerRecord {
  const counted = events.filter((event) => !event.excluded).toSorted((a, b) => a.at - b.at);
  const countedReviews = reviews.filter((review) => !review.excluded);
  const instants = [...counted, ...countedReviews].map((item) => item.at);
  const newestAt = instants.length === 0 ? null : instants.reduce((a, b) => Math.max(a, b));
  const isArrival = (event: ReliabilityEvent): boolean => event.event === "arrived_on_time" || event.event === "arrived_late";
  const isCompleted = (event: ReliabilityEvent): boolean => event.event === "completed";
  return {
    completedOrders: counted.filter(isCompleted).length,
    newestAt,
    input: {
      reviews: countedReviews.map((review) => ({ stars: review.stars, ageDays: Math.floor(((newestAt ?? review.at) - review.at) / DAY) })),
      onTime: shareOf(counted, (event) => event.event === "arrived_on_time", isArrival),
      completion: shareOf(counted, isCompleted, (event) => isCompleted(event) || isFault(event)),
      streak: streakOf(counted),
    },
  };
}
