import { type IntentRecord, payments, wallet } from "@lingong/db";
import { openSealed } from "../accounts/people.ts";
import type { Services } from "../kernel/context.ts";
import type { TransferAnswer } from "../ports/payment-provider.ts";
import { recordPayoutAnswer } from "../wallet/payout.ts";

function refund(services: Services, intent: IntentRecord): Promise<TransferAnswer> {
  return services.payment.refund({
    key: intent.key,
    paymentId: intent.paymentId ?? "",
    captureId: intent.captureId ?? "",
    fen: intent.fen,
    reason: intent.key.split(":")[0] ?? "refund",
  });
}

/** Who receives a payout, opened only for the call. */
async function payout(services: Services, intent: IntentRecord): Promise<TransferAnswer> {
  const withdrawal = intent.withdrawalId === null ? null : await wallet.findWithdrawal(services.db, intent.withdrawalId);
  const account = withdrawal === null ? null : await wallet.findPayoutAccount(services.db, withdrawal.payoutAccountId);
  if (withdrawal === null || account === null) return { state: "refused", reason: "account_missing" };
  const [number, holderName] = await Promise.all([
    openSealed(services, account.workerId, "payout-number", account.numberCipher),
    openSealed(services, account.workerId, "payout-holder", account.holderCipher),
  ]);
  if (number === null || holderName === null) return { state: "refused", reason: "account_erased" };
  const payee = { kind: account.kind, institution: account.institution, number, holderName };
  return services.payment.payout({ key: intent.key, withdrawalId: withdrawal.id, fen: intent.fen, payee });
}

/** What the provider's answer makes of an intent. Refused for good: a refund needs a person, a payout goes back to the wallet. */
async function record(services: Services, intent: IntentRecord, answer: TransferAnswer): Promise<void> {
  const now = services.clock.now();
  if (answer.state === "accepted") return; // The result comes by webhook; until then the intent stays sent.
  if (intent.kind === "payout") return recordPayoutAnswer(services, intent, answer);
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
  await payments.recordIntent(services.db, { key, state: "sent", now: services.clock.now() });
  const answer = intent.kind === "refund" ? await refund(services, intent) : await payout(services, intent);
  await record(services, intent, answer);
}

/** Takes up intents that nobody has answered for a while: a lost job, a lost webhook. Answers their keys. */
export async function listForgottenIntents(services: Services, untouchedFor: number, limit = 100): Promise<string[]> {
  const before = services.clock.now() - untouchedFor;
  const open = await payments.listOpenIntents(services.db, limit);
  return open.filter((intent) => intent.updatedAt < before).map((intent) => intent.key);
}
