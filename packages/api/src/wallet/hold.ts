import type { Person, SetPayoutHoldInput } from "@lingong/contracts";
import { auditLog, leaveHints, notifications, type Transaction, users, wallet } from "@lingong/db";
import type { Instant } from "@lingong/domain";
import type { Services } from "../kernel/context.ts";
import { fail, found } from "../kernel/domain-exception.ts";
import { iso } from "../kernel/iso.ts";
import type { Signed } from "../kernel/signed.ts";
import { onlyOnce, requestOf } from "../orders/idempotency.ts";

/** The hold on a worker's payouts, as an admin reads it. */
export async function loadPayoutHold({ db }: Services, workerId: string): Promise<Person["payoutHold"]> {
  const hold = await wallet.findHold(db, workerId);
  if (hold === null) return null;
  const by = await users.findById(db, hold.heldBy);
  return { reason: hold.reason, since: iso(hold.heldAt), byName: by?.displayName ?? "" };
}

/** What a hold kept back is taken up again by its jobs. */
async function wakePayouts(transaction: Transaction, workerId: string, now: Instant): Promise<void> {
  const keys = await wallet.listWaitingPayouts(transaction, workerId);
  await leaveHints(
    transaction,
    keys.map((subjectId) => ({ rooms: [], kind: "intent", subjectId, version: null, data: null })),
    now,
  );
}

/**
 * Holds a worker's payouts or lifts the hold, with a reason that the worker reads: finance and operators only, never one's own.
 * Nothing new may be asked for and nothing that has not left goes out; what the provider has already is not called back.
 * Errors: `wrong_role`, `not_found`, `conflict` when it is so already.
 */
export async function setPayoutHold(ctx: Signed, input: SetPayoutHoldInput): Promise<{ done: true }> {
  const { services, session } = ctx;
  const { userId: workerId, held, reason } = input;
  const user = found(await users.findById(services.db, workerId));
  if (!user.isWorker) fail("not_found");
  const mayHold = session.adminRoles.some((role) => role === "finance" || role === "operator");
  if (!mayHold || workerId === session.userId) fail("wrong_role", { role: "finance" });
  const request = requestOf(services.secrets, session.userId, input.idempotencyKey, { setPayoutHold: { workerId, held, reason } }, null);
  return onlyOnce(services, request, async (transaction) => {
    await wallet.lockWallet(transaction, workerId);
    const now = services.clock.now();
    const changed = held
      ? await wallet.insertHold(transaction, { workerId, reason, heldBy: session.userId, heldAt: now })
      : await wallet.liftHold(transaction, { workerId, reason, by: session.userId, now });
    if (!changed) fail("conflict", { held });
    const action = held ? "payouts.hold" : "payouts.lift";
    const actor = { actorId: session.userId, actorRole: "admin" };
    await auditLog.insert(transaction, { at: now, ...actor, action, subjectKind: "user", subjectId: workerId, reason, data: {} });
    const kind = held ? "payouts_held" : "payouts_lifted";
    await notifications.insert(transaction, [{ userId: workerId, kind, orderId: null, data: { reason }, at: now }]);
    if (!held) await wakePayouts(transaction, workerId, now);
    await leaveHints(
      transaction,
      [{ rooms: [`user:${workerId}`, "admins"], kind: "wallet", subjectId: workerId, version: null, data: { held } }],
      now,
    );
    return { done: true } as const;
  });
}
