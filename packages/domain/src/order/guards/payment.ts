import type { Payment } from "../order.ts";
import { commandOf, holds, type OrderGuard, type Step } from "../step.ts";

/** The payment a capture names, if the order knows it. */
export function paymentOf(step: Step): Payment | undefined {
  const { paymentId } = commandOf(step, "capturePayment");
  return step.order.payments.find((payment) => payment.id === paymentId);
}

/** This capture has not been booked before: a duplicated webhook changes nothing. */
export const captureIsNew: OrderGuard = (step) => {
  const { captureId } = commandOf(step, "capturePayment");
  return holds(!step.order.payments.some((payment) => payment.captureId === captureId), "payment_already_booked");
};

/** The amount captured is a whole number of fen above nothing. */
export const captureIsAnAmount: OrderGuard = (step) => {
  const { fen } = commandOf(step, "capturePayment");
  return holds(Number.isSafeInteger(fen) && fen > 0, "amount_invalid");
};

/** The capture is the awaited payment of this purpose, to the fen; anything else goes back to where it came from (§2). */
function awaits(purpose: Payment["purpose"]): OrderGuard {
  return (step) => {
    const payment = paymentOf(step);
    if (payment === undefined || payment.purpose !== purpose || payment.state !== "awaited") return holds(false, "payment_not_awaited");
    return holds(payment.fen === commandOf(step, "capturePayment").fen, "payment_amount_differs");
  };
}

export const awaitsOrderPayment = awaits("order");
export const awaitsRaise = awaits("raise");
export const awaitsAddOn = awaits("add_on");
export const awaitsTip = awaits("tip");

/** The payment is for a chosen quote. */
export const paysForAQuote: OrderGuard = ({ order }) => holds(order.chosenQuote !== null, "quote_not_open");

/** A tip counts within 14 days of the end. */
export const tipIsInTime: OrderGuard = ({ order, facts, now }) =>
  holds(order.endedAt !== null && now < order.endedAt + facts.policy.lifecycle.tipWindow, "tip_window_closed");

/** 1.00–200.00 yuan, all tips together at most half of the bill; only to a worker who was paid. */
export const tipIsWithinLimits: OrderGuard = (step) => {
  const { fen } = commandOf(step, "tip");
  const { tipLeastFen, tipMostFen, tipShareOfBill } = step.facts.policy.lifecycle;
  const given = step.order.payments
    .filter((payment) => payment.purpose === "tip" && payment.state === "captured")
    .reduce((total, payment) => total + payment.fen, 0);
  const most = Math.min(tipMostFen, Math.floor(((step.order.bill?.totalFen ?? 0) * tipShareOfBill) / 10_000) - given);
  return holds(Number.isSafeInteger(fen) && fen >= tipLeastFen && fen <= most, "tip_invalid", { least: tipLeastFen, most });
};
