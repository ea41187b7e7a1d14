import { type Fen, shareOf } from "../kernel/money.ts";
import { ok, type Result, refuse } from "../kernel/result.ts";
import type { Policy } from "../policy/policy.ts";

/** The fee of a withdrawal: 1 % half up, at least 1 fen; `amountFen` is what leaves the wallet, the payee receives the rest (§4). */
export function withdrawalFee(amountFen: Fen, policy: Policy): Fen {
  return Math.max(policy.fees.withdrawalLeastFeeFen, shareOf(amountFen, policy.fees.withdrawalRate));
}

export interface WithdrawalRequest {
  readonly amountFen: Fen;
  readonly balanceFen: Fen;
  /** Withdrawals already asked for on this local day. */
  readonly madeToday: number;
  /** At account closing the least amount does not count. */
  readonly closing: boolean;
}

/**
 * What a withdrawal will cost and bring, or why it is refused (§4): 1.00 yuan at least (nothing at account closing),
 * three a day, never more than the balance.
 * Errors: amount_invalid, withdrawal_too_small, withdrawal_daily_limit, balance_too_low.
 */
export function quoteWithdrawal(request: WithdrawalRequest, policy: Policy): Result<{ readonly feeFen: Fen; readonly receivedFen: Fen }> {
  const { amountFen } = request;
  if (!Number.isSafeInteger(amountFen) || amountFen <= 0) return refuse("amount_invalid");
  if (!request.closing && amountFen < policy.fees.withdrawalLeastFen) {
    return refuse("withdrawal_too_small", { leastFen: policy.fees.withdrawalLeastFen });
  }
  if (request.madeToday >= policy.fees.withdrawalsADay) return refuse("withdrawal_daily_limit", { limit: policy.fees.withdrawalsADay });
  if (amountFen > request.balanceFen) return refuse("balance_too_low", { balanceFen: request.balanceFen });
  const feeFen = withdrawalFee(amountFen, policy);
  return ok({ feeFen, receivedFen: amountFen - feeFen });
}
