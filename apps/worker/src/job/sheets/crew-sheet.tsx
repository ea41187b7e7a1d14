import { ActionBar, BottomSheet, NumberStepper } from "@lingong/ui";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import classes from "./sheets.module.css";

export interface CrewSheetProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly ordered: number;
  readonly onConfirm: (headcount: number) => void;
}

/** How many of a team have come: the bill counts those who work. */
export function CrewSheet({ opened, onClose, ordered, onConfirm }: CrewSheetProps) {
  const { t } = useTranslation("worker");
  const [count, setCount] = useState(ordered);
  return (
    <BottomSheet opened={opened} onClose={onClose} title={t("crew.title")}>
      <div className={classes.form}>
        <p className={classes.second}>{count < ordered ? t("crew.fewer", { ordered }) : t("crew.all", { ordered })}</p>
        <NumberStepper label={t("crew.label")} value={count} onChange={setCount} least={1} most={ordered} unit={t("join.people")} />
        <ActionBar placement="inline" primary={{ label: t("crew.confirm", { count }), onClick: () => onConfirm(count) }} />
      </div>
    </BottomSheet>
  );
}
