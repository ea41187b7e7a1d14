import { z } from "zod";
import { qualificationView, travelMode } from "./accounts.ts";
import { priceBand, workerCard } from "./catalog.ts";
import { bilingual, fenOut, id, idempotencyKey, instant, instantInput, position, positionOut, positionReading, slug } from "./common.ts";
import { limits } from "./limits.ts";
import { categoryRef, deadlineView, orderState } from "./order-view.ts";

/** One block of the day line, in local order; buffers lie before the order they belong to. */
export const dayBlock = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("order"),
    from: instant,
    to: instant,
    orderId: id,
    state: orderState,
    category: categoryRef,
    title: z.string(),
    customerName: z.string(),
    accessNotes: z.string().nullable(),
    together: z.int(),
    netFen: fenOut,
    position: positionOut.nullable(),
    next: z.boolean(),
    deadline: deadlineView.nullable(),
    travelMinutes: z.int().nullable(),
  }),
  /** An order of a team, which sends this worker. */
  z.object({
    kind: z.literal("crew"),
    from: instant,
    to: instant,
    orderId: id,
    state: orderState,
    category: categoryRef,
    title: z.string(),
    accessNotes: z.string().nullable(),
    position: positionOut.nullable(),
    teamName: z.string(),
  }),
  z.object({ kind: z.literal("buffer"), from: instant, to: instant, travelMinutes: z.int() }),
  z.object({ kind: z.literal("rest"), from: instant, to: instant, restBlockId: id.nullable() }),
]);

export const todayView = z.object({
  now: instant,
  day: z.string(),
  zone: z.string(),
  online: z.boolean(),
  /** Why no offers come: unverified, paused, resting, offline after missed offers; null: they come. */
  held: z.object({ code: z.string(), until: instant.nullable() }).nullable(),
  radiusKm: z.int(),
  workedMinutes: z.int(),
  plannedMinutes: z.int(),
  /** At or above 8 h planned: asked to rest before more. */
  restPrompt: z.boolean(),
  earnedFen: fenOut,
  expectedFen: fenOut,
  position: positionOut.nullable(),
  positionAt: instant.nullable(),
  blocks: z.array(dayBlock),
  openOffers: z.int(),
  missedInARow: z.int(),
});

export const setOnlineInput = z.object({ online: z.boolean(), position: positionReading.nullish() });
export const reportPositionInput = z.object({
  position: positionReading,
  accuracyMetres: z.number().min(0).max(100_000).optional(),
  at: instantInput.optional(),
});
export const positionOutput = z.object({ receivedAt: instant });

export const updateSettingsInput = z.object({
  radiusKm: z.int().min(1).max(50).optional(),
  tags: z.array(slug).max(limits.tags).optional(),
  categoryIds: z.array(slug).min(1).max(limits.categories).optional(),
  travelMode: travelMode.optional(),
  nightFirstVisits: z.boolean().optional(),
  crewSize: z.int().min(1).max(limits.headcount).optional(),
  home: position.nullish(),
  introduction: z.string().trim().max(limits.note).optional(),
});

export const settingsView = z.object({
  radiusKm: z.int(),
  tags: z.array(slug),
  categoryIds: z.array(slug),
  travelMode,
  nightFirstVisits: z.boolean(),
  crewSize: z.int(),
  home: positionOut.nullable(),
  introduction: z.string(),
  qualifications: z.array(qualificationView),
});

/** Standing 0–1000 with its four terms, what they rest on, and the next level's missing steps (§8). */
export const standingView = z.object({
  standing: z.int(),
  level: z.int(),
  levelName: bilingual,
  parts: z.object({
    rating: z.object({ points: z.int(), most: z.int(), ratingHundredths: z.int(), reviews: z.int() }),
    onTime: z.object({ points: z.int(), most: z.int(), of: z.int(), good: z.int() }),
    completion: z.object({ points: z.int(), most: z.int(), of: z.int(), good: z.int() }),
    streak: z.object({ points: z.int(), most: z.int(), orders: z.int() }),
  }),
  completedOrders: z.int(),
  next: z.object({ level: z.int(), ordersMissing: z.int(), standingMissing: z.int() }).nullable(),
  faults: z.array(z.object({ at: instant, kind: z.string(), orderId: id })),
});

export const workerProfile = workerCard.extend({
  introduction: z.string(),
  verified: z.boolean(),
  insured: z.boolean(),
  radiusKm: z.int(),
  qualifications: z.array(qualificationView),
  tags: z.array(slug),
  responseMinutes: z.int().nullable(),
  standingDetail: standingView.omit({ faults: true }),
  services: z.array(z.object({ category: categoryRef, completedOrders: z.int(), rateFenPerHour: fenOut.nullable(), band: priceBand })),
  starCounts: z.object({ good: z.int(), middle: z.int(), bad: z.int() }),
  together: z.int(),
  favourite: z.boolean(),
  /** Free starts of the next days for a booking of the given length. */
  firstFreeAt: instant.nullable(),
});
export const workerIdInput = z.object({ workerId: id });

export const freeStartsInput = z.object({ workerId: id, day: z.iso.date(), minutes: z.int().min(15).max(720) });
export const freeStartsOutput = z.object({ zone: z.string(), starts: z.array(z.object({ at: instant, free: z.boolean(), peak: z.boolean() })) });

export const restBlockView = z.object({ id, from: instant, to: instant });
export const addRestBlockInput = z.object({ id, idempotencyKey: idempotencyKey.optional(), from: instantInput, to: instantInput });
export const removeRestBlockInput = z.object({ id });

/** Working hours of a local week day (1 = Monday), in minutes after midnight. */
export const weeklyHours = z.array(
  z.object({ weekday: z.int().min(1).max(7), fromMinute: z.int().min(0).max(1_439), toMinute: z.int().min(1).max(1_440) }),
);
export const setWeeklyHoursInput = z.object({ hours: weeklyHours.max(limits.restBlocks) });

export const demandInput = z.object({ position, radiusKm: z.int().min(1).max(50) });
export const demandOutput = z.object({ ordersPerDay: z.int(), days: z.int() });

export type DayBlock = z.infer<typeof dayBlock>;
export type TodayView = z.infer<typeof todayView>;
export type SetOnlineInput = z.infer<typeof setOnlineInput>;
export type ReportPositionInput = z.infer<typeof reportPositionInput>;
export type UpdateSettingsInput = z.infer<typeof updateSettingsInput>;
export type SettingsView = z.infer<typeof settingsView>;
export type StandingView = z.infer<typeof standingView>;
export type WorkerProfile = z.infer<typeof workerProfile>;
export type WorkerIdInput = z.infer<typeof workerIdInput>;
export type FreeStartsInput = z.infer<typeof freeStartsInput>;
export type FreeStartsOutput = z.infer<typeof freeStartsOutput>;
export type RestBlockView = z.infer<typeof restBlockView>;
export type AddRestBlockInput = z.infer<typeof addRestBlockInput>;
export type RemoveRestBlockInput = z.infer<typeof removeRestBlockInput>;
export type WeeklyHours = z.infer<typeof weeklyHours>;
export type SetWeeklyHoursInput = z.infer<typeof setWeeklyHoursInput>;
export type DemandInput = z.infer<typeof demandInput>;
export type DemandOutput = z.infer<typeof demandOutput>;
