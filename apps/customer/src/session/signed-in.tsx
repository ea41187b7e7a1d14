import { useAppSession } from "@lingong/client/react";
import type { Me } from "@lingong/contracts";
import { ListSkeleton, Page } from "@lingong/ui";
import { Navigate, useLocation } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

/** A page for those who are signed in: everyone else signs in first and comes back to it. */
export function SignedIn({ children }: { readonly children: (me: Me) => ReactNode }) {
  const { t } = useTranslation("customer");
  const { me } = useAppSession();
  const href = useLocation({ select: (location) => location.href });
  if (me === undefined) {
    return (
      <Page title={t("app.title")}>
        <ListSkeleton />
      </Page>
    );
  }
  if (me === null) return <Navigate to="/sign-in" search={{ next: href }} replace />;
  return children(me);
}
