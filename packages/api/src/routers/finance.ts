import { accountsInput, accountsOutput, escrowAges, moving, reconcileInput, reconcileOutput, reconciliationsOutput } from "@lingong/contracts";
import { z } from "zod";
import { listAccounts, listMoving, listReconciliations, loadEscrowAges, reconcileNow } from "../finance/finance.ts";
import { adminProcedureOf, router } from "../kernel/trpc.ts";

/** Those who keep the books, and the operators who run the market. */
const financeProcedure = adminProcedureOf("finance", "operator");
/** What is done to the books: by finance alone. */
const bookkeeperProcedure = adminProcedureOf("finance");

export const financeRouter = router({
  accounts: financeProcedure
    .input(accountsInput)
    .output(accountsOutput)
    .query(({ ctx, input }) => listAccounts(ctx, input)),
  escrowAges: financeProcedure.output(escrowAges).query(({ ctx }) => loadEscrowAges(ctx)),
  moving: financeProcedure.output(z.array(moving)).query(({ ctx }) => listMoving(ctx)),
  reconciliations: financeProcedure.output(reconciliationsOutput).query(({ ctx }) => listReconciliations(ctx)),
  reconcile: bookkeeperProcedure
    .input(reconcileInput)
    .output(reconcileOutput)
    .mutation(({ ctx, input }) => reconcileNow(ctx, input)),
});
