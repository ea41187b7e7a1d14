import { FailedView } from "@lingong/ui";
import type { ErrorComponentProps } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Screen } from "./screen.tsx";

/** A page that broke: what is safe, and again. The rest of the app stands. */
export function RouteFailed({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation("common");
  return (
    <Screen title={t("state.failed")}>
      <FailedView error={error} onRetry={reset} />
    </Screen>
  );
}
