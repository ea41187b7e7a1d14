import { confirmationEnds, paymentEnds } from "../deadlines.ts";
import { assignmentOf, holds, type OrderGuard } from "../step.ts";

/** At most two reschedules an order (§2). */
export const reschedulesAreLeft: OrderGuard = ({ order, facts }) =>
  holds(order.rescheduled < facts.policy.lifecycle.reschedulesAtMost, "reschedule_limit");

/** One proposal at a time. */
export const noProposalIsOpen: OrderGuard = ({ order }) => holds(order.rescheduleProposal === null, "reschedule_pending");

/** There is a proposal, in time. */
export const proposalIsOpen: OrderGuard = ({ order, now }) =>
  holds(order.rescheduleProposal !== null && now < order.rescheduleProposal.expiresAt, "reschedule_not_pending");

/** The proposal is the other side's to answer. */
export const proposalIsTheOthers: OrderGuard = ({ order, actor }) => holds(order.rescheduleProposal?.by !== actor.role, "reschedule_by_other_side");

/** Each side confirms the time once. */
export const timeIsUnconfirmed: OrderGuard = ({ order, actor }) =>
  holds(!assignmentOf(order).timeConfirmedBy.some((side) => side === actor.role), "conflict");

/** The worker has not asked to be let go already. */
export const hasNotAsked: OrderGuard = ({ order }) => holds(order.askedToCancel === null, "conflict");

/** The customer has not said it before. */
export const isNotYetHere: OrderGuard = ({ order }) => holds(order.customerHereAt === null, "conflict");
export const earlyStartIsClosed: OrderGuard = ({ order }) => holds(!order.earlyStartAllowed, "conflict");

/** A deadline of the customer's fell into a stop of the service (§2, Time). */
export const customersDeadlineHasPassed: OrderGuard = (step) => {
  const ends = step.order.state === "awaiting_payment" ? paymentEnds(step) : confirmationEnds(step);
  return holds(ends !== null && ends <= step.now, "not_due");
};
