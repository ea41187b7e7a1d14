import type { StepView } from "@lingong/contracts";
import { MINUTE } from "@lingong/domain";
import { Steps, useFormat, useServerNow } from "@lingong/ui";
import { useTranslation } from "react-i18next";

export interface OrderStepsProps {
  readonly steps: readonly StepView[];
  readonly zone: string;
  /** Times below the words. */
  readonly times?: boolean;
}

const words = ["pay", "accept", "travel", "arrive", "work", "confirm"] as const;
type Word = (typeof words)[number];

function isWord(key: string): key is Word {
  return (words as readonly string[]).includes(key);
}

/** An order's way from payment to confirmation, as the server tells it. */
export function OrderSteps({ steps, zone, times = false }: OrderStepsProps) {
  const { t } = useTranslation("customer");
  const format = useFormat(zone);
  const now = useServerNow(MINUTE);
  const current = steps.findIndex((step) => step.state === "current");
  const allDone = steps.every((step) => step.state === "done");
  const timeOf = ({ key, at, expected }: StepView) => {
    if (at === null) return "";
    // The day of what is ahead stands in the page's title; a step has room for a time.
    if (!expected) return format.shortMoment(Date.parse(at), now);
    const time = format.time(Date.parse(at));
    return key === "work" ? time : t("steps.about", { time });
  };
  return (
    <Steps
      label={t("steps.label")}
      current={current >= 0 ? current : allDone ? steps.length : -1}
      steps={steps.map((step) => ({
        key: step.key,
        label: isWord(step.key) ? t(`steps.${step.key}`) : step.key,
        time: times ? timeOf(step) : undefined,
      }))}
    />
  );
}
