import { crewNoticeKinds } from "../crew-notices.ts";
import type { Notice } from "../outcome.ts";
import type { OrderEffect, Step } from "../step.ts";

/** Everything people are told about an order; the message catalogues have a sentence for each. */
export const noticeKinds = [
  "payment_captured",
  "payment_returned",
  "worker_found",
  "order_assigned",
  "quote_chosen",
  "quote_unpaid",
  "no_worker_found",
  "direct_refused",
  "price_raised",
  "worker_withdrew",
  "worker_no_show",
  "customer_no_show",
  "time_unconfirmed",
  "reschedule_proposed",
  "reschedule_agreed",
  "reschedule_declined",
  "worker_departed",
  "worker_arrived",
  "customer_here",
  "early_start_allowed",
  "no_show_reported",
  "service_started",
  "service_paused",
  "service_resumed",
  "service_finished",
  "confirmation_reminder",
  "order_completed",
  "order_cancelled",
  "order_expired",
  "cancel_requested",
  "add_on_proposed",
  "add_on_approved",
  "add_on_declined",
  "add_on_withdrawn",
  "add_on_paid",
  "add_on_expired",
  "tip_received",
  "dispute_opened",
  "dispute_deciding",
  "dispute_escalated",
  "dispute_decided",
  "dispute_appealed",
  "dispute_resolved",
  "split_proposed",
  "dispute_assigned",
  "evidence_added",
  "evidence_requested",
  "evidence_reminder",
  "arbitration_reminder",
  "decision_reminder",
  ...crewNoticeKinds,
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** What both sides are told of beside the order's own life: reviews, claims on its insurance, messages. */
export const sidesNoticeKinds = [
  "review_received",
  "review_replied",
  "claim_reviewing",
  "claim_approved",
  "claim_refused",
  "claim_paid",
  "message_received",
] as const;

/** The sides a row may name; a crew is told by itself (`crewNotices`). */
type Side = Exclude<Notice["to"], "crew">;

/** Who is meant by a side of this order, as it stands when the notice is made. */
function userIdOf(step: Step, to: Side): string | null {
  switch (to) {
    case "customer":
      return step.order.customerId;
    case "worker":
      return step.order.assignment?.workerId ?? null;
    case "former_worker":
      return step.order.formerAssignments.at(-1)?.workerId ?? null;
    case "arbitrator":
      return step.order.dispute?.arbitratorId ?? null;
    case "admins":
      return null;
  }
}

/** Tells the worker whose quote was chosen, who has no part in the order yet. */
export function tellQuoter(kind: NoticeKind): OrderEffect {
  const effect: OrderEffect = ({ order }) => ({
    notices: order.chosenQuote === null ? [] : [{ to: "worker", userId: order.chosenQuote.workerId, kind, data: {} }],
  });
  return effect;
}

/** Tells one or more sides; nobody is told of what they did themselves. A side that is not there is not told. */
export function tell(kind: NoticeKind, ...sides: readonly Side[]): OrderEffect {
  const effect: OrderEffect = (step) => ({
    notices: sides
      .map((to) => ({ to, userId: userIdOf(step, to), kind, data: {} }))
      .filter((notice) => notice.to === "admins" || (notice.userId !== null && notice.userId !== step.actor.id)),
  });
  return effect;
}
