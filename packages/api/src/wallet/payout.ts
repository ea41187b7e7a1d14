import {
  type IntentRecord,
  inTransaction,
  leaveHints,
  notifications,
  payments,
  postEntry,
  type Transaction,
  type WithdrawalRow,
  wallet,
} from "@lingong/db";
import { defaultPolicy, type Withdrawal, type WithdrawalCommand, withdrawalTransition } from "@lingong/domain";
import type { Services } from "../kernel/context.ts";
import { unwrap } from "../kernel/domain-exception.ts";
import type { PaymentEvent, TransferAnswer } from "../ports/payment-provider.ts";

export function withdrawalOf(row: WithdrawalRow): Withdrawal {
  return {
    id: row.id,
    workerId: row.workerId,
    provider: row.provider,
    accountId: row.payoutAccountId,
    amountFen: row.fen,
    feeFen: row.feeFen,
    state: row.state as Withdrawal["state"],
    requestedAt: row.createdAt,
    settledAt: row.state === "paid" || row.state === "failed" ? row.updatedAt : null,
    failure: row.failure,
  };
}

/** What has left the wallet is judged by nothing but a hold. */
function factsOf(held: boolean) {
  return { accountBound: true, held, balanceFen: 0, madeToday: 0, closing: false };
}

/** Whoever looks at the wallet looks again. */
export function walletHint(withdrawal: Pick<Withdrawal, "id" | "workerId">, state: string) {
  return { rooms: [`user:${withdrawal.workerId}`, "admins"], kind: "wallet", subjectId: withdrawal.id, version: null, data: { state } };
}

/** Applies the provider's word to a withdrawal, under its lock: state, journal entry and notice in one transaction. */
async function apply(services: Services, transaction: Transaction, id: string, command: WithdrawalCommand): Promise<string> {
  const row = await wallet.lockWithdrawal(transaction, id);
  if (row === null) return "unknown_withdrawal";
  const now = services.clock.now();
  const before = withdrawalOf(row);
  const moved = withdrawalTransition(before, "payment_provider", command, { facts: factsOf(false), policy: defaultPolicy, now });
  if (!moved.ok && moved.error.code === "wrong_state") return "known_before";
  const { withdrawal, entries } = unwrap(moved);
  await wallet.moveWithdrawal(transaction, { id, from: row.state, to: withdrawal.state, now, failure: withdrawal.failure ?? undefined });
  for (const entry of entries) await postEntry(transaction, entry, { at: now, orderId: null });
  const data = { fen: withdrawal.amountFen, feeFen: withdrawal.feeFen, failure: withdrawal.failure };
  if (withdrawal.state !== "sent")
    await notifications.insert(transaction, [
      { userId: withdrawal.workerId, kind: withdrawal.state === "paid" ? "withdrawal_paid" : "withdrawal_returned", orderId: null, data, at: now },
    ]);
  await leaveHints(transaction, [walletHint(withdrawal, withdrawal.state)], now);
  return withdrawal.state;
}

/**
 * Sends a withdrawal on its way, under the locks that a hold takes as well: from here on the provider may have it.
 * @returns false when an admin holds the worker's payouts, or the withdrawal has its result: nothing may be sent.
 */
export function takeOff(services: Services, intent: IntentRecord, withdrawalId: string, workerId: string): Promise<boolean> {
  return inTransaction(services.db, async (transaction) => {
    await wallet.lockWallet(transaction, workerId);
    const row = await wallet.lockWithdrawal(transaction, withdrawalId);
    if (row === null) return false;
    const now = services.clock.now();
    const facts = factsOf((await wallet.findHold(transaction, workerId)) !== null);
    const sent = withdrawalTransition(withdrawalOf(row), "payment_provider", { type: "send" }, { facts, policy: defaultPolicy, now });
    if (!sent.ok) {
      await payments.touchIntent(transaction, intent.key, now);
      return false;
    }
    await wallet.moveWithdrawal(transaction, { id: withdrawalId, from: row.state, to: sent.value.withdrawal.state, now });
    await payments.recordIntent(transaction, { key: intent.key, state: "sent", now });
    await leaveHints(transaction, [walletHint({ id: withdrawalId, workerId }, "sent")], now);
    return true;
  });
}

// Everywhere the withdrawal is locked before its intent.

/** The provider's answer to the call itself, or to the question what became of it. */
export async function recordPayoutAnswer(services: Services, intent: IntentRecord, answer: TransferAnswer): Promise<void> {
  const { withdrawalId } = intent;
  const now = services.clock.now();
  if (withdrawalId === null) return;
  // The result comes by webhook; until then it stays sent, and is asked about again after a while.
  if (answer.state === "accepted") return payments.touchIntent(services.db, intent.key, now);
  await inTransaction(services.db, async (transaction) => {
    if (answer.state === "refused") {
      await apply(services, transaction, withdrawalId, { type: "fail", reason: answer.reason });
      await payments.recordIntent(transaction, { key: intent.key, state: "failed", now, error: answer.reason });
    } else {
      await apply(services, transaction, withdrawalId, { type: "settle" });
      await payments.recordIntent(transaction, { key: intent.key, state: "succeeded", now, providerReference: answer.reference });
    }
  });
}

/** The provider's later word by webhook: paid out, or not, and then the whole amount is back in the wallet, fee included (§4). */
export async function settlePayout(
  services: Services,
  event: Extract<PaymentEvent, { kind: "payout_succeeded" | "payout_failed" }>,
): Promise<string> {
  const intent = await payments.findIntent(services.db, event.key);
  const withdrawalId = intent?.withdrawalId ?? null;
  if (intent === null || withdrawalId === null) return "unknown_payout";
  const now = services.clock.now();
  const failed = event.kind === "payout_failed";
  return inTransaction(services.db, async (transaction) => {
    const outcome = await apply(
      services,
      transaction,
      withdrawalId,
      failed ? { type: "fail", reason: event.reason ?? "payout_failed" } : { type: "settle" },
    );
    await payments.recordIntent(transaction, { key: event.key, state: failed ? "failed" : "succeeded", now, error: event.reason ?? undefined });
    return outcome;
  });
}
