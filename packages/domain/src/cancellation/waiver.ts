import type { Instant } from "../kernel/instant.ts";
import type { Policy } from "../policy/policy.ts";

export type Waiver = "worker_late" | "worker_asked" | "force_majeure" | "worker_fault_before" | "as_soon_as_possible_grace";

/** What decides whether a cancellation is free although the ladder has a fee. */
export interface WaiverFacts {
  readonly acceptedAt: Instant | null;
  readonly workingStart: Instant | null;
  readonly departedAt: Instant | null;
  readonly arrivedAt: Instant | null;
  /** Until when the worker's request to cancel lives; null: not asked. */
  readonly askedToCancelUntil: Instant | null;
  readonly forceMajeure: boolean;
  /** A worker's fault went before and nobody has departed since. */
  readonly freeToLeave: boolean;
  readonly asSoonAsPossible: boolean;
}

/**
 * Why a cancellation at `now` is free, or null (§5). A worker is late by the time of arrival, or by now while not
 * arrived: who came 30 minutes late does not earn a fee by having come.
 */
export function waiverOf(facts: WaiverFacts, now: Instant, policy: Policy): Waiver | null {
  if (facts.forceMajeure) return "force_majeure";
  if (facts.freeToLeave) return "worker_fault_before";
  if (facts.askedToCancelUntil !== null && now < facts.askedToCancelUntil) return "worker_asked";
  if (facts.workingStart !== null && (facts.arrivedAt ?? now) - facts.workingStart >= policy.cancellation.waivedWhenLateBy) return "worker_late";
  if (inAcceptGrace(facts, now, policy)) return "as_soon_as_possible_grace";
  return null;
}

function inAcceptGrace(facts: WaiverFacts, now: Instant, policy: Policy): boolean {
  if (!facts.asSoonAsPossible || facts.acceptedAt === null || facts.departedAt !== null || facts.arrivedAt !== null) return false;
  return now - facts.acceptedAt <= policy.cancellation.asSoonAsPossibleGrace;
}
