import { AppLink } from "@lingong/ui";
import { useLocation } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { addressOf } from "../shell/address.ts";
import classes from "./fees.module.css";

/** The lab and the list of versions, side by side. */
export function FeeTabs() {
  const { t } = useTranslation("admin");
  const path = useLocation({ select: (location) => location.pathname.replace(/\/$/, "") });
  return (
    <nav className={classes.tabs} aria-label={t("fees.tabs")}>
      <AppLink href={addressOf("/fees")} className={classes.tab} current={path === "/fees"}>
        {t("fees.lab")}
      </AppLink>
      <AppLink href={addressOf("/fees/versions")} className={classes.tab} current={path === "/fees/versions"}>
        {t("fees.versions")}
      </AppLink>
    </nav>
  );
}
