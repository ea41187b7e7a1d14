import type { ClaimView, SaveClaimParsed, StepClaimInput } from "@lingong/contracts";
import { type ClaimRecord, claims, leaveHints, orders, photos, type Transaction } from "@lingong/db";
import {
  type ClaimContents,
  type ClaimFile,
  claimTransition,
  defaultPolicy,
  guardMessage,
  type Instant,
  insuredWorkerId,
  maskCard,
  newClaim,
  type Order,
  parseCardNumber,
} from "@lingong/domain";
import { personKey } from "../accounts/people.ts";
import { fail, found, unwrap } from "../kernel/domain-exception.ts";
import type { Signed } from "../kernel/signed.ts";
import { onlyOnce, requestOf } from "../orders/idempotency.ts";
import { viewerOf } from "../orders/party.ts";
import { claimFacts, hintsOf, insuranceOf, lockClaim, stepClaim } from "./step.ts";
import { claimView, payeePurpose, textPurpose } from "./view.ts";

/** One's own complete documents, uploaded for a claim on this order, in the order named. */
async function filesOf({ services, session }: Signed, orderId: string, fileIds: readonly string[]): Promise<ClaimFile[]> {
  const known = await photos.findMany(services.db, fileIds);
  return [...new Set(fileIds)].map((photoId) => {
    const file = known.get(photoId);
    const own = file?.ownerId === session.userId && file.orderId === orderId && file.purpose === "claim";
    if (file === undefined || !own || file.state !== "kept" || file.sha256 === null) return fail("not_found", { photoId }, "fileIds");
    return { photoId, sha256: file.sha256 };
  });
}

/** Whether this person, in this app, is covered by the policy of that assignment. @throws `not_yours`, `not_insured` */
function coveredSide({ session }: Signed, order: Order, assignmentId: string): "customer" | "worker" {
  const { side } = viewerOf(session, order);
  const insurance = insuranceOf(order, assignmentId);
  if (side === "admin") return fail("wrong_role");
  return side === "customer" || insuredWorkerId(order, insurance) === session.userId ? side : fail("not_yours");
}

type Sealed = Pick<ClaimRecord, "textCipher" | "payeeCipher" | "payeeMasked">;

/** Words and account, sealed under the claimant's key (§9). Numbers of phones, cards and IDs in the words are masked first. */
async function seal({ services, session }: Signed, input: SaveClaimParsed, before: Sealed | null): Promise<Sealed> {
  const key = await personKey(services, session.userId);
  const text = guardMessage(input.text).text;
  const textCipher = text === "" ? null : services.secrets.seal(key, textPurpose(input.claimId), text);
  if (input.payee == null) return { textCipher, payeeCipher: before?.payeeCipher ?? null, payeeMasked: before?.payeeMasked ?? null };
  const cardNumber = unwrap(parseCardNumber(input.payee.cardNumber));
  const payee = JSON.stringify({ holderName: input.payee.holderName, cardNumber });
  return { textCipher, payeeCipher: services.secrets.seal(key, payeePurpose(input.claimId), payee), payeeMasked: maskCard(cardNumber) };
}

/** The first writing of a claim: one is under way at a time for each side. @throws `claim_open` */
async function insertDraft(ctx: Signed, transaction: Transaction, order: Order, input: SaveClaimParsed, now: Instant): Promise<string> {
  const { claimId: id, assignmentId } = input;
  const side = coveredSide(ctx, order, assignmentId);
  const sealed = await seal(ctx, input, null);
  const contents = await contentsOf(ctx, input, sealed);
  const fresh = newClaim({ id, orderId: order.id, assignmentId, claimantId: ctx.session.userId, side }, now);
  const all = await claims.lockForAssignment(transaction, assignmentId);
  const context = { facts: claimFacts(order, fresh, all), policy: defaultPolicy, now };
  const { claim } = unwrap(claimTransition(fresh, { role: "claimant", id: ctx.session.userId }, { type: "save", contents }, context));
  const kept = await claims.insert(transaction, { ...sealed, claim, cityId: order.cityId, updatedAt: now });
  if (kept !== "kept") fail(kept === "open" ? "claim_open" : "conflict");
  await leaveHints(transaction, hintsOf(claim), now);
  return id;
}

async function contentsOf(ctx: Signed, input: SaveClaimParsed, sealed: Sealed): Promise<ClaimContents> {
  const files = await filesOf(ctx, input.orderId, input.fileIds);
  return { kind: input.kind, askedFen: input.askedFen, files, described: sealed.textCipher !== null, payeeGiven: sealed.payeeCipher !== null };
}

/** Keeps a draft, or changes it. Errors: `not_insured`, `not_yours`, `claim_open`, `claim_too_late`, `amount_invalid`, `claim_above_cover`, `card_invalid`. */
export async function saveClaim(ctx: Signed, input: SaveClaimParsed): Promise<ClaimView> {
  const { services, session } = ctx;
  const { order } = found(await orders.findById(services.db, input.orderId));
  coveredSide(ctx, order, input.assignmentId);
  const { idempotencyKey, ...wish } = input;
  const request = requestOf(services.secrets, session.userId, idempotencyKey, { saveClaim: wish }, null);
  await onlyOnce(services, request, async (transaction) => {
    const now = services.clock.now();
    const known = await claims.findById(transaction, input.claimId);
    if (known === null) return insertDraft(ctx, transaction, order, input, now);
    const { claim } = known;
    if (claim.claimantId !== session.userId) return fail("not_yours");
    if (claim.orderId !== order.id || claim.assignmentId !== input.assignmentId) return fail("conflict");
    const locked = await lockClaim(services, transaction, claim.id);
    const sealed = await seal(ctx, input, locked.record);
    const contents = await contentsOf(ctx, input, sealed);
    const actor = { role: "claimant", id: session.userId } as const;
    await stepClaim(transaction, { ...locked, record: { ...locked.record, ...sealed }, actor, command: { type: "save", contents }, now });
    return claim.id;
  });
  return ownClaim(ctx, input.claimId);
}

/** Submits a claim or lets it be. Errors: `not_yours`, `claim_incomplete`, `claim_too_late`, `wrong_state`. */
export async function stepOwnClaim(ctx: Signed, { idempotencyKey, claimId, command }: StepClaimInput): Promise<ClaimView> {
  const { services, session } = ctx;
  const request = requestOf(services.secrets, session.userId, idempotencyKey, { stepClaim: { claimId, command } }, null);
  await onlyOnce(services, request, async (transaction) => {
    const locked = await lockClaim(services, transaction, claimId);
    const actor = { role: "claimant", id: session.userId } as const;
    const { claim } = await stepClaim(transaction, { ...locked, actor, command: { type: command }, now: services.clock.now() });
    return claim.id;
  });
  return ownClaim(ctx, claimId);
}

async function ownClaim({ services, session }: Signed, claimId: string): Promise<ClaimView> {
  const record = found(await claims.findById(services.db, claimId));
  if (record.claim.claimantId !== session.userId) fail("not_yours");
  const { order } = found(await orders.findById(services.db, record.claim.orderId));
  const all = await claims.listForOrder(services.db, order.id);
  return claimView(services, { record, order, all }, { id: session.userId, roles: ["claimant"] });
}
