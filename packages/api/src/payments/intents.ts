import { type IntentRecord, payments } from "@lingong/db";
import type { Services } from "../kernel/context.ts";
import type { TransferAnswer } from "../ports/payment-provider.ts";
import { runPayout } from "../wallet/run-payout.ts";

function refund(services: Services, intent: IntentRecord): Promise<TransferAnswer> {
  return services.payment.refund({
    key: intent.key,
    paymentId: intent.paymentId ?? "",
    captureId: intent.captureId ?? "",
    fen: intent.fen,
    reason: intent.key.split(":")[0] ?? "refund",
  });
}

/** What the provider's answer makes of a refund. Refused for good: it needs a person. */
async function recordRefund(services: Services, intent: IntentRecord, answer: TransferAnswer): Promise<void> {
  const now = services.clock.now();
  if (answer.state === "accepted") return; // The result comes by webhook; until then the intent stays sent.
  if (answer.state === "refused") {
    services.logger.error({ key: intent.key, reason: answer.reason }, "the provider refused a refund");
    await payments.recordIntent(services.db, { key: intent.key, state: "failed", now, error: answer.reason });
    return;
  }
  await payments.recordIntent(services.db, { key: intent.key, state: "succeeded", now, providerReference: answer.reference });
}

/**
 * Makes one decided call to the payment provider, after the commit that decided it. The intent's key is the provider's
 * idempotency key, so that a repeat is harmless. @throws when the provider did not answer: the job tries again.
 */
export async function runIntent(services: Services, key: string): Promise<void> {
  const intent = await payments.findIntent(services.db, key);
  if (intent === null || intent.state === "succeeded" || intent.state === "failed") return;
  if (intent.kind === "payout") return runPayout(services, intent);
  await payments.recordIntent(services.db, { key, state: "sent", now: services.clock.now() });
  await recordRefund(services, intent, await refund(services, intent));
}

/** Takes up intents that nobody has answered for a while: a lost job, a lost webhook. Answers their keys. */
export async function listForgottenIntents(services: Services, untouchedFor: number, limit = 100): Promise<string[]> {
  const before = services.clock.now() - untouchedFor;
  const open = await payments.listOpenIntents(services.db, limit);
  return open.filter((intent) => intent.updatedAt < before).map((intent) => intent.key);
}
