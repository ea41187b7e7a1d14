import { type Instant, MINUTE, roundUpTo } from "../kernel/instant.ts";
import type { Step } from "./step.ts";

/** The start agreed by an accept now: the scheduled one, or as soon as possible: accept + travel + 10 min, rounded up to 5 min (§2, Start). */
export function agreedStart({ order, facts, now }: Pick<Step, "order" | "facts" | "now">): Instant {
  if (order.startsAt !== null) return order.startsAt;
  const { asSoonAsPossibleSlack, startRounding } = facts.policy.lifecycle;
  return roundUpTo(now + (facts.travelMinutes ?? 0) * MINUTE + asSoonAsPossibleSlack, startRounding);
}

/** Working start: the agreed start, or on a later accept what the worker can reach: accept + travel rounded up to 5 min (§2, Start). */
export function plannedStart(step: Pick<Step, "order" | "facts" | "now">): Instant {
  const reachable = roundUpTo(step.now + (step.facts.travelMinutes ?? 0) * MINUTE, step.facts.policy.lifecycle.startRounding);
  return Math.max(agreedStart(step), reachable);
}
