import { advance } from "../../machines/advance.ts";
import { addOnMachine } from "../add-on-machine.ts";
import { extraTimeFen } from "../bill.ts";
import { addOnOf } from "../guards/add-on.ts";
import { paymentOf } from "../guards/payment.ts";
import type { AddOn, Order } from "../order.ts";
import { commandOf, type OrderEffect, type Step } from "../step.ts";
import { awaitedPayment } from "./terms.ts";

/** Replaces one add-on, moved along its own table. */
function moved(
  order: Order,
  id: string | undefined,
  command: Parameters<typeof advance<AddOn["state"], keyof typeof addOnMachine>>[2],
  changes: Partial<AddOn> = {},
): readonly AddOn[] {
  return order.addOns.map((addOn) => (addOn.id === id ? { ...addOn, ...changes, state: advance(addOnMachine, addOn.state, command) } : addOn));
}

/** Extra time or an extra item is on the table: nothing is done before it is agreed and paid (§2). */
export const addProposal: OrderEffect = (step) => {
  const { addOnId, kind, title, minutes, fen, photoId } = commandOf(step, "proposeAddOn");
  const { order, facts, now } = step;
  const { addOnProposed, addOnProposedInService } = facts.policy.lifecycle;
  const lives = order.state === "in_service" || order.state === "paused" ? addOnProposedInService : addOnProposed;
  const price = kind === "time" ? { minutes, fen: extraTimeFen(order, minutes) } : { minutes: 0, fen };
  const by = step.actor.role === "customer" ? ("customer" as const) : ("worker" as const);
  const proposal: AddOn = {
    id: addOnId,
    kind,
    title,
    ...price,
    photoId,
    by,
    state: "proposed",
    proposedAt: now,
    expiresAt: now + lives,
    paymentId: null,
  };
  return { changes: { addOns: [...order.addOns, proposal] } };
};

/** Agreed: it waits 15 min for its own payment. */
export const approveProposal: OrderEffect = (step) => {
  const { addOnId, paymentId } = commandOf(step, "approveAddOn");
  const { order, facts, now } = step;
  const fen = addOnOf(step)?.fen ?? 0;
  return {
    changes: {
      addOns: moved(order, addOnId, "approve", { paymentId, expiresAt: now + facts.policy.lifecycle.addOnApproved }),
      payments: [...order.payments, awaitedPayment(paymentId, "add_on", fen, addOnId)],
    },
  };
};

export const declineProposal: OrderEffect = (step) => ({
  changes: { addOns: moved(step.order, commandOf(step, "declineAddOn").addOnId, "decline", { expiresAt: null }) },
});
export const withdrawProposal: OrderEffect = (step) => ({
  changes: { addOns: moved(step.order, commandOf(step, "withdrawAddOn").addOnId, "withdraw", { expiresAt: null }) },
});

/** Paid: it counts from now on. */
export const payAddOn: OrderEffect = (step: Step) => ({
  changes: { addOns: moved(step.order, paymentOf(step)?.subjectId ?? undefined, "pay", { expiresAt: null }) },
});

/** Closes add-ons that are still open, with the payments they waited for. */
function closeOpen(order: Order, command: "expire" | "void", which: (addOn: AddOn) => boolean): Pick<Order, "addOns" | "payments"> {
  const closing = new Set(
    order.addOns.filter((addOn) => (addOn.state === "proposed" || addOn.state === "approved") && which(addOn)).map((addOn) => addOn.id),
  );
  return {
    addOns: order.addOns.map((addOn) =>
      closing.has(addOn.id) ? { ...addOn, expiresAt: null, state: advance(addOnMachine, addOn.state, command) } : addOn,
    ),
    payments: order.payments.map((payment) =>
      payment.state === "awaited" && payment.subjectId !== null && closing.has(payment.subjectId) ? { ...payment, state: "void" } : payment,
    ),
  };
}

/** Those that nobody answered or paid in time. */
export const expireAddOns: OrderEffect = ({ order, now }) => ({
  changes: closeOpen(order, "expire", (addOn) => addOn.expiresAt !== null && addOn.expiresAt <= now),
});

/** Finish, cancel, withdraw, no-show and dispute void the unpaid ones. */
export const voidUnpaidAddOns: OrderEffect = ({ order }) => ({ changes: closeOpen(order, "void", () => true) });
