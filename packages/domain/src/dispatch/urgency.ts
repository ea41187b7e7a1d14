import type { Instant } from "../kernel/instant.ts";
import type { Policy } from "../policy/policy.ts";
import type { Job } from "./snapshot.ts";

/**
 * What a round gains, in points and once, by making an order its first open offer: it rises with the time waited and in the
 * last hour of matching. Without it old orders starve behind fresh ones with better scores. It is the order's, the same for
 * every worker: it decides which orders are served, never who ranks before whom, and stands in no receipt.
 */
export function urgencyOf(job: Job, policy: Policy, now: Instant): number {
  const { age, ageFullAfter, expiry, expiryFrom } = policy.dispatch.urgency;
  const waited = Math.max(0, Math.min(ageFullAfter, now - job.waitingSince));
  const left = Math.max(0, Math.min(expiryFrom, job.expiresAt - now));
  return Math.floor((age * waited) / ageFullAfter) + Math.floor((expiry * (expiryFrom - left)) / expiryFrom);
}
