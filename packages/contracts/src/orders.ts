import { findingKinds } from "@lingong/domain";
import { z } from "zod";
import { paymentView } from "./bill-view.ts";
import { fen, fenOut, id, idempotencyKey, instant, instantInput, pageInput, pageOf, position, sha256 } from "./common.ts";
import { limits } from "./limits.ts";
import { orderCard } from "./order-card.ts";
import { orderState, orderView } from "./order-view.ts";

const reason = z.string().trim().min(1).max(limits.reason);
const addOnId = id;
const evidenceFiles = z.array(id).max(limits.photos);

/**
 * What a person may ask of an order; the server adds ids, role and time. Mirrors the commands of the lifecycle table
 * (rules §2) that people give; the payment provider's and the timer's are not among them.
 */
export const orderCommand = z.discriminatedUnion("type", [
  z.object({ type: z.literal("place"), termsHash: sha256 }),
  z.object({ type: z.literal("raisePrice"), rateFenPerHour: fen, termsHash: sha256 }),
  z.object({ type: z.literal("cancel"), reason }),
  z.object({ type: z.literal("withdraw"), reason }),
  z.object({ type: z.literal("confirmTime") }),
  /** Everybody of a team who goes, in place of those named before; none: nobody is named. */
  z.object({ type: z.literal("assignCrew"), memberIds: z.array(id).max(limits.headcount) }),
  z.object({ type: z.literal("depart") }),
  /** `headcount`: how many people came, of a team. */
  z.object({ type: z.literal("arrive"), position: position.nullable(), headcount: z.int().min(1).max(limits.headcount).default(1) }),
  z.object({ type: z.literal("allowEarlyStart") }),
  z.object({ type: z.literal("declareHere") }),
  z.object({ type: z.literal("start"), headcount: z.int().min(1).max(limits.headcount) }),
  z.object({ type: z.literal("pause") }),
  z.object({ type: z.literal("resume") }),
  z.object({
    type: z.literal("proposeAddOn"),
    kind: z.enum(["time", "item"]),
    title: z.string().trim().min(1).max(limits.title),
    minutes: z.int().min(0).max(limits.minutes),
    /** Of extra time the server computes the price at the order's rate; of an item it is the price asked. */
    fen,
    photoId: id.nullable(),
  }),
  z.object({ type: z.literal("approveAddOn"), addOnId }),
  z.object({ type: z.literal("declineAddOn"), addOnId }),
  z.object({ type: z.literal("withdrawAddOn"), addOnId }),
  z.object({
    type: z.literal("finish"),
    reason: z.enum(["done", "safety", "illness"]),
    doneAddOnIds: z.array(id).max(limits.choices),
  }),
  z.object({ type: z.literal("confirm") }),
  z.object({ type: z.literal("tip"), fen }),
  z.object({ type: z.literal("askToCancel"), reason }),
  z.object({ type: z.literal("reportNoShow"), position: position.nullable() }),
  z.object({ type: z.literal("proposeReschedule"), startsAt: instantInput }),
  z.object({ type: z.literal("agreeReschedule") }),
  z.object({ type: z.literal("declineReschedule") }),
  /** `fileIds`: one's own uploaded evidence that comes with it. */
  z.object({ type: z.literal("openDispute"), amountFen: fen, reason, fileIds: evidenceFiles.default([]) }),
  z.object({ type: z.literal("addEvidence"), text: z.string().trim().max(limits.evidence), fileIds: evidenceFiles }),
  z.object({ type: z.literal("askForEvidence"), note: reason }),
  z.object({ type: z.literal("proposeSplit"), toWorkerFen: fen, toCustomerFen: fen }),
  z.object({ type: z.literal("agreeSplit") }),
  z.object({ type: z.literal("acceptDecision") }),
  z.object({ type: z.literal("appealDispute"), reason }),
  z.object({ type: z.literal("closeEvidence") }),
  z.object({ type: z.literal("assignArbitrator"), arbitratorId: id }),
  z.object({
    type: z.literal("decideDispute"),
    toWorkerFen: fen,
    toCustomerFen: fen,
    reason,
    citedVersions: z.array(z.int().min(1)).max(limits.citedVersions),
    /** Of the findings proposed from the record, those that are shared: the server keeps them with their figures. */
    findings: z.array(z.enum(findingKinds)).max(limits.choices).default([]),
  }),
  z.object({ type: z.literal("forceCancel"), reason, settlement: z.enum(["full_refund", "ladder"]) }),
]);

export const actInput = z.object({
  orderId: id,
  idempotencyKey,
  command: orderCommand,
  /** A step done offline: the device's instant, already corrected by the offset at the last contact (§2). */
  performedAt: instantInput.nullish(),
});

export const actOutput = z.object({
  order: orderView,
  /** What is to be paid for this step to count; fetch its page with `orders.checkout`. */
  payment: paymentView.nullable(),
  /** The command had been applied before: the same result again. */
  repeated: z.boolean(),
});

/** What became of a step, without the page: for programs that carry out many, and read a page when they want one. */
export const briefOutput = z.object({
  orderId: id,
  version: z.int(),
  state: orderState,
  payment: paymentView.nullable(),
  repeated: z.boolean(),
});

export const orderIdInput = z.object({ orderId: id });
export const listOrdersInput = pageInput.extend({ filter: z.enum(["active", "to_confirm", "past", "all"]).default("active") });
export const listOrdersOutput = pageOf(orderCard).extend({ counts: z.object({ active: z.int(), toConfirm: z.int(), past: z.int() }) });

export const previewRaiseInput = z.object({ orderId: id, rateFenPerHour: fen });
export const previewRaiseOutput = z.object({ termsHash: sha256, extraFen: fenOut, newTotalFen: fenOut });

export const checkoutInput = z.object({ orderId: id, paymentId: id });
export const checkoutOutput = z.object({ url: z.string(), expiresAt: instant, provider: z.string() });

export type OrderCommand = z.input<typeof orderCommand>;
export type OrderCommandType = OrderCommand["type"];
export type OrderCommandParsed = z.infer<typeof orderCommand>;
export type ActInput = z.input<typeof actInput>;
export type ActOutput = z.infer<typeof actOutput>;
export type BriefOutput = z.infer<typeof briefOutput>;
export type OrderIdInput = z.infer<typeof orderIdInput>;
export type ListOrdersInput = z.input<typeof listOrdersInput>;
export type ListOrdersOutput = z.infer<typeof listOrdersOutput>;
export type PreviewRaiseInput = z.infer<typeof previewRaiseInput>;
export type PreviewRaiseOutput = z.infer<typeof previewRaiseOutput>;
export type CheckoutInput = z.infer<typeof checkoutInput>;
export type CheckoutOutput = z.infer<typeof checkoutOutput>;
