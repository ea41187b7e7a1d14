import { z } from "zod";
import { fenOut, id, instant } from "./common.ts";

/** The other side of an order, as far as one may know it: never a phone number, never a full name of a customer. */
export const personCard = z.object({
  id,
  role: z.enum(["customer", "worker"]),
  name: z.string(),
  avatarUrl: z.string().nullable(),
  /** Workers only. */
  level: z.int().nullable(),
  standing: z.int().nullable(),
  starsHundredths: z.int().nullable(),
  reviewCount: z.int(),
  completedOrders: z.int(),
  onTimePercent: z.int().nullable(),
  /** Completed orders of these two together. */
  together: z.int(),
  online: z.boolean().nullable(),
});

export const riskFlag = z.enum(["far", "vague", "low", "new_customer", "harsh"]);

/** The customer's trust card on an offer (§6, §8). */
export const trustCard = z.object({
  name: z.string(),
  avatarUrl: z.string().nullable(),
  starsHundredths: z.int().nullable(),
  completedOrders: z.int(),
  reviewCount: z.int(),
  cancellations: z.int(),
  disputesLost: z.int(),
  together: z.int(),
  flags: z.array(riskFlag),
});

export const regularCard = z.object({
  worker: personCard,
  categoryId: z.string(),
  lastOrderId: id,
  lastRateFenPerHour: fenOut,
  lastAt: instant,
  /** The first start the worker's calendar allows; null: not within 14 days. */
  firstFreeAt: instant.nullable(),
  favourite: z.boolean(),
});

export type PersonCard = z.infer<typeof personCard>;
export type RiskFlag = z.infer<typeof riskFlag>;
export type TrustCard = z.infer<typeof trustCard>;
export type RegularCard = z.infer<typeof regularCard>;
