import type { TFunction } from "i18next";

const known = [
  "quotingEnds",
  "paymentEnds",
  "matchingEnds",
  "departureMissed",
  "arrivalMissed",
  "timeAlert",
  "rescheduleEnds",
  "askToCancelEnds",
  "customerNoShow",
  "arrivedEnds",
  "serviceEnds",
  "pauseEnds",
  "addOnEnds",
  "reminder",
  "autoConfirm",
  "closeEvidence",
  "escalateDispute",
  "decisionStands",
  "evidenceReminder",
  "arbitrationReminder",
  "decisionReminder",
] as const;
type Known = (typeof known)[number];

/** The timed rows of the lifecycle that have a sentence here. */
export const namedDeadlines: readonly string[] = known;

function isKnown(what: string): what is Known {
  return (known as readonly string[]).includes(what);
}

/** What happens when a deadline ends, in words: `无人接单，全额退款`. */
export function deadlineName(what: string, t: TFunction<"admin">): string {
  return isKnown(what) ? t(`deadline.${what}`) : t("deadline.other");
}
