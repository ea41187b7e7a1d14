import { clockView, sinceInput, sinceOutput } from "@lingong/contracts";
import { readFeedSince } from "../feed/feed.ts";
import { iso } from "../kernel/iso.ts";
import { publicProcedure, router, signedInProcedure } from "../kernel/trpc.ts";
import { policyOf } from "../policy/policies.ts";

export const feedRouter = router({
  since: signedInProcedure
    .input(sinceInput)
    .output(sinceOutput)
    .query(({ ctx, input }) => readFeedSince(ctx, input)),
});

export const clockRouter = router({
  now: publicProcedure.output(clockView).query(async ({ ctx: { services } }) => ({
    now: iso(services.clock.now()),
    production: services.production,
    policyVersion: (await policyOf(services, null)).policy.version,
  })),
});
