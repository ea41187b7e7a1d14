import type { ErrorCode } from "@lingong/domain";

/** The parts of a dispatch score (§6), in the order they are shown. */
export const scoreParts = ["skill", "distance", "standing", "history", "activity", "response", "profile", "fairness"] as const;
export type ScorePart = (typeof scoreParts)[number];

/** The risk flags of an offer (§6). */
export const riskFlags = ["far", "vague", "low", "new_customer", "harsh"] as const;
export type RiskFlag = (typeof riskFlags)[number];

/** Why a worker was not eligible (§6): a subset of the error codes. */
export type ExclusionCode = Extract<ErrorCode, `excluded_${string}`>;
