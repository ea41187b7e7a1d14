import { advanceClockInput, advanceClockOutput, inboxInput, inboxMessage } from "@lingong/contracts";
import { z } from "zod";
import { advanceClock, readInbox } from "../development/development.ts";
import { developmentProcedure, router } from "../kernel/trpc.ts";

export const developmentRouter = router({
  advanceClock: developmentProcedure
    .input(advanceClockInput)
    .output(advanceClockOutput)
    .mutation(({ ctx, input }) => advanceClock(ctx.services, input)),
  inbox: developmentProcedure
    .input(inboxInput)
    .output(z.array(inboxMessage))
    .query(({ ctx, input }) => readInbox(ctx.services, input)),
});
