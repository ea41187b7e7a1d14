import type { OrderView } from "@lingong/contracts";
import { defaultPolicy, MINUTE } from "@lingong/domain";
import { useFormat } from "@lingong/ui";
import { useTranslation } from "react-i18next";
import { type ToldDeadline, useDeadlineText } from "./deadline-text.ts";
import type { Available } from "./steps/available.ts";
import type { StepCommand } from "./steps/next-step.ts";
import type { Job } from "./use-job.ts";

/** The clocks that a step starts; others may be nearer (an add-on's), and are not what it is about. */
const starts: Readonly<Partial<Record<StepCommand, readonly ToldDeadline[]>>> = {
  confirmTime: ["departureMissed"],
  depart: ["arrivalMissed"],
  arrive: ["arrivedEnds", "customerNoShow"],
  start: ["serviceEnds"],
  pause: ["pauseEnds"],
};

/** How long the customer has to confirm, in whole minutes. */
export function confirmMinutes({ category }: Pick<OrderView, "category">): number {
  const { confirmOnSite, confirmRemote } = defaultPolicy.lifecycle;
  return (category.mode === "remote" ? confirmRemote : confirmOnSite) / MINUTE;
}

/** What taking a step brings: its own sentence, the money that moves, the clock that then runs. */
export function useConsequence(job: Job): (step: Available & { readonly command: StepCommand }) => string {
  const { t } = useTranslation("worker");
  const format = useFormat(job.order.zone);
  const deadlineText = useDeadlineText(job.order.zone);
  return ({ command, consequence }) => {
    if (consequence === null) return t("job.offlineStep");
    const told = starts[command]?.some((what) => what === consequence.next?.what) === true;
    const parts = [
      t(`job.consequence.${command}`, { span: format.span(confirmMinutes(job.order)) }),
      consequence.workerReceivesFen > 0 ? t("job.youReceive", { amount: format.money(consequence.workerReceivesFen) }) : "",
      told ? deadlineText(consequence.next) : "",
    ];
    return parts.filter((part) => part !== "").join(t("job.and"));
  };
}
