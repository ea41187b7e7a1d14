import type { DeadlineView } from "@lingong/contracts";
import { HOUR } from "@lingong/domain";
import { useFormat, useTimeLeft } from "@lingong/ui";
import { useTranslation } from "react-i18next";
import { deadlineName } from "../dossier/deadline-name.ts";
import classes from "./orders.module.css";

/** What ends when, in a table: the time left and what happens then. */
export function DeadlineCell({ deadline }: { readonly deadline: DeadlineView | null }) {
  const { t } = useTranslation("admin");
  if (deadline === null) return <span className={classes.quiet}>{t("orders.noDeadline")}</span>;
  return <Left deadline={deadline} />;
}

function Left({ deadline }: { readonly deadline: DeadlineView }) {
  const { t } = useTranslation("admin");
  const format = useFormat();
  const left = useTimeLeft(Date.parse(deadline.at));
  return (
    <span className={classes.deadline}>
      {left < HOUR ? format.countdown(left) : format.lasted(left)}
      <small>{deadlineName(deadline.what, t)}</small>
    </span>
  );
}
