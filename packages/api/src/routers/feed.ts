import { clockView, sinceInput, sinceOutput } from "@lingong/contracts";
import { defaultPolicy } from "@lingong/domain";
import { readFeedSince } from "../feed/feed.ts";
import { iso } from "../kernel/iso.ts";
import { publicProcedure, router, signedInProcedure } from "../kernel/trpc.ts";

export const feedRouter = router({
  since: signedInProcedure
    .input(sinceInput)
    .output(sinceOutput)
    .query(({ ctx, input }) => readFeedSince(ctx, input)),
});

export const clockRouter = router({
  now: publicProcedure.output(clockView).query(({ ctx }) => ({
    now: iso(ctx.services.clock.now()),
    production: ctx.services.production,
    policyVersion: defaultPolicy.version,
  })),
});
