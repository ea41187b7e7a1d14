import { FailedView } from "@lingong/ui";
import type { ErrorComponentProps } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import classes from "./not-found.module.css";
import { PageTitle } from "./page-title.tsx";

/** A page that broke: what is safe, and again. The rest of the app stands. */
export function RouteFailed({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation("common");
  return (
    <div className={classes.page}>
      <PageTitle>{t("state.failed")}</PageTitle>
      <FailedView error={error} onRetry={reset} />
    </div>
  );
}
