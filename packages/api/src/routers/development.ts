import { advanceClockInput, advanceClockOutput, demoAccount, inboxInput, inboxMessage } from "@lingong/contracts";
import { z } from "zod";
import { advanceClock, listDemoAccounts, readInbox } from "../development/development.ts";
import { developmentProcedure, router } from "../kernel/trpc.ts";

export const developmentRouter = router({
  accounts: developmentProcedure.output(z.array(demoAccount)).query(({ ctx }) => listDemoAccounts(ctx.services)),
  advanceClock: developmentProcedure
    .input(advanceClockInput)
    .output(advanceClockOutput)
    .mutation(({ ctx, input }) => advanceClock(ctx.services, input)),
  inbox: developmentProcedure
    .input(inboxInput)
    .output(z.array(inboxMessage))
    .query(({ ctx, input }) => readInbox(ctx.services, input)),
});
