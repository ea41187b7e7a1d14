import type { DayBlock } from "@lingong/contracts";
import { type ActionBarProps, useFormat } from "@lingong/ui";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useDeadlineText } from "../job/deadline-text.ts";
import type { StepCommand } from "../job/steps/next-step.ts";
import { useJob } from "../job/use-job.ts";

export type OrderBlock = Extract<DayBlock, { kind: "order" }>;

/** Steps that can be taken from here with one tap; the others want their own page first. */
const oneTap: Readonly<Partial<Record<StepCommand, "depart" | "confirmTime">>> = { depart: "depart", confirmTime: "confirmTime" };

/** The next thing to do today: leave, or go on with the job under way. Nothing where nothing is next. */
export function useNextJobBar(block: OrderBlock | undefined): ActionBarProps | undefined {
  const { t } = useTranslation("worker");
  const format = useFormat();
  const deadlineText = useDeadlineText();
  const navigate = useNavigate();
  const { job } = useJob(block?.orderId ?? null);
  if (block === undefined || job === null) return undefined;
  const { orderId, title: place, travelMinutes } = block;
  const step = job.next?.primary ?? null;
  const command = step === null ? undefined : oneTap[step.command];
  const details = [
    job.waiting.length > 0 ? t("job.waitingSync") : deadlineText(job.order.deadline),
    travelMinutes === null ? "" : t("today.travel", { span: format.span(travelMinutes) }),
  ].filter((part) => part !== "");
  const act = async () => {
    // A refusal is shown on the job's own page, beside what it is about.
    if (command !== undefined) await job.perform({ type: command }).catch(() => undefined);
    await navigate({ to: "/jobs/$orderId", params: { orderId } });
  };
  return {
    primary: {
      label: step === null ? t("today.openJob", { place }) : t(`today.next.${step.command}`, { place }),
      detail: details.length > 0 ? details.join(" · ") : undefined,
      loading: job.performing !== null,
      onClick: () => void act(),
    },
  };
}
