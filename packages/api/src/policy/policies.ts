import type { PlansInForce } from "@lingong/contracts";
import { type Database, type FeeVersion, feeVersions, policies } from "@lingong/db";
import { defaultPolicy, type Instant, type Policy, policyHash, SECOND, withPlans } from "@lingong/domain";
import type { Services } from "../kernel/context.ts";
import { fail } from "../kernel/domain-exception.ts";

export interface PinnedPolicy {
  readonly policy: Policy;
  readonly hash: string;
}

/**
 * How long a process trusts what it last read of the scheduled versions. Far shorter than a change is announced ahead and than
 * the time before its effect until which it may be withdrawn: so every process changes over at the same instant.
 */
const trustedMs = 2 * SECOND;

interface Schedule {
  readonly readAt: number;
  readonly versions: Promise<readonly FeeVersion[]>;
}

/** What a process knows of its database: versions scheduled, and policies kept under their hashes. */
interface Memory {
  schedule: Schedule | null;
  readonly kept: Map<string, PinnedPolicy>;
  readonly composed: Map<string, PinnedPolicy>;
}

const memories = new WeakMap<Database, Memory>();

function memoryOf(db: Database): Memory {
  const known = memories.get(db);
  if (known !== undefined) return known;
  const fresh: Memory = { schedule: null, kept: new Map(), composed: new Map() };
  memories.set(db, fresh);
  return fresh;
}

/** This code's policy, before any version of the fee plans. */
const builtIn: PinnedPolicy = { policy: defaultPolicy, hash: policyHash(defaultPolicy) };

/** A version's whole policy: this code's numbers with the version's plans, under a version of its own. */
export function policyOfVersion(version: Pick<FeeVersion, "number" | "plans">): Policy {
  return { ...withPlans(defaultPolicy, version.plans), version: versionName(version) };
}

/** `2026-11-01+3`: what orders pin, receipts and contracts show. */
export function versionName({ number }: Pick<FeeVersion, "number">): string {
  return `${defaultPolicy.version}+${number}`;
}

/** The version in force at an instant: the newest whose day has come; null: this code's own plans. */
export function versionAt(scheduled: readonly FeeVersion[], at: Instant): FeeVersion | null {
  return scheduled.findLast(({ effectiveAt }) => effectiveAt !== null && effectiveAt <= at) ?? null;
}

function readSchedule(db: Database, memory: Memory): Promise<readonly FeeVersion[]> {
  const { schedule } = memory;
  const now = performance.now();
  if (schedule !== null && now - schedule.readAt < trustedMs) return schedule.versions;
  const versions = feeVersions.listScheduled(db);
  memory.schedule = { readAt: now, versions };
  versions.catch(() => {
    memory.schedule = null; // the next one asks again
  });
  return versions;
}

/** After a version was scheduled or withdrawn: this process looks anew. */
export function forgetSchedule(db: Database): void {
  memoryOf(db).schedule = null;
}

function compose(memory: Memory, version: FeeVersion | null): PinnedPolicy {
  if (version === null) return builtIn;
  const known = memory.composed.get(version.id);
  if (known !== undefined) return known;
  const policy = policyOfVersion(version);
  const composed = { policy, hash: policyHash(policy) };
  memory.composed.set(version.id, composed);
  return composed;
}

/** Kept before any order can pin it, so that it can be judged by it after the next change. */
async function keep(services: Pick<Services, "db" | "clock">, pinned: PinnedPolicy, version: FeeVersion | null): Promise<PinnedPolicy> {
  const { kept } = memoryOf(services.db);
  const known = kept.get(pinned.hash);
  if (known !== undefined) return known;
  const now = services.clock.now();
  await policies.save(services.db, {
    hash: pinned.hash,
    version: pinned.policy.version,
    policy: pinned.policy,
    effectiveAt: version?.effectiveAt ?? now,
    createdAt: now,
    createdBy: version?.created.by ?? null,
  });
  kept.set(pinned.hash, pinned);
  return pinned;
}

/** The policy in force at an instant: this code's numbers with the newest fee plans whose day has come. */
async function inForceAt(services: Pick<Services, "db" | "clock">, at: Instant): Promise<PinnedPolicy> {
  const memory = memoryOf(services.db);
  const version = versionAt(await readSchedule(services.db, memory), at);
  return keep(services, compose(memory, version), version);
}

/**
 * The policy an order pinned at accept, or (null) the one in force at `at`, now unless named.
 * @throws `internal` when a pinned one was never kept.
 */
export async function policyOf(services: Pick<Services, "db" | "clock">, pinnedHash: string | null, at?: Instant): Promise<PinnedPolicy> {
  if (pinnedHash === null) return inForceAt(services, at ?? services.clock.now());
  const { kept } = memoryOf(services.db);
  const remembered = kept.get(pinnedHash) ?? (pinnedHash === builtIn.hash ? builtIn : undefined);
  if (remembered !== undefined) return remembered;
  const found = await policies.findByHash(services.db, pinnedHash);
  if (found === null) return fail("internal");
  const pinned = { policy: found, hash: pinnedHash };
  kept.set(pinnedHash, pinned);
  return pinned;
}

/** The fee plans that new orders are charged by now: what every sample and preview must be computed with. */
export async function plansInForce(services: Pick<Services, "db" | "clock">): Promise<PlansInForce> {
  const { policy } = await inForceAt(services, services.clock.now());
  return { version: policy.version, plans: policy.fees.plans };
}

/** Keeps the policy in force, so that orders pinned to it can be judged by it after the next change. Called at start. */
export async function keepPolicyInForce(services: Pick<Services, "db" | "clock">): Promise<void> {
  await keep(services, builtIn, null);
  await inForceAt(services, services.clock.now());
}
