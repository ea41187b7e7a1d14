import { type IntentRecord, wallet } from "@lingong/db";
import { openSealed } from "../accounts/people.ts";
import type { Services } from "../kernel/context.ts";
import type { PayoutRequest, TransferAnswer } from "../ports/payment-provider.ts";
import { recordPayoutAnswer, takeOff } from "./payout.ts";

type Payee = PayoutRequest["payee"] | { readonly missing: string };

/** Who receives a payout, opened only for the call. */
async function payeeOf(services: Services, accountId: string): Promise<Payee> {
  const account = await wallet.findPayoutAccount(services.db, accountId);
  if (account === null) return { missing: "account_missing" };
  const [number, holderName] = await Promise.all([
    openSealed(services, account.workerId, "payout-number", account.numberCipher),
    openSealed(services, account.workerId, "payout-holder", account.holderCipher),
  ]);
  if (number === null || holderName === null) return { missing: "account_erased" };
  return { kind: account.kind, institution: account.institution, number, holderName };
}

/** What became of an earlier call that gave no answer, or whose webhook is late; null: it left no trace at the provider. */
function earlierAnswer(services: Services, intent: IntentRecord): Promise<TransferAnswer | null> | null {
  return intent.attempts === 0 ? null : services.payment.findPayout(intent.key);
}

/**
 * Makes one decided payout. Whatever was sent before is asked about first: a time-out never pays twice, whether or not the
 * provider knows the key again. While an admin holds the worker's payouts nothing is sent.
 * @throws when the provider did not answer: the job tries again.
 */
export async function runPayout(services: Services, intent: IntentRecord): Promise<void> {
  const withdrawal = intent.withdrawalId === null ? null : await wallet.findWithdrawal(services.db, intent.withdrawalId);
  if (withdrawal === null) return;
  const earlier = await earlierAnswer(services, intent);
  if (earlier !== null) return recordPayoutAnswer(services, intent, earlier);
  const payee = await payeeOf(services, withdrawal.payoutAccountId);
  if ("missing" in payee) return recordPayoutAnswer(services, intent, { state: "refused", reason: payee.missing });
  if (!(await takeOff(services, intent, withdrawal.id, withdrawal.workerId))) return;
  const answer = await services.payment.payout({ key: intent.key, withdrawalId: withdrawal.id, fen: intent.fen, payee });
  await recordPayoutAnswer(services, intent, answer);
}
