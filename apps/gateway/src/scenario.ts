import { z } from "zod";

/** Why a bank says no. The hosted page and merchants translate these. */
export const failureReasons = [
  "insufficient_funds",
  "card_declined",
  "risk_refused",
  "bank_unavailable",
  "account_closed",
  "account_name_differs",
  "limit_exceeded",
] as const;

export const failureReason = z.enum(failureReasons);
export type FailureReason = z.infer<typeof failureReason>;

/** How an operation shall behave, asked for by the merchant, the hosted page's controls, or a test account's number. */
export const scenarioSchema = z.strictObject({
  /** Milliseconds until the result is known. */
  delayMs: z.int().min(0).max(3_600_000).optional(),
  /** Milliseconds between a result and its first webhook. */
  webhookDelayMs: z.int().min(0).max(3_600_000).optional(),
  /** How many further times each webhook is delivered. */
  duplicates: z.int().min(0).max(20).optional(),
  /** The webhook of an earlier step arrives after that of the later one. */
  outOfOrder: z.boolean().optional(),
  /** That many first attempts of each delivery vanish on the way. */
  loseFirstAttempts: z.int().min(0).max(20).optional(),
  /** The operation fails for this reason. */
  fail: failureReason.nullable().optional(),
  /** Payments only: captures another amount than was asked. */
  capturedFen: z.int().min(1).max(10_000_000_000).optional(),
  /** Payments only: the customer's bank charges that many times. */
  captures: z.int().min(1).max(3).optional(),
});

export type Scenario = z.infer<typeof scenarioSchema>;

/** A merchant's standing wishes, by kind of operation. */
export const behaviourSchema = z.strictObject({
  payment: scenarioSchema.optional(),
  refund: scenarioSchema.optional(),
  payout: scenarioSchema.optional(),
});

export type Behaviour = z.infer<typeof behaviourSchema>;

/** Later wishes win, field by field; an absent field never overrides. */
export function mergeScenarios(...scenarios: readonly (Scenario | undefined)[]): Scenario {
  const merged: Record<string, unknown> = {};
  for (const scenario of scenarios) {
    for (const [field, value] of Object.entries(scenario ?? {})) if (value !== undefined) merged[field] = value;
  }
  return scenarioSchema.parse(merged);
}
