import { policies } from "@lingong/db";
import { defaultPolicy, type Policy, policyHash } from "@lingong/domain";
import type { Services } from "../kernel/context.ts";
import { fail } from "../kernel/domain-exception.ts";

export interface PinnedPolicy {
  readonly policy: Policy;
  readonly hash: string;
}

/** The policy in force: this version's. An earlier one is found by its hash, under which it was kept. */
const inForce: PinnedPolicy = { policy: defaultPolicy, hash: policyHash(defaultPolicy) };
const known = new Map<string, PinnedPolicy>([[inForce.hash, inForce]]);

/** The policy an order pinned at accept, or (null) the one in force. @throws `internal` when a pinned one was never kept. */
export async function policyOf(services: Pick<Services, "db">, pinnedHash: string | null): Promise<PinnedPolicy> {
  if (pinnedHash === null) return inForce;
  const remembered = known.get(pinnedHash);
  if (remembered !== undefined) return remembered;
  const kept = await policies.findByHash(services.db, pinnedHash);
  if (kept === null) return fail("internal");
  const pinned = { policy: kept, hash: pinnedHash };
  known.set(pinnedHash, pinned);
  return pinned;
}

/** Keeps this version's policy, so that orders pinned to it can be judged by it after the next change. Called at start. */
export async function keepPolicyInForce(services: Pick<Services, "db" | "clock">): Promise<void> {
  const now = services.clock.now();
  await policies.save(services.db, {
    hash: inForce.hash,
    version: inForce.policy.version,
    policy: inForce.policy,
    effectiveAt: now,
    createdAt: now,
    createdBy: null,
  });
}
