import type { Duration } from "../kernel/instant.ts";
import type { Policy } from "../policy/policy.ts";

/** How long an offer stays open (§6): 60 s live, 15 min future; an exclusive one 10 min live, 2 h future. */
export function offerWindow({ live, exclusive }: { readonly live: boolean; readonly exclusive: boolean }, policy: Policy): Duration {
  const { offerLive, offerFuture, exclusiveLive, exclusiveFuture } = policy.dispatch;
  if (exclusive) return live ? exclusiveLive : exclusiveFuture;
  return live ? offerLive : offerFuture;
}
