import { z } from "zod";
import { fenOut, instant } from "./common.ts";

export const paymentView = z.object({
  /** Of a stray capture the provider's own name of it. */
  id: z.string(),
  purpose: z.enum(["order", "raise", "add_on", "tip"]),
  fen: fenOut,
  state: z.enum(["awaited", "captured", "void"]),
  refundedFen: fenOut,
  capturedAt: instant.nullable(),
  provider: z.string().nullable(),
});

export const billLine = z.object({
  kind: z.enum(["time", "item", "travel", "cancellation_fee", "awarded", "tip"]),
  fen: fenOut,
  commissionable: z.boolean(),
  minutes: z.int().nullable(),
  title: z.string().nullable(),
});

/** The bill: final once there is one, before that what finishing now would bill. */
export const billView = z.object({
  final: z.boolean(),
  workedMinutes: z.int(),
  billedMinutes: z.int(),
  authorisedMinutes: z.int(),
  lines: z.array(billLine),
  prepaidFen: fenOut,
  totalFen: fenOut,
  workerNetFen: fenOut,
  commissionFen: fenOut,
  commissionRate: z.int(),
  refundFen: fenOut,
});

/** A line that came back, at the rate it was charged at; minutes, rate and heads where the amount is their product. */
export const refundLine = z.object({
  kind: z.enum(["time", "raise", "extra_time", "item", "travel", "tip", "stray", "cancellation_fee", "awarded", "rest"]),
  title: z.string().nullable(),
  minutes: z.int().nullable(),
  rateFenPerHour: fenOut.nullable(),
  headcount: z.int().nullable(),
  fen: fenOut,
});

export const segmentView = z.object({ kind: z.enum(["work", "pause"]), from: instant, to: instant.nullable(), minutes: z.int() });

export const serviceView = z.object({
  startedAt: instant,
  finishedAt: instant.nullable(),
  segments: z.array(segmentView),
  workedMinutes: z.int(),
  billedMinutes: z.int(),
  costSoFarFen: fenOut,
  /** Null: paused, finished, or all that is authorised is reached. */
  nextQuarterAt: instant.nullable(),
  headcount: z.int(),
});

export type PaymentView = z.infer<typeof paymentView>;
export type BillLineView = z.infer<typeof billLine>;
export type RefundLine = z.infer<typeof refundLine>;
export type BillView = z.infer<typeof billView>;
export type SegmentView = z.infer<typeof segmentView>;
export type ServiceView = z.infer<typeof serviceView>;
