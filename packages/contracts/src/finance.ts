import { z } from "zod";
import { done, fenOut, id, idempotencyKey, instant, localDay, pageInput, pageOf } from "./common.ts";

export const accountsInput = pageInput.extend({ kind: z.enum(["escrow", "worker"]) });
export const accountPosition = z.object({ account: z.string(), fen: fenOut, ownerName: z.string().nullable() });
export const accountsOutput = pageOf(accountPosition);

export const escrowAges = z.object({
  at: instant,
  /** By how long the money has lain there, the youngest first; `untilHours` null: without an upper bound. */
  ages: z.array(z.object({ fromHours: z.int(), untilHours: z.int().nullable(), orders: z.int(), fen: fenOut })),
  oldest: z.array(z.object({ orderId: id, fen: fenOut, since: instant, state: z.string().nullable() })),
});

export const moving = z.object({
  key: z.string(),
  kind: z.enum(["refund", "payout"]),
  fen: fenOut,
  /** `failed`: refused for good, a person sees to it. */
  state: z.enum(["pending", "sent", "failed"]),
  attempts: z.int(),
  orderId: id.nullable(),
  worker: z.object({ id, name: z.string() }).nullable(),
  error: z.string().nullable(),
  since: instant,
  touchedAt: instant,
});

const sides = z.object({ statementFen: fenOut, ledgerFen: fenOut });
export const difference = z.object({
  kind: z.enum(["not_in_ledger", "extra_capture", "unknown_reference", "amount_differs", "not_settled", "not_in_statement", "failed_at_provider"]),
  what: z.enum(["capture", "refund", "payout"]),
  reference: z.string(),
  objectId: z.string().nullable(),
  statementFen: fenOut.nullable(),
  ledgerFen: fenOut.nullable(),
  orderId: id.nullable(),
  withdrawalId: id.nullable(),
  at: instant,
});
export const reconciliation = z.object({
  day: localDay,
  at: instant,
  /** Who asked for it; null: the daily job. */
  byName: z.string().nullable(),
  /** Over at the provider: a running day may still gain lines on either side. */
  complete: z.boolean(),
  lines: z.int(),
  matched: z.int(),
  differing: z.int(),
  totals: z.object({ captures: sides, refunds: sides, payouts: sides }),
  /** The first five hundred. */
  differences: z.array(difference),
});
export const reconciliationsOutput = z.object({
  provider: z.string(),
  /** Today by the platform's clock: the day compared when none is named. */
  today: localDay,
  days: z.array(reconciliation),
});
export const reconcileInput = z.object({ day: localDay, idempotencyKey });
export const reconcileOutput = done.extend({ differing: z.int() });

export type AccountsInput = z.infer<typeof accountsInput>;
export type AccountPositionView = z.infer<typeof accountPosition>;
export type AccountsOutput = z.infer<typeof accountsOutput>;
export type EscrowAges = z.infer<typeof escrowAges>;
export type Moving = z.infer<typeof moving>;
export type DifferenceView = z.infer<typeof difference>;
export type ReconciliationView = z.infer<typeof reconciliation>;
export type ReconciliationsOutput = z.infer<typeof reconciliationsOutput>;
export type ReconcileInput = z.infer<typeof reconcileInput>;
export type ReconcileOutput = z.infer<typeof reconcileOutput>;
