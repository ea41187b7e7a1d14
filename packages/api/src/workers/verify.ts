import { inTransaction, leaveHints, notifications, type Verification as StoredVerification, verifications, workers } from "@lingong/db";
import { type Verification, type VerificationCommand, verificationTransition } from "@lingong/domain";
import { openSealed } from "../accounts/people.ts";
import type { Services } from "../kernel/context.ts";
import { unwrap } from "../kernel/domain-exception.ts";
import { refreshProfilePercent } from "./profile-percent.ts";

/** A pending check of a real name as the domain knows it; name and number stay sealed where they lie. */
function identityCheckOf({ id, workerId, submittedAt }: StoredVerification): Verification {
  const undecided = { decidedAt: null, refusedField: null, reason: null, validUntil: null };
  return { id, workerId, kind: "identity", categoryId: null, state: "pending", submittedAt, ...undecided };
}

/**
 * Asks the identity provider about a check that waits, and records its answer (§9). A job: it may be repeated, and throws
 * when the provider did not answer. Name and number are opened for this call only.
 */
export async function checkIdentity(services: Services, verificationId: string): Promise<void> {
  const { db } = services;
  const pending = await verifications.findById(db, verificationId);
  if (pending === null || pending.state !== "pending") return;
  const { workerId } = pending;
  const [realName, idNumber] = await Promise.all([
    openSealed(services, workerId, "real-name", pending.realNameCipher),
    openSealed(services, workerId, "id-number", pending.idNumberCipher),
  ]);
  if (realName === null || idNumber === null) return;
  const verdict = await services.identity.check({ key: verificationId, realName, idNumber });
  const now = services.clock.now();
  const command: VerificationCommand =
    verdict.state === "matches" ? { type: "approve", validUntil: null } : { type: "refuse", field: verdict.field, reason: verdict.reason };
  const { state, refusedField, reason } = unwrap(verificationTransition(identityCheckOf(pending), "identity_provider", command, now));
  if (state === "pending") return;
  const verified = state === "verified";
  const data: Record<string, string> = verified ? {} : { field: refusedField ?? "", reason: reason ?? "" };
  await inTransaction(db, async (transaction) => {
    const decision = { id: verificationId, state, by: "identity_provider", now, ...data };
    if (!(await verifications.decide(transaction, decision))) return;
    if (verified) await workers.update(transaction, workerId, { verified: true });
    const kind = verified ? "identity_verified" : "identity_refused";
    await notifications.insert(transaction, [{ userId: workerId, kind, orderId: null, data, at: now }]);
    await leaveHints(
      transaction,
      [{ rooms: [`user:${workerId}`, "admins"], kind: "verification", subjectId: verificationId, version: null, data: { state } }],
      now,
    );
  });
  await refreshProfilePercent(services, workerId);
}
