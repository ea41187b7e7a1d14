import type { CancellableState, CancellationCase } from "../cancellation/fee.ts";
import { waiverOf } from "../cancellation/waiver.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Facts } from "./facts.ts";
import type { Order } from "./order.ts";
import type { Step } from "./step.ts";

/** The start that counts for fees: after a reschedule at the customer's wish, never farther than the old start was when it was agreed (§2). */
function untilStart(order: Order, now: Instant): number | null {
  if (order.startsAt === null) return null;
  const left = order.startsAt - now;
  return order.feeNotice === null ? left : Math.min(left, order.feeNotice.leftToOldStart);
}

/** Whether cancelling is free although the ladder has a fee (§5): waivers, and a crew smaller than ordered (§2, Teams). */
function isWaived(order: Order, facts: Pick<Facts, "policy" | "forceMajeure">, now: Instant): boolean {
  if (order.crewPresent !== null && order.crewPresent < order.terms.headcount) return true;
  const waiver = waiverOf(
    {
      acceptedAt: order.assignment?.acceptedAt ?? null,
      workingStart: order.assignment?.workingStart ?? null,
      departedAt: order.departedAt,
      arrivedAt: order.arrivedAt,
      askedToCancelUntil: order.askedToCancel?.expiresAt ?? null,
      forceMajeure: facts.forceMajeure,
      freeToLeave: order.freeToLeave,
      asSoonAsPossible: order.terms.startsAt === null,
    },
    now,
    facts.policy,
  );
  return waiver !== null;
}

/** What the ladder needs to know of an order that is left now (§5). */
export function cancellationCaseOf({ order, facts, now }: Pick<Step, "order" | "facts" | "now">): CancellationCase {
  const until = untilStart(order, now);
  return {
    state: order.state as CancellableState,
    rateFenPerHour: order.rateFenPerHour,
    authorisedMinutes: order.terms.bookedMinutes,
    headcount: order.terms.headcount,
    secondsSinceAccept: order.assignment === null ? null : (now - order.assignment.acceptedAt) / 1_000,
    secondsUntilOriginalStart: until === null ? null : until / 1_000,
    waived: isWaived(order, facts, now),
  };
}
