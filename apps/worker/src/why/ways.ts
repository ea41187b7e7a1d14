import type { ReceiptView } from "@lingong/contracts";
import { type ErrorCode, errorCodes } from "@lingong/domain";

export type ExclusionCode = Extract<ErrorCode, `excluded_${string}`>;
type Unit = NonNullable<ReceiptView["improvement"]>["unit"];

/** Pages of this app where something about the next decision can be changed. */
export type Way = "/guide" | "/me/settings" | "/schedule" | "/" | "/hall" | "/me";

/** Why somebody who was ranked got no offer. */
export const passedOver = ["outranked", "offered_elsewhere", "holding_offer", "changed_meanwhile"] as const;

export function isExclusion(code: string): code is ExclusionCode {
  return code.startsWith("excluded_") && (errorCodes as readonly string[]).includes(code);
}

/** Where an exclusion can be done away with; null: nothing is to be done, or it is over by itself. */
const ways: Partial<Readonly<Record<ExclusionCode, Way>>> = {
  excluded_unverified: "/guide",
  excluded_unqualified: "/guide",
  excluded_certificate: "/guide",
  excluded_offline: "/",
  excluded_no_position: "/",
  excluded_out_of_radius: "/me/settings",
  excluded_night_first_visit: "/me/settings",
  excluded_overlapping: "/schedule",
  excluded_resting: "/schedule",
  excluded_daily_limit: "/schedule",
  excluded_night_rest: "/schedule",
  excluded_paused: "/me",
};

/** Where the smallest step begins; null: it comes with work, one need not go anywhere. */
const steps: Readonly<Record<Unit, Way | null>> = {
  certificate: "/guide",
  tags: "/me/settings",
  metres: "/hall",
  standing: "/me",
  orders: null,
  percent: "/guide",
};

/** The page where the next decision can be made to come out better, if there is one. */
export function wayOf({ reason, improvement, outcome }: ReceiptView): Way | null {
  if (outcome === "offered") return null;
  if (reason !== null && isExclusion(reason)) return ways[reason] ?? null;
  if (improvement === null) return null;
  if (improvement.unit !== "percent") return steps[improvement.unit];
  return improvement.part === "activity" ? "/schedule" : improvement.part === "response" ? null : "/guide";
}
