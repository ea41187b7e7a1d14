import { exclusionOf } from "../../dispatch/eligibility.ts";
import type { Interval } from "../../kernel/instant.ts";
import type { Answer } from "../../machines/machine.ts";
import { conflictWith } from "../../schedule/calendar.ts";
import { timeRefusal } from "../../schedule/time-guards.ts";
import { occupationFrom } from "../calendar.ts";
import { jobOf } from "../job.ts";
import { assignmentOf, commandOf, holds, type OrderGuard, type Step } from "../step.ts";
import { crewHasTime } from "./crew.ts";

/** The worker holds an open offer of this round of the order, in time. */
export const hasOpenOffer: OrderGuard = ({ order, actor, command, facts, now }) => {
  const { offer } = facts;
  if (command.type !== "accept" || offer === null || offer.id !== command.offerId || offer.workerId !== actor.id)
    return holds(false, "offer_not_open");
  if (offer.state === "void") return holds(false, "offer_taken");
  return holds(offer.state === "open" && offer.round === order.matching?.round && now < offer.expiresAt, "offer_not_open");
};

/** The worker concerned is verified, qualified, not resting, not blocked, and free with buffer and travel on both sides: dispatch's own exclusions, on every path (I4, I12). */
export const isEligible: OrderGuard = (step) => {
  if (step.facts.candidate === null) return holds(false, "excluded_unverified");
  // A chosen quote is the customer's step: the worker may rest while it is paid, as long as the work itself keeps off the rest.
  const path = step.command.type === "accept" ? "accept" : "quote";
  const { order, facts, now } = step;
  const exclusion = exclusionOf(jobOf(order, facts, now), step.facts.candidate, facts.policy, now, path, facts.travelMinutes);
  return exclusion === null ? true : holds(false, exclusion);
};

/** The worker's time allows the interval, and that of everybody who goes with them. */
function timeAllows(step: Step, interval: Interval): Answer {
  const answer = workerHasTime(step, interval);
  return answer === true ? crewHasTime(step, interval) : answer;
}

/**
 * The worker's time allows the interval: free with buffer and travel on both sides as far as the facts know (I4), and
 * within every rule of rest (§6). Why not is the first that refuses.
 */
function workerHasTime({ order, actor, facts }: Step, interval: Interval): Answer {
  const { candidate, exactPosition, policy } = facts;
  if (candidate === null) return holds(false, "excluded_unverified");
  const calendar = { ...candidate, commitments: candidate.commitments.filter((commitment) => commitment.orderId !== order.id) };
  const work = { ...interval, orderId: order.id, position: exactPosition };
  const refusal = timeRefusal(calendar, work, { zone: order.zone, policy });
  if (refusal === null) return true;
  // What else fills a worker's day is not the customer's to know.
  if (actor.role === "customer") return holds(false, "worker_not_free");
  const conflict = refusal === "excluded_overlapping" ? conflictWith(calendar.commitments, work, exactPosition, candidate.travelMode, policy) : null;
  return holds(false, refusal, conflict === null ? undefined : { from: conflict.from, to: conflict.to });
}

/** The worker's time allows the proposed new interval. */
export const newIntervalIsFree: OrderGuard = (step) => timeAllows(step, occupationFrom(step.order, commandOf(step, "proposeReschedule").startsAt));

/** It still does: a rest block or other work may have come since the proposal. */
export const proposedIntervalIsFree: OrderGuard = (step) => {
  const { rescheduleProposal } = step.order;
  return rescheduleProposal === null
    ? holds(false, "reschedule_not_pending")
    : timeAllows(step, occupationFrom(step.order, rescheduleProposal.startsAt));
};

/** Quotes that may be chosen: asked, with a counter waiting (then at the ask), or agreed on. */
const choosable: ReadonlySet<string> = new Set(["open", "countered", "agreed"]);

/** The quote chosen is open and of this order. */
export const quoteIsOpen: OrderGuard = (step) => {
  const { quote } = step.facts;
  const open = quote !== null && quote.id === commandOf(step, "acceptQuote").quoteId && choosable.has(quote.state);
  return holds(open, "quote_not_open");
};

/** The actor is the worker assigned. */
export const isTheWorker: OrderGuard = ({ order, actor }) => holds(order.assignment?.workerId === actor.id, "not_yours");

/** The actor is a party: the customer, or the worker assigned. */
export const isAParty: OrderGuard = ({ order, actor }) =>
  holds(actor.role === "customer" ? order.customerId === actor.id : assignmentOf(order).workerId === actor.id, "not_yours");

/** The actor is this order's customer. */
export const isTheCustomer: OrderGuard = ({ order, actor }) => holds(order.customerId === actor.id, "not_yours");

/** A direct booking still waits for its worker. */
export const isDirect: OrderGuard = ({ order }) => holds(order.direct !== null, "wrong_state");
