import type { LadderStepView } from "@lingong/contracts";
import { CancellationLadder, Panel, useFormat } from "@lingong/ui";
import { IconCircleCheck, IconInfoCircle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useWizard } from "../draft/draft-context.tsx";
import classes from "../new-order.module.css";

/** What cancelling costs, on a time line with the order's own amounts and times. */
export function LadderCard({ ladder }: { readonly ladder: readonly LadderStepView[] }) {
  const { t } = useTranslation("customer");
  const { draft, city } = useWizard();
  const format = useFormat(city.zone);
  const { soon, startsAt } = draft.form;
  const steps = ladder.map(({ row, from, event, feeFen }) => ({ row, from: from === null ? null : Date.parse(from), event, feeFen }));
  const departed = ladder.find((step) => step.event === "departed");
  const arrived = ladder.find((step) => step.event === "arrived");
  return (
    <Panel title={t("ladder.title")} aside={t("ladder.aside", { zone: format.zoneName() })}>
      {!soon && startsAt !== null && <CancellationLadder steps={steps} startsAt={Date.parse(startsAt)} />}
      {soon && <p className={classes.text}>{t("ladder.soon")}</p>}
      <ul className={classes.notes}>
        <li>
          <IconCircleCheck size={18} aria-hidden />
          {t("ladder.free")}
        </li>
        {departed !== undefined && (
          <li data-tone="warn">
            <IconInfoCircle size={18} aria-hidden />
            {t("ladder.departed", { fee: format.money(Math.max(departed.feeFen, arrived?.feeFen ?? 0)) })}
          </li>
        )}
      </ul>
    </Panel>
  );
}
