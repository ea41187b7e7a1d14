import type { OrderView, PaymentView } from "@lingong/contracts";

/** The payments an order waits for, oldest first. */
export function awaitedPayments(order: Pick<OrderView, "payments">): readonly PaymentView[] {
  return order.payments.filter((payment) => payment.state === "awaited");
}

export function awaitedPayment(order: Pick<OrderView, "payments">, purpose: PaymentView["purpose"]): PaymentView | undefined {
  return awaitedPayments(order).find((payment) => payment.purpose === purpose);
}

/** The add-ons that wait for the customer: proposed by the worker and answerable now, or approved and not yet paid. */
export function openAddOns(order: Pick<OrderView, "addOns" | "actions" | "payments">): OrderView["addOns"] {
  const answerable = new Set(order.actions.filter(({ command }) => command === "approveAddOn").map(({ subjectId }) => subjectId));
  const payable = new Set(awaitedPayments(order).map(({ id }) => id));
  return order.addOns.filter((addOn) => answerable.has(addOn.id) || (addOn.paymentId !== null && payable.has(addOn.paymentId)));
}
