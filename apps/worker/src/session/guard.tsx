import { useAppSession } from "@lingong/client/react";
import { FailedView, ListSkeleton, Page } from "@lingong/ui";
import { useNavigate } from "@tanstack/react-router";
import { type ReactNode, useEffect } from "react";
import { useTranslation } from "react-i18next";

export interface GuardProps {
  readonly access: "anyone" | "signed_in" | "registered";
  /** The page that is asked for, to come back to it. */
  readonly path: string;
  readonly children: ReactNode;
}

/** Who may see a page: everyone else signs in, or gives their name first, and comes back to it. */
export function Guard({ access, path, children }: GuardProps) {
  const { me, problem } = useAppSession();
  if (access === "anyone") return children;
  if (me === undefined) return <Asking problem={problem} />;
  if (me === null) return <Redirect to="/sign-in" next={path} />;
  if (access === "registered" && me.worker === null) return <Redirect to="/join" />;
  return children;
}

/** It is not known yet who this is, or it could not be asked. */
function Asking({ problem }: { readonly problem: unknown }) {
  const { t } = useTranslation("worker");
  return <Page title={t("app.title")}>{problem === null ? <ListSkeleton /> : <FailedView error={problem} onRetry={() => location.reload()} />}</Page>;
}

interface RedirectProps {
  readonly to: "/sign-in" | "/join";
  readonly next?: string;
}

/** Goes there once, and not again with each drawing while the page is on its way. */
function Redirect({ to, next = "/" }: RedirectProps) {
  const navigate = useNavigate();
  useEffect(() => {
    void navigate({ to, search: next === "/" ? {} : { next }, replace: true });
  }, [navigate, to, next]);
  return null;
}
