import { inTransaction, leaveHints, notifications, verifications, workers } from "@lingong/db";
import { openSealed } from "../accounts/people.ts";
import type { Services } from "../kernel/context.ts";
import { refreshProfilePercent } from "./profile-percent.ts";

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
  const verified = verdict.state === "matches";
  const data: Record<string, string> = verdict.state === "refused" ? { field: verdict.field, reason: verdict.reason } : {};
  await inTransaction(db, async (transaction) => {
    const decision = { id: verificationId, state: verified ? ("verified" as const) : ("refused" as const), by: "identity_provider", now, ...data };
    if (!(await verifications.decide(transaction, decision))) return;
    if (verified) await workers.update(transaction, workerId, { verified: true });
    const kind = verified ? "identity_verified" : "identity_refused";
    await notifications.insert(transaction, [{ userId: workerId, kind, orderId: null, data, at: now }]);
    await leaveHints(
      transaction,
      [{ rooms: [`user:${workerId}`, "admins"], kind: "verification", subjectId: verificationId, version: null, data: { state: decision.state } }],
      now,
    );
  });
  await refreshProfilePercent(services, workerId);
}
