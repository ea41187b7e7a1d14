import { chatWarnings } from "@lingong/domain";
import { z } from "zod";
import { id, idempotencyKey, instant, pageInput, pageOf } from "./common.ts";
import { limits } from "./limits.ts";
import { side } from "./order-view.ts";

/** A message as one side may see it. */
export const messageView = z.object({
  id,
  /** 1 is the conversation's first; there are no gaps. */
  number: z.int(),
  side: side.exclude(["admin"]),
  mine: z.boolean(),
  /** Null: withheld from this reader, or its author's account was deleted. */
  text: z.string().nullable(),
  /** What the chat guard found; numbers of it are masked in the text. */
  warnings: z.array(z.enum(chatWarnings)),
  /** It asks for a verification code: it was not delivered. */
  withheld: z.boolean(),
  at: instant,
});

export const listMessagesInput = pageInput.extend({ orderId: id });
/** The newest first. */
export const listMessagesOutput = pageOf(messageView).extend({
  /** How far the other side has read, by number. */
  readByOther: z.int(),
  /** Whether both may write now, and until when; null: while the order runs. */
  open: z.boolean(),
  closesAt: instant.nullable(),
});
export const sendMessageInput = z.object({ idempotencyKey, orderId: id, text: z.string().trim().min(1).max(limits.message) });
/** Up to which number one has read: never back. */
export const readMessagesInput = z.object({ orderId: id, upTo: z.int().min(1).max(limits.messageNumber) });
/** One's orders with unread messages: the other orders have none. */
export const unreadMessagesOutput = z.object({ orders: z.array(z.object({ orderId: id, unread: z.int() })) });

export const safetyCaseView = z.object({
  id,
  orderId: id,
  kind: z.enum(["code_request"]),
  at: instant,
  /** Who wrote it, on which side, and the words. Null: the account was deleted. */
  personId: id,
  personName: z.string(),
  side: side.exclude(["admin"]),
  text: z.string().nullable(),
});
export const listSafetyCasesInput = z.object({ orderId: id.optional() });
export const listSafetyCasesOutput = z.object({ items: z.array(safetyCaseView) });
export const closeSafetyCaseInput = z.object({ idempotencyKey, caseId: id, note: z.string().trim().min(1).max(limits.reason) });

export type MessageView = z.infer<typeof messageView>;
export type ListMessagesInput = z.infer<typeof listMessagesInput>;
export type ListMessagesOutput = z.infer<typeof listMessagesOutput>;
export type SendMessageInput = z.infer<typeof sendMessageInput>;
export type ReadMessagesInput = z.infer<typeof readMessagesInput>;
export type UnreadMessagesOutput = z.infer<typeof unreadMessagesOutput>;
export type SafetyCaseView = z.infer<typeof safetyCaseView>;
export type CloseSafetyCaseInput = z.infer<typeof closeSafetyCaseInput>;
