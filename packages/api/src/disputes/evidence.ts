import { createHash } from "node:crypto";
import type { EvidenceView, OrderCommandParsed, PhotoView } from "@lingong/contracts";
import { evidence, photos, users } from "@lingong/db";
import { type Command, commitmentOf, defaultPolicy, type EvidenceFile, guardMessage, type Order } from "@lingong/domain";
import { personKey } from "../accounts/people.ts";
import type { Services } from "../kernel/context.ts";
import { fail } from "../kernel/domain-exception.ts";
import { iso } from "../kernel/iso.ts";
import type { Signed } from "../kernel/signed.ts";

type Asked = Extract<OrderCommandParsed, { readonly type: "openDispute" | "addEvidence" }>;

/** Sealed words are bound to the piece of evidence they belong to. */
const purposeOf = (evidenceId: string): string => `evidence:${evidenceId}`;

/** The same request names the same piece of evidence, so that a repeat seals nothing anew. */
function evidenceIdOf(userId: string, idempotencyKey: string): string {
  const hex = createHash("sha256").update(`evidence\u0000${userId}\u0000${idempotencyKey}`).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** One's own files of this order, uploaded as evidence and complete, in the order named. */
async function filesOf({ services, session }: Signed, orderId: string, fileIds: readonly string[]): Promise<EvidenceFile[]> {
  const known = await photos.findMany(services.db, fileIds);
  return [...new Set(fileIds)].map((photoId) => {
    const file = known.get(photoId);
    const own = file?.ownerId === session.userId && file.orderId === orderId && file.purpose === "evidence";
    if (file === undefined || !own || file.state !== "kept" || file.sha256 === null) return fail("not_found", { photoId }, "command.fileIds");
    return { photoId, sha256: file.sha256, type: file.contentType };
  });
}

/** Seals the words under their author's key, beside the chain; the event holds only their commitment (§9, Erasure). */
async function sealText({ services, session }: Signed, orderId: string, id: string, text: string): Promise<string> {
  const key = await personKey(services, session.userId);
  const purpose = purposeOf(id);
  const textCipher = services.secrets.seal(key, purpose, text);
  await evidence.insert(services.db, { id, orderId, authorId: session.userId, textCipher, createdAt: services.clock.now() });
  return commitmentOf(services.secrets.saltFor(key, purpose, text), text);
}

/**
 * Evidence as the domain takes it. Numbers of phones, cards and IDs in the words are masked before they are kept.
 * Errors: `not_found` for a file that is not one's own complete evidence of this order, `evidence_limit`.
 */
export async function evidenceCommand(ctx: Signed, order: Order, asked: Asked, idempotencyKey: string): Promise<Command> {
  const evidenceId = evidenceIdOf(ctx.session.userId, idempotencyKey);
  const files = await filesOf(ctx, order.id, asked.fileIds);
  if (asked.type === "openDispute") return { type: asked.type, amountFen: asked.amountFen, reason: asked.reason, evidenceId, files };
  const mine = (order.dispute?.evidence ?? []).filter(({ by, id }) => by === ctx.session.app && id !== evidenceId);
  const most = defaultPolicy.disputes.evidencePerSideMost;
  if (mine.length >= most) fail("evidence_limit", { most });
  const text = guardMessage(asked.text).text;
  const kept = text !== "" && order.state === "disputed";
  return { type: asked.type, evidenceId, textCommitment: kept ? await sealText(ctx, order.id, evidenceId, text) : null, files };
}

/** What opens the commitments to an order's evidence, by commitment; those whose author's account was deleted are left out. */
export async function evidenceOpenings(services: Services, orderId: string): Promise<Map<string, { readonly salt: string; readonly value: string }>> {
  const texts = [...(await evidence.findForOrder(services.db, orderId)).values()];
  const opened = await Promise.all(
    texts.map(async ({ id, authorId, textCipher }) => {
      const key = await users.findKey(services.db, authorId);
      if (key === null) return [];
      const value = services.secrets.open(key, purposeOf(id), textCipher);
      const salt = services.secrets.saltFor(key, purposeOf(id), value);
      return [[commitmentOf(salt, value), { salt, value }] as const];
    }),
  );
  return new Map(opened.flat());
}

/** The pieces of evidence with their words and files, for those who may see them. */
export async function evidenceViews(services: Services, order: Order, photosById: ReadonlyMap<string, PhotoView>): Promise<EvidenceView[]> {
  const pieces = order.dispute?.evidence ?? [];
  if (pieces.length === 0) return [];
  const texts = await evidence.findForOrder(services.db, order.id);
  return Promise.all(
    pieces.map(async ({ id, by, at, version, textCommitment, files }) => {
      const sealed = textCommitment === null ? undefined : texts.get(id);
      const key = sealed === undefined ? null : await users.findKey(services.db, sealed.authorId);
      return {
        id,
        by,
        at: iso(at),
        version,
        text: sealed === undefined || key === null ? null : services.secrets.open(key, purposeOf(id), sealed.textCipher),
        files: files.flatMap(({ photoId }) => photosById.get(photoId) ?? []),
      };
    }),
  );
}
