import { AppLink } from "@lingong/ui";
import { useLocation } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { addressOf } from "../shell/address.ts";
import classes from "./money.module.css";

const pages = [
  ["balance", "/money"],
  ["accounts", "/money/accounts"],
  ["escrow", "/money/escrow"],
  ["moving", "/money/moving"],
  ["journal", "/money/journal"],
  ["reconciliation", "/money/reconciliation"],
] as const;

/** The ways into the books, side by side. */
export function MoneyTabs() {
  const { t } = useTranslation("admin");
  const path = useLocation({ select: (location) => location.pathname.replace(/\/$/, "") });
  return (
    <nav className={classes.tabs} aria-label={t("finance.tabs")}>
      {pages.map(([key, page]) => (
        <AppLink key={key} href={addressOf(page)} className={classes.tab} current={path === page}>
          {t(`finance.${key}`)}
        </AppLink>
      ))}
    </nav>
  );
}
