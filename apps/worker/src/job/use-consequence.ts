import { useFormat } from "@lingong/ui";
import { useTranslation } from "react-i18next";
import { useDeadlineText } from "./deadline-text.ts";
import type { Available } from "./steps/available.ts";
import type { StepCommand } from "./steps/next-step.ts";
import type { Job } from "./use-job.ts";

/** What taking a step brings: its own sentence, the money that moves, the clock that then runs. */
export function useConsequence(job: Job): (step: Available & { readonly command: StepCommand }) => string {
  const { t } = useTranslation("worker");
  const format = useFormat(job.order.zone);
  const deadlineText = useDeadlineText(job.order.zone);
  return ({ command, consequence }) => {
    if (consequence === null) return t("job.offlineStep");
    const parts = [
      t(`job.consequence.${command}`),
      consequence.workerReceivesFen > 0 ? t("job.youReceive", { amount: format.money(consequence.workerReceivesFen) }) : "",
      deadlineText(consequence.next),
    ];
    return parts.filter((part) => part !== "").join(t("job.and"));
  };
}
