import { commandOf, holds, type OrderGuard } from "../step.ts";

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
