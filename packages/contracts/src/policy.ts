import type { FeePlans } from "@lingong/domain";
import { z } from "zod";
import { basisPoints, done, fen, fenOut, id, idempotencyKey, instant, instantInput, slug } from "./common.ts";
import { limits } from "./limits.ts";

const marginalPlan = z.object({
  kind: z.literal("marginal"),
  brackets: z
    .array(z.object({ upToFen: fen.nullable(), rate: basisPoints }))
    .max(limits.choices)
    .readonly(),
  discounts: z
    .array(z.object({ fromCompletedOrders: z.int().min(0).max(1_000_000), points: basisPoints }))
    .max(limits.choices)
    .readonly(),
  lowest: basisPoints,
});
const gradedPlan = z.object({
  kind: z.literal("graded"),
  base: basisPoints,
  certified: basisPoints,
  certifiedAndLevel: basisPoints,
  fromLevel: z.int().min(1).max(5),
  lowest: basisPoints,
});
const flatPlan = z.object({ kind: z.literal("flat"), rate: basisPoints, lowest: basisPoints });
const feePlan = z.discriminatedUnion("kind", [gradedPlan, marginalPlan, flatPlan]);

/** The three plans of §4, in basis points and fen. What they may hold is judged by the domain's `problemsOf`. */
export const feePlans = z.object({ life: feePlan, pro: feePlan, flat: feePlan }) satisfies z.ZodType<FeePlans>;

/** What a new order would be charged by now; accepted orders keep the plans they pinned. */
export const plansInForceOutput = z.object({ version: z.string(), plans: feePlans });

const signature = z.object({ byName: z.string(), at: instant, reason: z.string() });
export const feeVersion = z.object({
  id,
  number: z.int(),
  /** The policy version that orders pin while it is in force: `2026-11-01+3`. */
  version: z.string(),
  state: z.enum(["draft", "scheduled", "in_force", "past", "withdrawn"]),
  plans: feePlans,
  created: signature,
  changedAt: instant,
  effectiveAt: instant.nullable(),
  scheduled: signature.nullable(),
  withdrawn: signature.nullable(),
  /** What the one who asks may do with it now. */
  actions: z.array(z.enum(["save", "schedule", "withdraw"])),
  /** The plans it replaces or would replace: a difference is drawn against them. */
  replaced: z.object({ version: z.string(), plans: feePlans }),
});
export const feeVersionsOutput = z.object({
  inForce: z.object({ version: z.string(), plans: feePlans, since: instant.nullable() }),
  /** From when on a draft may be scheduled now. */
  earliest: instant,
  /** Whether the one who asks is of those who schedule and withdraw. */
  maySchedule: z.boolean(),
  versions: z.array(feeVersion),
});

const reason = z.string().trim().min(1).max(limits.reason);
export const saveFeeDraftInput = z.object({ id, plans: feePlans, reason, idempotencyKey });
export const saveFeeDraftOutput = done.extend({ number: z.int() });
export const scheduleFeesInput = z.object({ id, effectiveAt: instantInput, reason, idempotencyKey });
export const withdrawFeesInput = z.object({ id, reason, idempotencyKey });

export const feeLabInput = z.object({
  plans: feePlans,
  from: instantInput,
  until: instantInput,
  cityId: slug.nullable(),
  categoryId: slug.nullable(),
});
const labSum = z.object({
  orders: z.int(),
  baseFen: fenOut,
  currentCommissionFen: fenOut,
  draftCommissionFen: fenOut,
  currentNetFen: fenOut,
  draftNetFen: fenOut,
  better: z.int(),
  same: z.int(),
  worse: z.int(),
});
const labWorker = labSum.extend({ workerId: id, name: z.string(), changeFen: fenOut });
export const feeLabOutput = z.object({
  current: z.string(),
  /** There were more: only the latest orders of the period were counted. */
  cut: z.boolean(),
  total: labSum,
  byPlan: z.array(labSum.extend({ plan: z.enum(["life", "pro", "flat"]) })),
  byCategory: z.array(labSum.extend({ categoryId: z.string() })),
  workers: z.object({
    count: z.int(),
    better: z.int(),
    same: z.int(),
    worse: z.int(),
    decilesFen: z.array(fenOut),
    losers: z.array(labWorker),
    gainers: z.array(labWorker),
  }),
});

export type PlansInForce = z.infer<typeof plansInForceOutput>;
export type FeeVersionView = z.infer<typeof feeVersion>;
export type FeeVersionsOutput = z.infer<typeof feeVersionsOutput>;
export type SaveFeeDraftInput = z.infer<typeof saveFeeDraftInput>;
export type SaveFeeDraftOutput = z.infer<typeof saveFeeDraftOutput>;
export type ScheduleFeesInput = z.infer<typeof scheduleFeesInput>;
export type WithdrawFeesInput = z.infer<typeof withdrawFeesInput>;
export type FeeLabInput = z.infer<typeof feeLabInput>;
export type FeeLabOutput = z.infer<typeof feeLabOutput>;
