import type {
  FeeVersionsOutput,
  FeeVersionView,
  SaveFeeDraftInput,
  SaveFeeDraftOutput,
  ScheduleFeesInput,
  WithdrawFeesInput,
} from "@lingong/contracts";
import { auditLog, type FeeVersion, feeVersions, leaveHints, type Signature, type Transaction, type User, users } from "@lingong/db";
import { checkChange, checkPlans, defaultPolicy, type FeeVersionStep, feeVersionSteps, type Instant } from "@lingong/domain";
import { fail, found, unwrap } from "../kernel/domain-exception.ts";
import { iso } from "../kernel/iso.ts";
import type { Signed } from "../kernel/signed.ts";
import { onlyOnce, requestOf } from "../orders/idempotency.ts";
import { forgetSchedule, versionAt, versionName } from "./policies.ts";

const shownVersions = 100;
const { changes } = defaultPolicy.fees;

function replacedBy(version: FeeVersion, scheduled: readonly FeeVersion[], now: Instant): FeeVersionView["replaced"] {
  const at = version.effectiveAt === null ? now : version.effectiveAt - 1;
  const before = versionAt(
    scheduled.filter(({ id }) => id !== version.id),
    at,
  );
  return before === null
    ? { version: defaultPolicy.version, plans: defaultPolicy.fees.plans }
    : { version: versionName(before), plans: before.plans };
}

function stateOf(version: FeeVersion, inForce: FeeVersion | null, now: Instant): FeeVersionView["state"] {
  if (version.state !== "scheduled") return version.state;
  if (version.id === inForce?.id) return "in_force";
  return version.effectiveAt !== null && version.effectiveAt <= now ? "past" : "scheduled";
}

function signatureView(signed: Signature, people: ReadonlyMap<string, User>) {
  return { byName: people.get(signed.by)?.displayName ?? "", at: iso(signed.at), reason: signed.reason };
}

function namesIn({ created, scheduled, withdrawn }: FeeVersion): string[] {
  return [created, scheduled, withdrawn].flatMap((signed) => signed?.by ?? []);
}

/** All versions of the fee plans, the newest first, and the plans in force. */
export async function listFeeVersions({ services, session }: Signed): Promise<FeeVersionsOutput> {
  const { db, clock } = services;
  const [versions, scheduled] = await Promise.all([feeVersions.list(db, shownVersions), feeVersions.listScheduled(db)]);
  const people = await users.findMany(db, versions.flatMap(namesIn));
  const now = clock.now();
  const inForce = versionAt(scheduled, now);
  const maySchedule = session.adminRoles.includes("finance");
  const signed = (signature: Signature | null) => (signature === null ? null : signatureView(signature, people));
  return {
    inForce: {
      version: inForce === null ? defaultPolicy.version : versionName(inForce),
      plans: inForce?.plans ?? defaultPolicy.fees.plans,
      since: inForce?.effectiveAt == null ? null : iso(inForce.effectiveAt),
    },
    earliest: iso(now + changes.announcedAhead),
    maySchedule,
    versions: versions.map((version) => ({
      id: version.id,
      number: version.number,
      version: versionName(version),
      state: stateOf(version, inForce, now),
      plans: version.plans,
      created: signatureView(version.created, people),
      changedAt: iso(version.changedAt),
      effectiveAt: version.effectiveAt === null ? null : iso(version.effectiveAt),
      scheduled: signed(version.scheduled),
      withdrawn: signed(version.withdrawn),
      actions: feeVersionSteps(version, defaultPolicy, now).filter((step) => step === "save" || maySchedule),
      replaced: replacedBy(version, scheduled, now),
    })),
  };
}

type Step = "draft" | "schedule" | "withdraw";

/** @throws `fee_version_decided` where its machine has no such step now */
function mustAllow(version: FeeVersion, step: FeeVersionStep, now: Instant): void {
  if (!feeVersionSteps(version, defaultPolicy, now).includes(step)) fail("fee_version_decided");
}

