import { type PlanProblem, triedAmounts } from "@lingong/domain";
import { Panel, useFormat } from "@lingong/ui";
import { IconAlertTriangle, IconCircleCheck } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import classes from "./fees.module.css";
import { useNumberName } from "./use-number-name.ts";

/** What is wrong with the draft, number by number; else what was checked. */
export function RuleChecks({ problems }: { readonly problems: readonly PlanProblem[] }) {
  const { t } = useTranslation("admin");
  const format = useFormat();
  const { nameOf, problemOf } = useNumberName();
  const checked = [
    [t("fees.rule.range"), null],
    [t("fees.rule.net"), t("fees.rule.netAbout", { formatted: format.count(triedAmounts) })],
    [t("fees.rule.regular"), null],
    [t("fees.rule.future"), null],
  ] as const;
  return (
    <Panel title={t("fees.rules")} tone={problems.length > 0 ? "warn" : "plain"}>
      <ul className={classes.checks} aria-live="polite">
        {problems.map((problem) => (
          <li key={`${problem.path} ${problem.code}`} data-broken>
            <IconAlertTriangle size={20} aria-hidden />
            <span>
              <b>{nameOf(problem.path)}</b>
              <small>{problemOf(problem)}</small>
            </span>
          </li>
        ))}
        {problems.length === 0 &&
          checked.map(([rule, about]) => (
            <li key={rule}>
              <IconCircleCheck size={20} aria-hidden />
              <span>
                {rule}
                {about !== null && <small>{about}</small>}
              </span>
            </li>
          ))}
      </ul>
    </Panel>
  );
}
