import type { CloseSafetyCaseInput, SafetyCaseView } from "@lingong/contracts";
import { leaveHints, messages, safetyCases, users } from "@lingong/db";
import { recordAdmin } from "../admin/audit-log.ts";
import { fail, found } from "../kernel/domain-exception.ts";
import { iso } from "../kernel/iso.ts";
import type { Signed } from "../kernel/signed.ts";
import { onlyOnce, requestOf } from "../orders/idempotency.ts";
import { openText, senderKeys } from "./view.ts";

const shown = 100;

/** Support and operators look after safety. @throws `wrong_role` */
function checkRole({ session }: Signed): void {
  if (!session.adminRoles.some((role) => role === "support" || role === "operator")) fail("wrong_role", { role: "support" });
}

/** What waits for a look at people's safety (of one order, or all), the oldest first, with the words that were withheld. */
export async function listSafetyCases(ctx: Signed, orderId: string | undefined): Promise<SafetyCaseView[]> {
  checkRole(ctx);
  const { services } = ctx;
  const open = await safetyCases.listOpen(services.db, { orderId, limit: shown });
  const said = await messages.findMany(
    services.db,
    open.map(({ subjectId }) => subjectId),
  );
  const [people, keys] = await Promise.all([
    users.findMany(
      services.db,
      open.map(({ personId }) => personId),
    ),
    senderKeys(services, said),
  ]);
  const messageOf = new Map(said.map((message) => [message.id, message]));
  return open.flatMap(({ id, subjectId, personId, kind, at, ...about }) => {
    const message = messageOf.get(subjectId);
    if (message === undefined) return [];
    const personName = people.get(personId)?.displayName ?? "";
    return { id, orderId: about.orderId, kind, at: iso(at), personId, personName, side: message.side, text: openText(services, message, keys) };
  });
}

/** Notes what was done about a case, once by key; it waits no longer. Errors: `not_found`, `conflict` when somebody was faster. */
export async function closeSafetyCase(ctx: Signed, { idempotencyKey, caseId, note }: CloseSafetyCaseInput): Promise<void> {
  checkRole(ctx);
  const { services, session } = ctx;
  const request = requestOf(services.secrets, session.userId, idempotencyKey, { closeSafetyCase: { caseId, note } }, null);
  let closed = false;
  const orderId = await onlyOnce(services, request, async (transaction) => {
    const now = services.clock.now();
    const known = found(await safetyCases.findById(transaction, caseId));
    if (!(await safetyCases.close(transaction, { id: caseId, by: session.userId, note, now }))) fail("conflict");
    await leaveHints(transaction, [{ rooms: ["admins"], kind: "safety", subjectId: known.orderId, version: null, data: null }], now);
    closed = true;
    return known.orderId;
  });
  if (closed) await recordAdmin(ctx, { action: "safety.close", subjectKind: "order", subjectId: orderId, reason: note });
}
