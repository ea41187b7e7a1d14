import type { ClaimDetail, ClaimQueueInput, ClaimQueueOutput, ClaimRow, HandleClaimInput } from "@lingong/contracts";
import { auditLog, type ClaimRecord, claims, orders, users } from "@lingong/db";
import { type ClaimCommand, type ClaimRole, claimAnswerDue, DAY, defaultPolicy } from "@lingong/domain";
import { openSealed } from "../accounts/people.ts";
import { knownCategory } from "../catalog/lookup.ts";
import type { Services } from "../kernel/context.ts";
import { fail, found } from "../kernel/domain-exception.ts";
import { iso } from "../kernel/iso.ts";
import type { Signed } from "../kernel/signed.ts";
import { onlyOnce, requestOf } from "../orders/idempotency.ts";
import { categoryRef } from "../orders/view/category.ts";
import { codeOf } from "../orders/view/order-view.ts";
import { insuranceOf, lockClaim, stepClaim } from "./step.ts";
import { certificateOf, claimView, payeePurpose } from "./view.ts";

const most = 200;

/** Support handles claims, finance pays them; nobody else reads them: they tell of injuries. @throws `wrong_role` */
function rolesOf({ session }: Signed): readonly ClaimRole[] {
  const roles: ClaimRole[] = [
    ...(session.adminRoles.includes("support") ? (["handler"] as const) : []),
    ...(session.adminRoles.includes("finance") ? (["cashier"] as const) : []),
  ];
  return roles.length > 0 ? roles : fail("wrong_role", { role: "support" });
}

const roleFor: Readonly<Record<HandleClaimInput["command"]["type"], ClaimRole>> = {
  take: "handler",
  approve: "handler",
  refuse: "handler",
  pay: "cashier",
};

async function rowsOf(services: Services, records: readonly ClaimRecord[]): Promise<ClaimRow[]> {
  const [people, known] = await Promise.all([
    users.findMany(
      services.db,
      records.flatMap(({ claim }) => [claim.claimantId, ...(claim.handlerId === null ? [] : [claim.handlerId])]),
    ),
    orders.findMany(services.db, [...new Set(records.map(({ claim }) => claim.orderId))]),
  ]);
  const orderOf = new Map(known.map((order) => [order.id, order]));
  return records.flatMap(({ claim }) => {
    const order = orderOf.get(claim.orderId);
    const claimant = people.get(claim.claimantId);
    if (order === undefined || claim.submittedAt === null) return [];
    return {
      id: claim.id,
      orderId: claim.orderId,
      code: codeOf(claim.orderId),
      category: categoryRef(knownCategory(order.terms.categoryId)),
      claimantName: claimant?.displayName ?? "",
      side: claim.side,
      kind: claim.kind,
      state: claim.state,
      askedFen: claim.askedFen,
      approvedFen: claim.approvedFen,
      handlerName: people.get(claim.handlerId ?? "")?.displayName ?? null,
      submittedAt: iso(claim.submittedAt),
      answerBy: iso(claimAnswerDue(claim, defaultPolicy)),
    };
  });
}

/** Claims that wait, the longest waiting first; or those that are over, the latest first. */
export async function listClaims(ctx: Signed, { shown, cursor, limit = 50 }: ClaimQueueInput): Promise<ClaimQueueOutput> {
  rolesOf(ctx);
  const { services } = ctx;
  if (shown === "waiting") return { items: await rowsOf(services, await claims.listWaiting(services.db, most)), nextCursor: null };
  const page = await claims.listEnded(services.db, { cursor: cursor ?? null, limit });
  return { items: await rowsOf(services, page.items), nextCursor: page.nextCursor };
}

/** The account a customer asked to be paid to; opening it is on record. */
async function payeeOf(ctx: Signed, { claim, payeeCipher }: ClaimRecord): Promise<ClaimDetail["payee"]> {
  const { services, session } = ctx;
  if (claim.state !== "approved" || claim.side !== "customer" || !rolesOf(ctx).includes("cashier")) return null;
  const opened = await openSealed(services, claim.claimantId, payeePurpose(claim.id), payeeCipher);
  if (opened === null) return null;
  await record(ctx, "claims.payee", claim.id, null, {});
  const payee: { holderName: string; cardNumber: string } = JSON.parse(opened);
  return session.userId === claim.claimantId ? null : payee;
}

async function record(
  { services, session }: Signed,
  action: string,
  subjectId: string,
  reason: string | null,
  data: Readonly<Record<string, unknown>>,
  db = services.db,
): Promise<void> {
  const actor = { actorId: session.userId, actorRole: "admin" };
  await auditLog.insert(db, { at: services.clock.now(), ...actor, action, subjectKind: "claim", subjectId, reason, data });
}

/** One claim with its certificate, for those who handle or pay it. */
export async function loadClaim(ctx: Signed, claimId: string): Promise<ClaimDetail> {
  const roles = rolesOf(ctx);
  const { services, session } = ctx;
  const claimRecord = found(await claims.findById(services.db, claimId));
  const { claim } = claimRecord;
  if (claim.submittedAt === null) fail("not_found");
  const { order } = found(await orders.findById(services.db, claim.orderId));
  const all = (await claims.listForOrder(services.db, order.id)).filter((other) => other.claim.assignmentId === claim.assignmentId);
  const [row] = await rowsOf(services, [claimRecord]);
  return {
    claim: await claimView(services, { record: claimRecord, order, all }, { id: session.userId, roles }),
    row: found(row ?? null),
    claimDays: defaultPolicy.insurance.claimWithin / DAY,
    certificate: await certificateOf(services, order, insuranceOf(order, claim.assignmentId), all),
    payee: await payeeOf(ctx, claimRecord),
  };
}

/**
 * Takes a claim in hand, decides it, or pays it: under the lock of all claims on its assignment, with the journal entry and
 * the record of who did it. Errors: `wrong_role`, `claim_involved`, `claim_taken`, `wrong_state`, `claim_amount_invalid`,
 * `claim_above_cover`, `reason_missing`, `claim_reference_missing`.
 */
export async function handleClaim(ctx: Signed, { idempotencyKey, claimId, command }: HandleClaimInput): Promise<ClaimDetail> {
  const { services, session } = ctx;
  const role = roleFor[command.type];
  if (!rolesOf(ctx).includes(role)) fail("wrong_role", { role: role === "handler" ? "support" : "finance" });
  const request = requestOf(services.secrets, session.userId, idempotencyKey, { handleClaim: { claimId, command } }, null);
  await onlyOnce(services, request, async (transaction) => {
    const locked = await lockClaim(services, transaction, claimId);
    const domainCommand: ClaimCommand = command;
    const actor = { role, id: session.userId };
    const { claim } = await stepClaim(transaction, { ...locked, actor, command: domainCommand, now: services.clock.now() });
    const data = { orderId: claim.orderId, approvedFen: claim.approvedFen, transferReference: claim.transferReference };
    await record(ctx, `claims.${command.type}`, claimId, "reason" in command ? command.reason : null, data, transaction);
    return claimId;
  });
  return loadClaim(ctx, claimId);
}
