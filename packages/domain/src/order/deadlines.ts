import { HOUR, type Instant, MINUTE } from "../kernel/instant.ts";
import type { Dispute } from "./dispute-record.ts";
import { authorisedMinutes } from "./money.ts";
import type { Order } from "./order.ts";
import type { Deadline } from "./step.ts";

// When each waiting state ends by itself (rules §2, timed exits). Each is a function of the order and the policy alone.

/** A customer's deadline that fell into a stop of the service moves to restart + 30 min (§2, Time). */
function withGrace(deadline: Deadline): Deadline {
  return (step) => {
    const at = deadline(step);
    return at === null ? null : Math.max(at, step.order.graceUntil ?? at);
  };
}

/** The milliseconds of pauses that have ended. */
export function endedPauses(order: Order): number {
  const segments = order.service?.segments ?? [];
  let total = 0;
  for (const [index, segment] of segments.entries()) {
    const next = segments[index + 1];
    if (next !== undefined && segment.to !== null) total += next.from - segment.to;
  }
  return total;
}

/** Start of work + authorised minutes + pauses: the end the customer has agreed to pay for. */
export function authorisedEnd(order: Order, startedAt: Instant): Instant {
  return startedAt + authorisedMinutes(order) * MINUTE + endedPauses(order);
}

/** Quotes end at the earlier of start − 2 h and 7 days. */
export const quotingEnds: Deadline = ({ order, facts }) => {
  const { quotingEndsBeforeStart, quotingAtMost } = facts.policy.lifecycle;
  return Math.min((order.startsAt ?? Number.MAX_SAFE_INTEGER) - quotingEndsBeforeStart, (order.placedAt ?? order.since) + quotingAtMost);
};

/** Payment is awaited for 15 min. */
export const paymentEnds = withGrace(({ order, facts }) => order.since + facts.policy.lifecycle.paymentWithin);

/** Matching ends at max(start − 30 min, re-entry + 60 min); as soon as possible: 2 h after payment. */
export const matchingEnds: Deadline = ({ order, facts }) => {
  if (order.matching === null) return null;
  const rules = facts.policy.lifecycle;
  if (order.startsAt === null) return order.matching.paidAt + rules.matchingAsSoonAsPossible;
  const beforeStart = order.startsAt - rules.matchingEndsBeforeStart;
  const reentered = order.matching.reenteredAt;
  return reentered === null ? beforeStart : Math.max(beforeStart, reentered + rules.matchingAfterReentry);
};

/** A worker who has not departed (remote: started) 30 min after the working start does not show. */
export const departureMissed: Deadline = ({ order, facts }) =>
  order.assignment === null ? null : order.assignment.workingStart + facts.policy.lifecycle.departNoShowAfterStart;

/** A worker on the way who has not arrived 60 min after the working start does not show. */
export const arrivalMissed: Deadline = ({ order, facts }) =>
  order.assignment === null ? null : order.assignment.workingStart + facts.policy.lifecycle.arriveNoShowAfterStart;

/** An arrived worker who does not start within 4 h of the later of arrival and start: nothing happens any more. */
export const arrivedEnds: Deadline = ({ order, facts }) =>
  order.arrivedAt === null ? null : Math.max(order.arrivedAt, order.startsAt ?? order.arrivedAt) + facts.policy.lifecycle.arrivedAtMost;

/** 30 min after the latest of arrival, start and report without the customer's "I am here": the customer does not show. */
export const customerNoShow: Deadline = ({ order, facts }) => {
  if (order.noShowReportedAt === null || order.arrivedAt === null) return null;
  return Math.max(order.arrivedAt, order.startsAt ?? 0, order.noShowReportedAt) + facts.policy.lifecycle.noShowWait;
};

/** Work that nobody ends is ended 4 h after its authorised end. */
export const serviceEnds: Deadline = ({ order, facts }) =>
  order.service === null ? null : authorisedEnd(order, order.service.startedAt) + facts.policy.lifecycle.serviceOverrun;

/** Pauses of 2 h in all on site, 72 h remote. */
export const pauseEnds: Deadline = ({ order, facts }) => {
  if (order.service === null || order.service.pausedSince === null) return null;
  const allowed = order.terms.mode === "remote" ? facts.policy.lifecycle.pauseRemote : facts.policy.lifecycle.pauseOnSite;
  return order.service.pausedSince + Math.max(0, allowed - endedPauses(order));
};

/** The customer confirms within 48 h on site, 72 h remote; else it is confirmed for them. */
export const confirmationEnds = withGrace(({ order, facts }) => {
  const { confirmOnSite, confirmRemote } = facts.policy.lifecycle;
  return order.since + (order.terms.mode === "remote" ? confirmRemote : confirmOnSite);
});

/** Reminders of the confirmation: at half, and 4 h before it ends. */
export const reminderDue: Deadline = (step) => {
  const ends = confirmationEnds(step);
  if (ends === null || step.order.remindersSent > 1) return null;
  const half = step.order.since + Math.floor((ends - step.order.since) / 2);
  return step.order.remindersSent === 0 ? half : ends - step.facts.policy.lifecycle.confirmReminderBefore;
};

/** A time that not both have confirmed alerts 2 h before the start (§10). */
export const timeAlertDue: Deadline = ({ order }) => {
  if (order.assignment === null || order.timeAlerted || order.startsAt === null || order.assignment.timeConfirmedBy.length === 2) return null;
  const due = order.startsAt - 2 * HOUR;
  return due > order.assignment.acceptedAt ? due : null;
};

/** The first add-on that nobody answered or paid in time. */
export const addOnEnds: Deadline = ({ order }) => {
  const open = order.addOns.flatMap((addOn) =>
    (addOn.state === "proposed" || addOn.state === "approved") && addOn.expiresAt !== null ? [addOn.expiresAt] : [],
  );
  return open.length === 0 ? null : Math.min(...open);
};

/** A proposal to move the start lives 2 h. */
export const rescheduleEnds: Deadline = ({ order }) => order.rescheduleProposal?.expiresAt ?? null;

/** The worker's request to be let go lives 30 min. */
export const askToCancelEnds: Deadline = ({ order }) => order.askedToCancel?.expiresAt ?? null;

/** The clock of a dispute that stands at one of these points (§8). */
function disputeClock(...states: readonly Dispute["state"][]): Deadline {
  return ({ order }) => (order.dispute !== null && states.includes(order.dispute.state) ? order.dispute.dueAt : null);
}

/** When those whose turn it is are reminded, in a dispute that stands at one of these points; a dispute of an earlier version has no reminders. */
function disputeReminder(...states: readonly Dispute["state"][]): Deadline {
  return ({ order }) => (order.dispute !== null && states.includes(order.dispute.state) ? (order.dispute.remindAt ?? null) : null);
}

export const evidenceReminderDue = disputeReminder("evidence");
export const arbitrationReminderDue = disputeReminder("deciding", "appealed");
export const decisionReminderDue = disputeReminder("decided");

/** 48 h of evidence. */
export const evidenceEnds = disputeClock("evidence");
/** The arbitrators' own clock: missed, it escalates and never defaults. */
export const arbitrationMissed = disputeClock("deciding", "appealed");
/** 48 h to accept or appeal a decision. */
export const decisionStands = disputeClock("decided");
