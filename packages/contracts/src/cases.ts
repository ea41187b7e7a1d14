import { z } from "zod";
import { id, idempotencyKey, instant } from "./common.ts";
import { categoryRef } from "./order-view.ts";

/** A picture as strangers may see it: nothing of where, when or by whom. */
const casePhoto = z.object({ id, url: z.string(), thumbnailUrl: z.string() });
const pair = z.object({ before: casePhoto, after: casePhoto });

/** What a customer may let the worker's page show of an order; null: there is no pair. */
export const orderCaseOutput = z.object({ pair: pair.nullable(), shown: z.boolean() });
export const showCaseInput = z.object({ idempotencyKey, orderId: id, shown: z.boolean() });

export const workerCasesInput = z.object({ workerId: id });
/** On a worker's page, the latest first. */
export const workerCasesOutput = z.object({
  items: z.array(pair.extend({ id, category: categoryRef, minutes: z.int(), agreedAt: instant })),
});

export type OrderCaseOutput = z.infer<typeof orderCaseOutput>;
export type ShowCaseInput = z.infer<typeof showCaseInput>;
export type WorkerCasesOutput = z.infer<typeof workerCasesOutput>;