/** The line in the audit log, and the hint by which every admin's page fetches itself anew. */
async function note(
  ctx: Signed,
  transaction: Transaction,
  step: Step,
  change: { id: string; reason: string; data?: Record<string, unknown> },
): Promise<void> {
  const now = ctx.services.clock.now();
  const actor = { actorId: ctx.session.userId, actorRole: "admin" };
  const subject = { subjectKind: "fees", subjectId: change.id };
  await auditLog.insert(transaction, { at: now, ...actor, action: `fees.${step}`, ...subject, reason: change.reason, data: change.data ?? {} });
  await leaveHints(transaction, [{ rooms: ["admins"], kind: "policy", subjectId: change.id, version: null, data: null }], now);
}

/**
 * Keeps a draft under the id the client gave it, anew or once more. Errors: `fee_plan_invalid` with the number at fault,
 * `fee_version_decided` when it is no draft any more.
 */
export async function saveFeeDraft(ctx: Signed, input: SaveFeeDraftInput): Promise<SaveFeeDraftOutput> {
  const { services, session } = ctx;
  const { id, reason } = input;
  const plans = unwrap(checkPlans(input.plans, defaultPolicy));
  const request = requestOf(services.secrets, session.userId, input.idempotencyKey, { saveFeeDraft: { id, plans, reason } }, null);
  return onlyOnce(services, request, async (transaction) => {
    const now = services.clock.now();
    const before = await feeVersions.lockById(transaction, id);
    if (before !== null) mustAllow(before, "save", now);
    if (before === null) await feeVersions.insert(transaction, { id, plans, created: { by: session.userId, at: now, reason } });
    else await feeVersions.update(transaction, { id, plans, reason, now });
    await note(ctx, transaction, "draft", { id, reason });
    const { number } = found(await feeVersions.lockById(transaction, id));
    return { done: true, number } as const;
  });
}

/**
 * Gives a draft the day from which new accepts are charged by it; accepted orders keep what they pinned (I10). Errors: what
 * `checkChange` refuses, `fee_version_decided`, `conflict` when another version has that instant.
 */
export async function scheduleFees(ctx: Signed, input: ScheduleFeesInput): Promise<{ done: true }> {
  const { services, session } = ctx;
  const { id, reason } = input;
  const effectiveAt = Date.parse(input.effectiveAt);
  const request = requestOf(services.secrets, session.userId, input.idempotencyKey, { scheduleFees: { id, effectiveAt, reason } }, null);
  const answer = await onlyOnce(services, request, async (transaction) => {
    const now = services.clock.now();
    const version = found(await feeVersions.lockById(transaction, id));
    mustAllow(version, "schedule", now);
    const scheduled = await feeVersions.lockScheduled(transaction);
    if (scheduled.some((other) => other.effectiveAt === effectiveAt)) fail("conflict");
    const replaced = versionAt(scheduled, effectiveAt)?.plans ?? defaultPolicy.fees.plans;
    unwrap(checkChange({ plans: version.plans, replaced, effectiveAt }, defaultPolicy, now));
    await feeVersions.schedule(transaction, id, effectiveAt, { by: session.userId, at: now, reason });
    await note(ctx, transaction, "schedule", { id, reason, data: { effectiveAt: iso(effectiveAt) } });
    return { done: true } as const;
  });
  forgetSchedule(services.db);
  return answer;
}

/**
 * Takes a draft or a scheduled version back, as long as it is not in force nor about to be. Errors: `not_found`,
 * `fee_version_decided`.
 */
export async function withdrawFees(ctx: Signed, input: WithdrawFeesInput): Promise<{ done: true }> {
  const { services, session } = ctx;
  const { id, reason } = input;
  const request = requestOf(services.secrets, session.userId, input.idempotencyKey, { withdrawFees: { id, reason } }, null);
  const answer = await onlyOnce(services, request, async (transaction) => {
    const now = services.clock.now();
    const version = found(await feeVersions.lockById(transaction, id));
    mustAllow(version, "withdraw", now);
    await feeVersions.withdraw(transaction, id, { by: session.userId, at: now, reason });
    await note(ctx, transaction, "withdraw", { id, reason });
    return { done: true } as const;
  });
  forgetSchedule(services.db);
  return answer;
}
