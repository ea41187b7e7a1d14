import { orderCaseOutput, orderIdInput, showCaseInput, workerCasesInput, workerCasesOutput } from "@lingong/contracts";
import { listWorkerCases, loadOrderCase, showCase } from "../cases/cases.ts";
import { customerProcedure, publicProcedure, router } from "../kernel/trpc.ts";

export const casesRouter = router({
  ofOrder: customerProcedure
    .input(orderIdInput)
    .output(orderCaseOutput)
    .query(({ ctx, input }) => loadOrderCase(ctx, input.orderId)),
  show: customerProcedure
    .input(showCaseInput)
    .output(orderCaseOutput)
    .mutation(({ ctx, input }) => showCase(ctx, input)),
  ofWorker: publicProcedure
    .input(workerCasesInput)
    .output(workerCasesOutput)
    .query(({ ctx, input }) => listWorkerCases(ctx, input.workerId)),
});
