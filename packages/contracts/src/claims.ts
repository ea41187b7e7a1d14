import { z } from "zod";
import { fen, fenOut, id, idempotencyKey, instant, pageInput } from "./common.ts";
import { limits } from "./limits.ts";
import { categoryRef } from "./order-view.ts";
import { photoView } from "./photos.ts";

export const claimState = z.enum(["draft", "submitted", "reviewing", "approved", "paid", "refused", "withdrawn"]);
export const claimKind = z.enum(["injury", "damage", "theft", "other"]);
const claimSide = z.enum(["customer", "worker"]);
const claimAction = z.enum(["save", "submit", "withdraw", "take", "approve", "refuse", "pay"]);

export const claimView = z.object({
  id,
  orderId: id,
  assignmentId: id,
  side: claimSide,
  state: claimState,
  version: z.int(),
  kind: claimKind,
  askedFen: fenOut,
  approvedFen: fenOut.nullable(),
  /** Null: none yet, or its author's account was deleted. */
  text: z.string().nullable(),
  files: z.array(photoView),
  /** The account a customer is paid to, masked. */
  payeeMasked: z.string().nullable(),
  reason: z.string().nullable(),
  transferReference: z.string().nullable(),
  submittedAt: instant.nullable(),
  /** By when somebody should have decided; null: nobody is asked to. */
  answerBy: instant.nullable(),
  decidedAt: instant.nullable(),
  paidAt: instant.nullable(),
  history: z.array(z.object({ at: instant, role: z.enum(["claimant", "handler", "cashier"]), to: claimState })),
  /** What the reader may do with it now. */
  actions: z.array(claimAction),
  /** Somebody may still do something with it. */
  underWay: z.boolean(),
});

/** What stands on the certificate of one assignment's insurance (§10). */
export const certificateView = z.object({
  assignmentId: id,
  number: z.string(),
  tier: z.enum(["basic", "medium", "full"]),
  coverFen: fenOut,
  /** After the claims of both sides that were approved. */
  coverLeftFen: fenOut,
  from: instant,
  to: instant.nullable(),
  /** Null: the cover still runs. */
  claimableUntil: instant.nullable(),
  customerName: z.string(),
  workerName: z.string(),
  /** The reader may write down a new claim now. */
  mayClaim: z.boolean(),
  /** The reader's own, oldest first. */
  claims: z.array(claimView),
});

export const orderInsuranceOutput = z.object({ certificates: z.array(certificateView), filesMost: z.int(), claimDays: z.int(), answerDays: z.int() });

export const saveClaimInput = z.object({
  idempotencyKey,
  /** The client's own: saving again changes the draft. */
  claimId: id,
  orderId: id,
  assignmentId: id,
  kind: claimKind,
  askedFen: fen,
  text: z.string().trim().max(limits.evidence).default(""),
  fileIds: z.array(id).max(limits.photos).default([]),
  /** Where a customer is to be paid; left out: as saved before. A worker is paid into the wallet. */
  payee: z
    .object({
      holderName: z.string().trim().min(1).max(limits.name),
      cardNumber: z
        .string()
        .trim()
        .min(1)
        .max(limits.phone * 2),
    })
    .nullish(),
});

/** What a claimant does with a claim as it was read. */
export const stepClaimInput = z.object({ idempotencyKey, claimId: id, command: z.enum(["submit", "withdraw"]) });

export const handleClaimInput = z.object({
  idempotencyKey,
  claimId: id,
  command: z.discriminatedUnion("type", [
    z.object({ type: z.literal("take") }),
    z.object({ type: z.literal("approve"), amountFen: fen, reason: z.string().trim().max(limits.reason) }),
    z.object({ type: z.literal("refuse"), reason: z.string().trim().max(limits.reason) }),
    z.object({ type: z.literal("pay"), transferReference: z.string().trim().max(limits.title).nullable() }),
  ]),
});

export const claimRow = z.object({
  id,
  orderId: id,
  code: z.string(),
  category: categoryRef,
  claimantName: z.string(),
  side: claimSide,
  kind: claimKind,
  state: claimState,
  askedFen: fenOut,
  approvedFen: fenOut.nullable(),
  handlerName: z.string().nullable(),
  submittedAt: instant,
  /** By when somebody should have decided; null: somebody has. */
  answerBy: instant.nullable(),
});
export const claimQueueInput = pageInput.extend({ shown: z.enum(["waiting", "ended"]).default("waiting") });
export const claimQueueOutput = z.object({ items: z.array(claimRow), nextCursor: z.string().nullable() });

export const claimInput = z.object({ claimId: id });
export const claimDetail = z.object({
  claim: claimView,
  row: claimRow,
  claimDays: z.int(),
  certificate: certificateView.omit({ claims: true, mayClaim: true }),
  /** Whom a customer's claim is paid to, whole: for the cashier of an approved claim only. */
  payee: z.object({ holderName: z.string(), cardNumber: z.string() }).nullable(),
});

export type ClaimView = z.infer<typeof claimView>;
export type CertificateView = z.infer<typeof certificateView>;
export type OrderInsuranceOutput = z.infer<typeof orderInsuranceOutput>;
export type SaveClaimInput = z.input<typeof saveClaimInput>;
export type SaveClaimParsed = z.output<typeof saveClaimInput>;
export type StepClaimInput = z.infer<typeof stepClaimInput>;
export type HandleClaimInput = z.infer<typeof handleClaimInput>;
export type ClaimRow = z.infer<typeof claimRow>;
export type ClaimQueueInput = z.output<typeof claimQueueInput>;
export type ClaimQueueOutput = z.infer<typeof claimQueueOutput>;
export type ClaimDetail = z.infer<typeof claimDetail>;
