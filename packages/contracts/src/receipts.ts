import { z } from "zod";
import { id, locale } from "./common.ts";

/** A customer's receipt of an ended order, in the language of the reader. */
export const receiptInput = z.object({ orderId: id, language: locale });
/** A file to keep: its name and its bytes. */
export const receiptOutput = z.object({ fileName: z.string(), contentType: z.literal("application/pdf"), base64: z.base64() });

export type ReceiptInput = z.infer<typeof receiptInput>;
export type ReceiptOutput = z.infer<typeof receiptOutput>;
