import { assignmentOf, commandOf, type OrderEffect } from "../step.ts";

/** One side has said that the time stands; when both have, nobody is alerted (§10). */
export const setTimeConfirmed: OrderEffect = ({ order, actor }) => {
  const assignment = assignmentOf(order);
  const side = actor.role === "customer" ? ("customer" as const) : ("worker" as const);
  return { changes: { assignment: { ...assignment, timeConfirmedBy: [...assignment.timeConfirmedBy, side] } } };
};

export const setTimeAlerted: OrderEffect = () => ({ changes: { timeAlerted: true } });

/** A new start is proposed; both intervals are held until it is answered (§2). */
export const proposeNewStart: OrderEffect = (step) => {
  const { startsAt } = commandOf(step, "proposeReschedule");
  const by = step.actor.role === "customer" ? ("customer" as const) : ("worker" as const);
  return {
    changes: { rescheduleProposal: { by, startsAt, proposedAt: step.now, expiresAt: step.now + step.facts.policy.lifecycle.rescheduleWithin } },
  };
};

/** The start moves. At the customer's wish, fees keep counting the time that was left to the old start (§2). */
export const moveStart: OrderEffect = ({ order, now }) => {
  const proposal = order.rescheduleProposal;
  if (proposal === null) return {};
  const assignment = assignmentOf(order);
  const leftToOldStart = Math.min((order.startsAt ?? now) - now, order.feeNotice?.leftToOldStart ?? Number.MAX_SAFE_INTEGER);
  return {
    changes: {
      startsAt: proposal.startsAt,
      rescheduled: order.rescheduled + 1,
      rescheduleProposal: null,
      timeAlerted: false,
      feeNotice: proposal.by === "customer" ? { agreedAt: now, leftToOldStart } : order.feeNotice,
      assignment: { ...assignment, workingStart: proposal.startsAt, timeConfirmedBy: ["customer", "worker"] },
    },
  };
};

export const dropProposal: OrderEffect = () => ({ changes: { rescheduleProposal: null } });

/** The worker asks to be let go; for 30 min the customer leaves free (§2). */
export const setAskedToCancel: OrderEffect = ({ facts, now }) => ({
  changes: { askedToCancel: { at: now, expiresAt: now + facts.policy.lifecycle.askToCancelLives } },
});
export const dropAskedToCancel: OrderEffect = () => ({ changes: { askedToCancel: null } });

export const countReminder: OrderEffect = ({ order }) => ({ changes: { remindersSent: order.remindersSent + 1 } });

/** A customer's deadline that fell into a stop of the service moves to restart + 30 min (§2, Time). */
export const grantGrace: OrderEffect = ({ facts, now }) => ({ changes: { graceUntil: now + facts.policy.lifecycle.downtimeGrace } });
