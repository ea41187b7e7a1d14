import { leaveHints, newId, notifications, payments } from "@lingong/db";
import type { Services } from "../kernel/context.ts";
import { DomainException } from "../kernel/domain-exception.ts";
import { execute } from "../orders/execute.ts";
import type { PaymentEvent } from "../ports/payment-provider.ts";
import { settlePayout } from "../wallet/payout.ts";

/** Codes that say: this capture is already booked, or names nothing of ours. They end the matter. */
const settledCodes = new Set(["payment_already_booked", "not_found", "amount_invalid"]);

/**
 * Money has arrived at the provider: the order decides whether it awaited it. What it did not await is booked and sent back
 * to where it came from in one entry (§2).
 */
async function capture(services: Services, event: Extract<PaymentEvent, { kind: "payment_captured" }>): Promise<string> {
  const payment = await payments.findById(services.db, event.paymentId);
  if (payment === null) return "unknown_payment";
  try {
    await execute(services, {
      orderId: payment.orderId,
      actor: { role: "payment_provider", id: services.payment.name },
      command: { type: "capturePayment", paymentId: event.paymentId, fen: event.fen, captureId: event.captureId, assignmentId: newId() },
      request: null,
    });
    return "booked";
  } catch (error) {
    if (error instanceof DomainException && settledCodes.has(error.error.code)) return error.error.code;
    throw error;
  }
}

/** Nothing was charged: the customer is told, the order still waits until its own clock runs out. */
async function noteFailure(services: Services, event: Extract<PaymentEvent, { kind: "payment_failed" }>): Promise<string> {
  const payment = await payments.findById(services.db, event.paymentId);
  if (payment === null) return "unknown_payment";
  const at = services.clock.now();
  const { orderId, customerId } = payment;
  await notifications.insert(services.db, [
    { userId: customerId, kind: "payment_failed", orderId, data: { fen: payment.fen, purpose: payment.purpose }, at },
  ]);
  await leaveHints(
    services.db,
    [
      {
        rooms: [`user:${customerId}`, `order:${orderId}`],
        kind: "payment",
        subjectId: payment.id,
        version: null,
        data: { state: "failed", orderId },
      },
    ],
    at,
  );
  return "noted";
}

async function answerRefund(services: Services, event: Extract<PaymentEvent, { kind: "refund_succeeded" | "refund_failed" }>): Promise<string> {
  const state = event.kind === "refund_succeeded" ? "succeeded" : "failed";
  const recorded = await payments.recordIntent(services.db, { key: event.key, state, now: services.clock.now(), error: event.reason ?? undefined });
  if (state === "failed" && recorded) services.logger.error({ key: event.key }, "a refund failed at the provider");
  return recorded ? state : "known_before";
}

function handle(services: Services, event: PaymentEvent): Promise<string> {
  switch (event.kind) {
    case "payment_captured":
      return capture(services, event);
    case "payment_failed":
      return noteFailure(services, event);
    case "refund_succeeded":
    case "refund_failed":
      return answerRefund(services, event);
    case "payout_succeeded":
    case "payout_failed":
      return settlePayout(services, event);
  }
}

async function handleKept(services: Services, event: PaymentEvent): Promise<void> {
  const outcome = await handle(services, event);
  await payments.markEventHandled(services.db, { provider: services.payment.name, eventId: event.eventId, outcome, now: services.clock.now() });
}

/**
 * Books a provider's event whose signature has been checked. It is kept first, by its id: a second delivery changes nothing,
 * and what a crash left unhandled is handled by the sweep.
 */
export async function receivePaymentEvent(services: Services, event: PaymentEvent): Promise<{ readonly fresh: boolean }> {
  const { name: provider } = services.payment;
  const fresh = await payments.insertEvent(services.db, {
    provider,
    eventId: event.eventId,
    kind: event.kind,
    body: event,
    receivedAt: services.clock.now(),
  });
  if (fresh) await handleKept(services, event);
  return { fresh };
}

/** Handles what was kept and not finished: a server died in between, or the order could not be saved then. Answers how many. */
export async function handleOpenPaymentEvents(services: Services, limit = 100): Promise<number> {
  const open = await payments.listUnhandledEvents(services.db, limit);
  for (const { provider, body } of open) if (provider === services.payment.name) await handleKept(services, body as PaymentEvent);
  return open.length;
}
