import { hashOf } from "../../contract/hash.ts";
import type { Assignment, FormerAssignment, Order, PinnedFacts } from "../order.ts";
import type { SideEffect } from "../outcome.ts";
import { agreedStart, plannedStart } from "../start.ts";
import { assignmentOf, type Contribution, commandOf, type OrderEffect, type Step } from "../step.ts";

/** The facts commission will be charged on, as they are at accept (§4, I10). */
function pinnedFacts({ order, facts }: Step): PinnedFacts {
  const { candidate } = facts;
  const certificate = candidate?.qualifications.find((qualification) => qualification.categoryId === order.terms.categoryId);
  return {
    plan: order.terms.plan,
    policyVersion: facts.policy.version,
    policyHash: facts.policyHash,
    certified: certificate?.certified ?? false,
    level: candidate?.level ?? 1,
    completedOrders: candidate?.completedOrders ?? 0,
    completedTogetherBefore: facts.completedTogether,
  };
}

/** What the worker signs by accepting: the customer's signed terms, the parties, the plan and the pinned facts (§10, Contract). */
function contractHash({ order }: Step, workerId: string, pinned: PinnedFacts): string {
  return hashOf({ orderId: order.id, termsHash: order.signedTermsHash, customerId: order.customerId, workerId, pinned });
}

function assignmentFor(step: Step, workerId: string, assignmentId: string): Assignment {
  const pinned = pinnedFacts(step);
  return {
    id: assignmentId,
    workerId,
    acceptedAt: step.now,
    workingStart: plannedStart(step),
    travelMinutes: step.facts.travelMinutes ?? 0,
    pinned,
    contractHash: contractHash(step, workerId, pinned),
    crew: [],
    timeConfirmedBy: [],
  };
}

/** The worker, or the worker of the chosen quote, has the order: start, contract, plan and facts are pinned. */
export const assign: OrderEffect = (step) => {
  const { command, order, actor } = step;
  if (command.type !== "accept" && command.type !== "capturePayment") return {};
  const workerId = command.type === "accept" ? actor.id : (order.chosenQuote?.workerId ?? "");
  const accepted: SideEffect[] = command.type === "accept" ? [{ kind: "acceptOffer", offerId: command.offerId }] : [];
  return {
    changes: { assignment: assignmentFor(step, workerId, command.assignmentId), startsAt: agreedStart(step), timeAlerted: false },
    sideEffects: [
      ...accepted,
      { kind: "voidOffers", orderId: order.id, exceptOfferId: command.type === "accept" ? command.offerId : null, reason: "taken" },
    ],
  };
};

/** Who of the team goes, in place of those named before. */
export const nameCrew: OrderEffect = (step) => ({
  changes: { assignment: { ...assignmentOf(step.order), crew: [...commandOf(step, "assignCrew").memberIds] } },
});

/** One policy of 100,000 yuan covers both sides from accept on, tier by plan (§10, I11). */
export const insure: OrderEffect = ({ order, facts, now }) => {
  const { coverFen, tiers } = facts.policy.insurance;
  const tier = tiers[order.terms.plan] as "basic" | "medium" | "full";
  const policy = { assignmentId: assignmentOf(order).id, tier, coverFen, from: now, to: null, premiumPosted: false };
  return { changes: { insurance: [...order.insurance, policy] } };
};

/** The platform pays the premium when the worker sets out (remote: starts). */
export const postPremium: OrderEffect = ({ order, facts }): Contribution => {
  if (order.insurance.every((policy) => policy.to !== null || policy.premiumPosted)) return {};
  return {
    posting: "insurance_premium",
    transfers: [{ from: "insurance_premium", to: "insurer", fen: facts.policy.insurance.premiumFen }],
    changes: { insurance: order.insurance.map((policy) => (policy.to === null ? { ...policy, premiumPosted: true } : policy)) },
  };
};

/** The cover ends with the assignment. */
export const endInsurance: OrderEffect = ({ order, now }) => ({
  changes: { insurance: order.insurance.map((policy) => (policy.to === null ? { ...policy, to: now } : policy)) },
});

/** Everything that belonged to the worker who left. */
const withoutWorker = {
  assignment: null,
  chosenQuote: null,
  departedAt: null,
  arrivedAt: null,
  customerHereAt: null,
  noShowReportedAt: null,
  crewPresent: null,
  earlyStartAllowed: false,
  travelEarned: false,
  askedToCancel: null,
  rescheduleProposal: null,
  timeAlerted: false,
} as const satisfies Partial<Order>;

/** Ends the assignment by the worker's doing. A fault is recorded with its reason and opens a review window for the pair (§5, §8). */
export function endAssignment(how: "withdrawn" | "no_show"): OrderEffect {
  const effect: OrderEffect = ({ order, command, facts, now }) => {
    const { workerId, acceptedAt } = assignmentOf(order);
    const excused = command.type === "withdraw" && (command.reason === "safety" || command.reason === "illness") ? command.reason : null;
    const former: FormerAssignment = { workerId, acceptedAt, endedAt: now, cause: excused ?? how, fault: excused === null };
    const window: SideEffect = {
      kind: "openReviews",
      workerId,
      customerId: order.customerId,
      opensAt: now,
      closesAt: now + facts.policy.reputation.reviewWindow,
    };
    return {
      changes: { ...withoutWorker, formerAssignments: [...order.formerAssignments, former] },
      sideEffects: [
        { kind: "recordReliability", workerId, event: excused === null ? how : "safety_exit", fault: former.fault },
        ...(former.fault ? [window] : []),
      ],
    };
  };
  return effect;
}

/** Back to matching: slot, price and paid add-ons are kept, the list of those asked is emptied but for who left; the customer may leave free (§2). */
export const reenterMatching: OrderEffect = ({ order, now }) => {
  if (order.matching === null || !order.terms.rematchAfterFault) return {};
  const leftBy = order.formerAssignments.map((former) => former.workerId);
  return {
    changes: {
      freeToLeave: true,
      direct: null,
      matching: { ...order.matching, reenteredAt: now, round: order.matching.round + 1, leftBy: [...new Set(leftBy)] },
    },
    sideEffects: [{ kind: "askForOffers", orderId: order.id }],
  };
};

/** The crew arrived on time, or late: counted for the worker's standing (§8). */
export const recordArrival: OrderEffect = ({ order, facts, now }) => {
  const { workerId, workingStart } = assignmentOf(order);
  const onTime = now <= workingStart + facts.policy.reputation.onTimeSlack;
  return { sideEffects: [{ kind: "recordReliability", workerId, event: onTime ? "arrived_on_time" : "arrived_late", fault: false }] };
};
