import type { DeadlineView } from "@lingong/contracts";
import { type LifecycleRow, MINUTE } from "@lingong/domain";
import { useFormat, useServerNow } from "@lingong/ui";
import { useTranslation } from "react-i18next";

/** The timed exits a worker is told of: rows of the lifecycle, each with its sentence. */
export const toldDeadlines = [
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
  "autoConfirm",
  "closeEvidence",
  "escalateDispute",
  "decisionStands",
] as const satisfies readonly LifecycleRow[];
export type ToldDeadline = (typeof toldDeadlines)[number];

export function isTold(what: string): what is ToldDeadline {
  return (toldDeadlines as readonly string[]).includes(what);
}

/** A deadline as a sentence with its local time: `14:30 前未出发会改派`. Empty for one that is nobody's business here. */
export function useDeadlineText(zone?: string): (deadline: DeadlineView | null) => string {
  const { t } = useTranslation("worker");
  const format = useFormat(zone);
  const now = useServerNow(MINUTE);
  return (deadline) => {
    if (deadline === null || !isTold(deadline.what)) return "";
    return t(`deadline.${deadline.what}`, { time: format.shortMoment(Date.parse(deadline.at), now) });
  };
}
