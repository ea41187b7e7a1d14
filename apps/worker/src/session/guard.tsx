import { useAppSession } from "@lingong/client/react";
import { FailedView, ListSkeleton, Page } from "@lingong/ui";
import { Navigate, useLocation } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

export interface GuardProps {
  readonly access: "anyone" | "signed_in" | "registered";
  readonly children: ReactNode;
}

/** Who may see a page: everyone else signs in, or gives their name first, and comes back to it. */
export function Guard({ access, children }: GuardProps) {
  const { t } = useTranslation("worker");
  const { me, problem } = useAppSession();
  const href = useLocation({ select: (location) => location.href });
  if (access === "anyone") return children;
  if (me === undefined) {
    return (
      <Page title={t("app.title")}>{problem === null ? <ListSkeleton /> : <FailedView error={problem} onRetry={() => location.reload()} />}</Page>
    );
  }
  if (me === null) return <Navigate to="/sign-in" search={href === "/" ? {} : { next: href }} replace />;
  if (access === "registered" && me.worker === null) return <Navigate to="/join" replace />;
  return children;
}
