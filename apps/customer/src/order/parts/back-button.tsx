import { IconChevronLeft } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import classes from "../order.module.css";

/** The way back, over a map. */
export function BackButton() {
  const { t } = useTranslation("common");
  return (
    <Link to="/orders" className={classes.floating} aria-label={t("action.back")}>
      <IconChevronLeft size={24} aria-hidden />
    </Link>
  );
}
