import { VisuallyHidden } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { classNames } from "../basics/class-names.ts";
import classes from "./steps.module.css";

export interface Step {
  readonly key: string;
  readonly label: string;
  /** Below the label, when known: `昨 20:14`, `约 13:48`. */
  readonly time?: ReactNode;
}

export interface StepsProps {
  readonly steps: readonly Step[];
  /** Index of the step under way; the length of the list when all are done. */
  readonly current: number;
  readonly label?: string;
  readonly centred?: boolean;
  readonly className?: string;
}

/** Where something stands: equal segments with words, the current one bold in the accent. */
export function Steps({ steps, current, label, centred, className }: StepsProps) {
  const { t } = useTranslation("common");
  return (
    <ol className={classNames(classes.steps, centred && classes.centred, className)} aria-label={label}>
      {steps.map((step, index) => {
        const state = index < current ? "done" : index === current ? "current" : "todo";
        return (
          <li key={step.key} className={classNames(classes.step, classes[state])} aria-current={state === "current" ? "step" : undefined}>
            <span className={classes.segment} aria-hidden="true" />
            <span className={classes.label}>{step.label}</span>
            {step.time !== undefined && <span className={classes.time}>{step.time}</span>}
            <VisuallyHidden>{t(`steps.${state}`)}</VisuallyHidden>
          </li>
        );
      })}
    </ol>
  );
}
