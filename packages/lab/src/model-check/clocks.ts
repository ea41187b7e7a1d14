import { HOUR, type Instant, MINUTE, type Order } from "@lingong/domain";

/** A clock of the rule book that runs in an order's state: when it ends, and what that means. */
export interface Clock {
  readonly at: Instant;
  readonly means: string;
}

const authorised = (order: Order): number =>
  order.terms.bookedMinutes +
  order.addOns
    .filter((addOn) => addOn.kind === "time" && (addOn.state === "paid" || addOn.state === "done"))
    .reduce((sum, addOn) => sum + addOn.minutes, 0);

const endedPauses = (order: Order): number => {
  const segments = order.service?.segments ?? [];
  return segments.slice(1).reduce((sum, segment, index) => sum + segment.from - (segments[index]?.to ?? segment.from), 0);
};

const later = (at: Instant, grace: Instant | null): Instant => (grace === null ? at : Math.max(at, grace));

/** Clocks of the assignment, whatever its state: add-ons and requests (§2). */
function clocksBeside(order: Order): readonly Clock[] {
  const addOns = order.addOns.flatMap((addOn) => {
    if (addOn.state === "approved") return [{ at: addOn.expiresAt ?? 0, means: "addOnEnds" }];
    return addOn.state === "proposed" ? [{ at: addOn.expiresAt ?? 0, means: "addOnEnds" }] : [];
  });
  const request = order.askedToCancel === null ? [] : [{ at: order.askedToCancel.at + 30 * MINUTE, means: "askToCancelEnds" }];
  return [...request, ...addOns];
}

function matchingClock(order: Order): readonly Clock[] {
  if (order.matching === null) return [];
  if (order.startsAt === null) return [{ at: order.matching.paidAt + 2 * HOUR, means: "matchingEnds" }];
  const reentered = order.matching.reenteredAt === null ? 0 : order.matching.reenteredAt + HOUR;
  return [{ at: Math.max(order.startsAt - 30 * MINUTE, reentered), means: "matchingEnds" }];
}

function acceptedClocks(order: Order): readonly Clock[] {
  const assignment = order.assignment;
  if (assignment === null) return [];
  const alert = (order.startsAt ?? 0) - 2 * HOUR;
  const alerts =
    order.timeAlerted || assignment.timeConfirmedBy.length === 2 || alert <= assignment.acceptedAt ? [] : [{ at: alert, means: "timeAlert" }];
  const proposal = order.rescheduleProposal === null ? [] : [{ at: order.rescheduleProposal.proposedAt + 2 * HOUR, means: "rescheduleEnds" }];
  return [{ at: assignment.workingStart + 30 * MINUTE, means: "departureMissed" }, ...alerts, ...proposal];
}

function arrivedClocks(order: Order): readonly Clock[] {
  const base = Math.max(order.arrivedAt ?? 0, order.startsAt ?? 0);
  const reported = order.noShowReportedAt === null ? [] : [{ at: Math.max(base, order.noShowReportedAt) + 30 * MINUTE, means: "customerNoShow" }];
  return [{ at: base + 4 * HOUR, means: "arrivedEnds" }, ...reported];
}

function confirmationClocks(order: Order): readonly Clock[] {
  const ends = later(order.since + (order.terms.mode === "remote" ? 72 : 48) * HOUR, order.graceUntil);
  const reminder = [order.since + Math.floor((ends - order.since) / 2), ends - 4 * HOUR][order.remindersSent];
  return [{ at: ends, means: "autoConfirm" }, ...(reminder === undefined ? [] : [{ at: reminder, means: "reminder" }])];
}

function disputeClocks(order: Order): readonly Clock[] {
  const dispute = order.dispute;
  if (dispute === null) return [];
  const reminder = (means: string): readonly Clock[] => (dispute.remindAt === null ? [] : [{ at: dispute.remindAt, means }]);
  if (dispute.state === "evidence") return [...reminder("evidenceReminder"), { at: dispute.openedAt + 48 * HOUR, means: "closeEvidence" }];
  return dispute.state === "decided"
    ? [...reminder("decisionReminder"), { at: dispute.dueAt, means: "decisionStands" }]
    : [...reminder("arbitrationReminder"), { at: dispute.dueAt, means: "escalateDispute" }];
}

/** Every clock that runs, restated from the table of timed exits in rules §2. */
export function clocksOf(order: Order): readonly Clock[] {
  switch (order.state) {
    case "quoting":
      return [{ at: Math.min((order.startsAt ?? 0) - 2 * HOUR, (order.placedAt ?? 0) + 7 * 24 * HOUR), means: "quotingEnds" }];
    case "awaiting_payment":
      return [{ at: later(order.since + 15 * MINUTE, order.graceUntil), means: "paymentEnds" }];
    case "matching":
      return matchingClock(order);
    case "accepted":
      return [...acceptedClocks(order), ...clocksBeside(order)];
    case "en_route":
      return [{ at: (order.assignment?.workingStart ?? 0) + 60 * MINUTE, means: "arrivalMissed" }, ...clocksBeside(order)];
    case "arrived":
      return [...arrivedClocks(order), ...clocksBeside(order)];
    case "in_service":
      return [
        { at: (order.service?.startedAt ?? 0) + authorised(order) * MINUTE + endedPauses(order) + 4 * HOUR, means: "serviceEnds" },
        ...clocksBeside(order),
      ];
    case "paused":
      return [
        { at: (order.service?.pausedSince ?? 0) + (order.terms.mode === "remote" ? 72 : 2) * HOUR - endedPauses(order), means: "pauseEnds" },
        ...clocksBeside(order),
      ];
    case "awaiting_confirmation":
      return confirmationClocks(order);
    case "disputed":
      return disputeClocks(order);
    case "draft":
    case "completed":
    case "resolved":
    case "cancelled":
    case "expired":
      return [];
  }
}

/** The clock that ends first. */
export function nextClock(order: Order): Clock | null {
  return clocksOf(order).reduce<Clock | null>((next, clock) => (next === null || clock.at < next.at ? clock : next), null);
}
