import { paymentOf } from "../guards/payment.ts";
import { escrowOf } from "../money.ts";
import type { Payment } from "../order.ts";
import { assignmentOf, type Contribution, commandOf, type OrderEffect, type Step } from "../step.ts";
import { awaitedPayment } from "./terms.ts";

/** The awaited payment, now captured. */
function captured(step: Step): readonly Payment[] {
  const { paymentId, captureId } = commandOf(step, "capturePayment");
  return step.order.payments.map((payment) =>
    payment.id === paymentId ? { ...payment, state: "captured", captureId, provider: step.actor.id, capturedAt: step.now } : payment,
  );
}

/** The customer's money arrives in escrow. */
export const bookCapture: OrderEffect = (step) => {
  const { fen } = commandOf(step, "capturePayment");
  const { money } = step.order;
  return {
    posting: "capture",
    transfers: [{ from: `gateway:${step.actor.id}`, to: escrowOf(step.order), fen }],
    changes: { payments: captured(step), money: { ...money, capturedFen: money.capturedFen + fen } },
  };
};

/** An unawaited capture, or one of a wrong amount: booked, and refunded to its own payment in the same entry (§2). */
export const bounceCapture: OrderEffect = (step): Contribution => {
  const { fen, captureId } = commandOf(step, "capturePayment");
  const { order } = step;
  const provider = step.actor.id;
  const stray: Payment = {
    id: captureId,
    purpose: paymentOf(step)?.purpose ?? "order",
    fen,
    state: "captured",
    refundedFen: fen,
    capturedAt: step.now,
    provider,
    captureId,
    subjectId: null,
  };
  return {
    posting: "stray_capture",
    transfers: [
      { from: `gateway:${provider}`, to: escrowOf(order), fen },
      { from: escrowOf(order), to: `gateway:${provider}`, fen },
    ],
    intents: [{ kind: "refund", key: `refund:${order.id}:${order.version + 1}:${captureId}`, paymentId: captureId, captureId, provider, fen }],
    changes: {
      payments: [...order.payments, stray],
      money: { ...order.money, capturedFen: order.money.capturedFen + fen, refundedFen: order.money.refundedFen + fen },
    },
  };
};

/** The customer adds a tip: a payment of its own. An earlier one that was never paid is void. */
export const askForTip: OrderEffect = (step) => {
  const { fen, paymentId } = commandOf(step, "tip");
  const payments = step.order.payments.map((payment) =>
    payment.purpose === "tip" && payment.state === "awaited" ? { ...payment, state: "void" as const } : payment,
  );
  return { changes: { payments: [...payments, awaitedPayment(paymentId, "tip", fen)] } };
};

/** A tip goes straight to the worker: never through the escrow, and without commission (§4, I2). */
export const payTip: OrderEffect = (step) => {
  const { fen } = commandOf(step, "capturePayment");
  const { money } = step.order;
  const tip = captured(step);
  return {
    posting: "tip",
    transfers: [{ from: `gateway:${step.actor.id}`, to: `worker:${assignmentOf(step.order).workerId}`, fen }],
    changes: { payments: tip, money: { ...money, capturedFen: money.capturedFen + fen, releasedFen: money.releasedFen + fen } },
  };
};
