import { z } from "zod";
import { bilingual, fenOut, instant, positionOut, slug } from "./common.ts";
import { limits } from "./limits.ts";

const tagView = z.object({ key: z.string(), label: bilingual });
/** `minutes`: what choosing it usually adds to the time. */
const optionView = tagView.extend({ minutes: z.int().optional() });
const itemBase = { key: z.string(), label: bilingual, required: z.boolean() };
export const checklistItem = z.discriminatedUnion("kind", [
  z.object({
    ...itemBase,
    kind: z.literal("number"),
    unit: bilingual,
    least: z.number(),
    most: z.number(),
    step: z.number(),
    usual: z.number(),
    minutesEach: z.number().optional(),
  }),
  z.object({ ...itemBase, kind: z.literal("choice"), options: z.array(optionView) }),
  z.object({ ...itemBase, kind: z.literal("choices"), options: z.array(optionView) }),
  z.object({ ...itemBase, kind: z.literal("text"), mostCharacters: z.int() }),
  z.object({ ...itemBase, kind: z.literal("photos"), wanted: z.int() }),
]);

/** The middle half of settled hourly rates (§7); `reference`: too few were settled, the category's reference rate stands in. */
export const priceBand = z.object({
  p25Fen: fenOut,
  p50Fen: fenOut,
  p75Fen: fenOut,
  samples: z.int(),
  source: z.enum(["settled", "reference"]),
  windowDays: z.int(),
});

export const categoryCard = z.object({
  id: slug,
  name: bilingual,
  icon: z.string(),
  mode: z.enum(["on_site", "remote"]),
  plan: z.enum(["life", "pro", "flat"]),
  minimumMinutes: z.int(),
  usualMinutes: z.int(),
  referenceRateFen: fenOut,
  certificate: z.enum(["required", "proof", "optional"]),
  band: priceBand,
  /** Verified, qualified workers who are online and free now. */
  availableNow: z.int(),
});

export const categoryDetail = categoryCard.extend({
  tags: z.array(tagView),
  /** Minutes any such job takes before its checklist adds to them. */
  baseMinutes: z.int().nullable(),
  checklist: z.array(checklistItem),
  extras: z.array(z.object({ key: z.string(), label: bilingual, fen: fenOut, minutes: z.int() })),
  /** Median seconds from payment to accept over 30 days, by whether the checklist was complete; null: too few orders. */
  timeToAccept: z.object({ completeSeconds: z.int().nullable(), incompleteSeconds: z.int().nullable() }),
});

export const cityView = z.object({
  id: slug,
  name: bilingual,
  zone: z.string(),
  centre: positionOut,
  districts: z.array(z.string()),
  minimumWageFen: fenOut,
});

export const categoriesInput = z.object({ cityId: slug });
export const categoryInput = z.object({ categoryId: slug, cityId: slug });

export const searchInput = z.object({ cityId: slug, text: z.string().trim().min(1).max(limits.search) });
export const workerCard = z.object({
  id: z.uuid(),
  name: z.string(),
  avatarUrl: z.string().nullable(),
  kind: z.enum(["individual", "team"]),
  level: z.int(),
  standing: z.int(),
  /** Mean stars × 100 of visible reviews; null: none yet. */
  starsHundredths: z.int().nullable(),
  reviewCount: z.int(),
  completedOrders: z.int(),
  onTimePercent: z.int().nullable(),
  online: z.boolean(),
  district: z.string().nullable(),
  categoryIds: z.array(slug),
});
export const searchOutput = z.object({ categories: z.array(categoryCard), workers: z.array(workerCard) });

export const clockView = z.object({ now: instant, production: z.boolean(), policyVersion: z.string() });

export type ChecklistItemView = z.infer<typeof checklistItem>;
export type PriceBand = z.infer<typeof priceBand>;
export type CategoryCard = z.infer<typeof categoryCard>;
export type CategoryDetail = z.infer<typeof categoryDetail>;
export type CityView = z.infer<typeof cityView>;
export type WorkerCard = z.infer<typeof workerCard>;
export type CategoriesInput = z.infer<typeof categoriesInput>;
export type CategoryInput = z.infer<typeof categoryInput>;
export type SearchInput = z.infer<typeof searchInput>;
export type SearchOutput = z.infer<typeof searchOutput>;
export type ClockView = z.infer<typeof clockView>;
