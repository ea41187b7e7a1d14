import { endedPauses, pauseEnds } from "../deadlines.ts";
import { commandOf, holds, type OrderGuard } from "../step.ts";

/** Pausing needs pause time that is left. */
export const pauseIsLeft: OrderGuard = ({ order, facts }) => {
  const { pauseRemote, pauseOnSite } = facts.policy.lifecycle;
  return holds(endedPauses(order) < (order.terms.mode === "remote" ? pauseRemote : pauseOnSite), "pause_limit");
};

/** Resuming is in time while the pause has not run out. */
export const pauseHasNotEnded: OrderGuard = ({ order, facts, now }) => {
  const ends = pauseEnds({ order, facts });
  return holds(ends !== null && now < ends, "pause_limit");
};

/** Safety and illness are reasons of the worker; a customer just ends the work. */
export const reasonFitsActor: OrderGuard = (step) =>
  holds(step.actor.role === "worker" || commandOf(step, "finish").reason === "done", "reason_missing");

/** Items named as done are paid items of this order. */
export const itemsArePaid: OrderGuard = (step) => {
  const paid = new Set(step.order.addOns.filter((addOn) => addOn.kind === "item" && addOn.state === "paid").map((addOn) => addOn.id));
  return holds(
    commandOf(step, "finish").doneAddOnIds.every((id) => paid.has(id)),
    "add_on_not_open",
  );
};

/** A person's reason is given in words. */
export const givesAReason: OrderGuard = ({ command }) => holds("reason" in command && command.reason.trim().length > 0, "reason_missing");
