import type { DeadlineView } from "@lingong/contracts";
import { dueAt, lifecycle, type Order, type Policy } from "@lingong/domain";
import { iso } from "../../kernel/iso.ts";

/**
 * The timed rows that end what an order waits for, or the turn of a dispute. Reminders and the clocks of parts (an add-on, a new start) fire
 * earlier and change no state: they are shown where they belong, never as the order's own deadline.
 */
const exits = Object.fromEntries(
  Object.entries(lifecycle).filter(([name, row]) => row.to !== "stay" || name === "closeEvidence" || name === "escalateDispute"),
);

/** The countdown of an order's page, and what happens at its end. */
export function deadlineView(order: Order, policy: Policy): DeadlineView | null {
  const due = dueAt(order, policy, exits);
  return due === null ? null : { at: iso(due.at), what: due.what };
}
