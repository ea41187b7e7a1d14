import type { OrderView } from "@lingong/contracts";
import type { Instant } from "@lingong/domain";
import type { Format } from "@lingong/ui";
import type { TFunction } from "i18next";

const known = [
  "quotingEnds",
  "paymentEnds",
  "matchingEnds",
  "departureMissed",
  "arrivalMissed",
  "customerNoShow",
  "arrivedEnds",
  "serviceEnds",
  "pauseEnds",
  "autoConfirm",
  "closeEvidence",
  "escalateDispute",
  "decisionStands",
] as const;
type Known = (typeof known)[number];

function isKnown(what: string): what is Known {
  return (known as readonly string[]).includes(what);
}

export interface DeadlineContext {
  readonly format: Format;
  readonly now: Instant;
  readonly t: TFunction<"customer">;
}

/** `15:00 未到：重新派单或全额退款`: when the order's clock ends and what happens then; empty where there is none. */
export function deadlineText(order: Pick<OrderView, "deadline" | "terms">, { format, now, t }: DeadlineContext): string {
  if (order.deadline === null) return "";
  const { at, what } = order.deadline;
  if (!isKnown(what)) return t("deadline.other", { time: format.shortMoment(Date.parse(at), now) });
  const fault = what === "departureMissed" || what === "arrivalMissed";
  const key = fault && !order.terms.rematchAfterFault ? (`${what}Refund` as const) : what;
  return t(`deadline.${key as Known}`, { time: format.shortMoment(Date.parse(at), now) });
}
