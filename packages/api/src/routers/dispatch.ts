import {
  dispatchInForceOutput,
  dispatchTrialInput,
  dispatchTrialOutput,
  namedReceipt,
  namedReceiptsOutput,
  orderReceiptsInput,
  roundIdInput,
  roundReceiptsInput,
  roundsInput,
  roundsOutput,
  roundView,
  workerReceiptsInput,
} from "@lingong/contracts";
import { z } from "zod";
import { listOrderReceipts, listRoundReceipts, listRounds, listWorkerReceipts, loadRound } from "../dispatch/rounds.ts";
import { loadDispatchInForce, runDispatchTrial } from "../dispatch/trial.ts";
import { adminProcedureOf, router } from "../kernel/trpc.ts";

/** Those who run the market, and those who explain it to the people in it. */
const readProcedure = adminProcedureOf("operator", "support", "arbitrator");
/** What is tried on the market is the operators' to think through. */
const trialProcedure = adminProcedureOf("operator");

export const dispatchRouter = router({
  rounds: readProcedure
    .input(roundsInput)
    .output(roundsOutput)
    .query(({ ctx, input }) => listRounds(ctx, input)),
  round: readProcedure
    .input(roundIdInput)
    .output(roundView)
    .query(({ ctx, input }) => loadRound(ctx, input.roundId)),
  roundReceipts: readProcedure
    .input(roundReceiptsInput)
    .output(namedReceiptsOutput)
    .query(({ ctx, input }) => listRoundReceipts(ctx, input)),
  orderReceipts: readProcedure
    .input(orderReceiptsInput)
    .output(z.array(namedReceipt))
    .query(({ ctx, input }) => listOrderReceipts(ctx, input.orderId)),
  workerReceipts: readProcedure
    .input(workerReceiptsInput)
    .output(namedReceiptsOutput)
    .query(({ ctx, input }) => listWorkerReceipts(ctx, input)),
  inForce: trialProcedure.output(dispatchInForceOutput).query(({ ctx }) => loadDispatchInForce(ctx)),
  trial: trialProcedure
    .input(dispatchTrialInput)
    .output(dispatchTrialOutput)
    .query(({ ctx, input }) => runDispatchTrial(ctx, input)),
});
