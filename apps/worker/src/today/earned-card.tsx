import type { TodayView } from "@lingong/contracts";
import { Panel, Price } from "@lingong/ui";
import { IconChevronRight } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import classes from "./today.module.css";

/** What the day has brought, and what it will. */
export function EarnedCard({ today }: { readonly today: TodayView }) {
  const { t } = useTranslation("worker");
  return (
    <Panel flush>
      <Link to="/earnings" className={classes.earned}>
        <Price fen={today.earnedFen} size={28} label={t("today.earned")} />
        <Price fen={today.expectedFen} size={28} label={t("today.expected")} className={classes.expected} />
        <IconChevronRight size={20} aria-hidden />
      </Link>
    </Panel>
  );
}
