import { z } from "zod";
import { priceBand } from "./catalog.ts";
import { basisPoints, details, fen, fenOut, id, idempotencyKey, instant, instantInput, position, sha256, slug } from "./common.ts";
import { limits } from "./limits.ts";

/** Where the work is, exactly: encrypted at rest, shown by §9. */
export const addressInput = z.object({
  district: z.string().trim().min(1).max(limits.label),
  /** Street or estate, building and door. */
  line: z.string().trim().min(1).max(limits.addressLine),
  /** How to get in, where to park. */
  accessNotes: z.string().trim().max(limits.accessNotes).default(""),
  position,
});

export const scopeItem = z.object({
  key: slug,
  value: z.union([
    z.number().min(-1_000_000_000).max(1_000_000_000),
    z.string().max(limits.note),
    z.array(z.string().max(limits.note)).max(limits.choices),
  ]),
});

/** A customer's proposal. Mode, plan, minimum and the blurred place are the server's to derive. */
export const termsInput = z.object({
  cityId: slug,
  categoryId: slug,
  pricing: z.enum(["fixed", "quotes"]).default("fixed"),
  scope: z.array(scopeItem).max(limits.scopeItems),
  note: z.string().trim().max(limits.note).default(""),
  photoIds: z.array(id).max(limits.photos).default([]),
  tags: z.array(slug).max(limits.tags).default([]),
  /** Null: remote work. */
  address: addressInput.nullable(),
  /** Null: as soon as possible. */
  startsAt: instantInput.nullable(),
  bookedMinutes: z.int().min(1).max(limits.minutes),
  headcount: z.int().min(1).max(limits.headcount).default(1),
  rateFenPerHour: fen,
  travelFen: fen.default(0),
  rematchAfterFault: z.boolean().default(true),
  direct: z
    .object({ workerId: id, ifRefused: z.enum(["open", "refund"]) })
    .nullable()
    .default(null),
  regularsFirst: z.boolean().default(false),
});

/** The server chooses the order's id; the same key again answers the same order. */
export const createDraftInput = z.object({ idempotencyKey, terms: termsInput });
export const editDraftInput = z.object({ orderId: id, idempotencyKey, terms: termsInput });
export const draftOutput = z.object({ orderId: id, version: z.int(), termsHash: sha256 });

export const previewInput = z.object({ terms: termsInput });

/** One share of a price and why the rate is what it is. */
export const splitView = z.object({
  baseFen: fenOut,
  travelFen: fenOut,
  customerPaysFen: fenOut,
  workerNetFen: fenOut,
  commissionFen: fenOut,
  /** Commission ÷ base; of marginal brackets the mean, rounded. */
  rate: basisPoints,
  plan: z.enum(["life", "pro", "flat"]),
  reasons: z.array(z.enum(["base", "certified", "level", "regular", "volume", "lowest", "marginal", "flat"])),
});

/** One step of the cancellation ladder: from `from` on (null: from the beginning, or from `event` on) cancelling costs `feeFen`. */
export const ladderStep = z.object({
  row: z.enum(["waived", "nobody_accepted", "just_accepted", "early", "middle", "late", "arrived"]),
  from: instant.nullable(),
  /** What begins the step when it is no instant of the clock. */
  event: z.enum(["departed", "arrived"]).nullable(),
  share: basisPoints,
  feeFen: fenOut,
  /** Of the fee, what the worker gets. */
  workerFen: fenOut,
});

export const contractView = z.object({
  hash: sha256,
  clauses: z.array(
    z.object({ key: z.string(), title: z.object({ zh: z.string(), en: z.string() }), text: z.object({ zh: z.string(), en: z.string() }) }),
  ),
});

export const termsProblem = z.object({ code: z.string(), field: z.string().nullable(), details: details.nullable() });

export const orderPreview = z.object({
  /** What the customer signs at place, for exactly these terms. */
  termsHash: sha256,
  contract: contractView,
  prepaidFen: fenOut,
  bookedMinutes: z.int(),
  /** With a named worker `named`; else the dearest and the cheapest commission of the plan, `least` to `most` net. */
  split: z.object({ named: splitView.nullable(), leastNet: splitView, mostNet: splitView }),
  ladder: z.array(ladderStep),
  band: priceBand,
  minimumRateFen: fenOut,
  /** 0–100, and the checklist keys still open. */
  /** What the checklist suggests to book; null: it cannot tell. */
  suggestedMinutes: z.int().nullable(),
  quality: z.object({ percent: z.int(), missing: z.array(z.string()) }),
  night: z.boolean(),
  peak: z.boolean(),
  /** What would be refused at place; empty: ready. */
  problems: z.array(termsProblem),
  paymentWithinSeconds: z.int(),
});

export type AddressInput = z.infer<typeof addressInput>;
export type TermsInput = z.input<typeof termsInput>;
export type TermsParsed = z.infer<typeof termsInput>;
export type CreateDraftInput = z.input<typeof createDraftInput>;
export type EditDraftInput = z.input<typeof editDraftInput>;
export type DraftOutput = z.infer<typeof draftOutput>;
export type PreviewInput = z.input<typeof previewInput>;
export type SplitView = z.infer<typeof splitView>;
export type LadderStepView = z.infer<typeof ladderStep>;
export type ContractView = z.infer<typeof contractView>;
export type TermsProblem = z.infer<typeof termsProblem>;
export type OrderPreview = z.infer<typeof orderPreview>;
