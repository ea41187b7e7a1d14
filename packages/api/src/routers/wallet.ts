import {
  bindAccountInput,
  done,
  earningsInput,
  earningsOutput,
  pageInput,
  payoutAccountView,
  previewWithdrawalInput,
  previewWithdrawalOutput,
  removeAccountInput,
  statementInput,
  statementMonthInput,
  statementMonthOutput,
  statementOutput,
  walletSummary,
  withdrawalsOutput,
  withdrawalView,
  withdrawInput,
} from "@lingong/contracts";
import { z } from "zod";
import { router, workerProcedure } from "../kernel/trpc.ts";
import { bindAccount, listAccounts, removeAccount } from "../wallet/accounts.ts";
import { loadEarnings } from "../wallet/earnings.ts";
import { loadStatement, loadStatementMonth } from "../wallet/statement.ts";
import { loadSummary } from "../wallet/summary.ts";
import { listWithdrawals, previewWithdrawal, withdraw } from "../wallet/withdraw.ts";

export const walletRouter = router({
  summary: workerProcedure.output(walletSummary).query(({ ctx }) => loadSummary(ctx)),
  statement: workerProcedure
    .input(statementInput)
    .output(statementOutput)
    .query(({ ctx, input }) => loadStatement(ctx, input)),
  statementMonth: workerProcedure
    .input(statementMonthInput)
    .output(statementMonthOutput)
    .query(({ ctx, input }) => loadStatementMonth(ctx, input)),
  earnings: workerProcedure
    .input(earningsInput)
    .output(earningsOutput)
    .query(({ ctx, input }) => loadEarnings(ctx, input)),
  payoutAccounts: workerProcedure.output(z.array(payoutAccountView)).query(({ ctx }) => listAccounts(ctx)),
  bindAccount: workerProcedure
    .input(bindAccountInput)
    .output(payoutAccountView)
    .mutation(({ ctx, input }) => bindAccount(ctx, input)),
  removeAccount: workerProcedure
    .input(removeAccountInput)
    .output(done)
    .mutation(({ ctx, input }) => removeAccount(ctx, input)),
  previewWithdrawal: workerProcedure
    .input(previewWithdrawalInput)
    .output(previewWithdrawalOutput)
    .query(({ ctx, input }) => previewWithdrawal(ctx, input)),
  withdraw: workerProcedure
    .input(withdrawInput)
    .output(withdrawalView)
    .mutation(({ ctx, input }) => withdraw(ctx, input)),
  withdrawals: workerProcedure
    .input(pageInput)
    .output(withdrawalsOutput)
    .query(({ ctx, input }) => listWithdrawals(ctx, input)),
});
