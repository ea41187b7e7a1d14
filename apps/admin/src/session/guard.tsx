import { useAppSession } from "@lingong/client/react";
import { FailedView, ListSkeleton } from "@lingong/ui";
import { Navigate, useLocation } from "@tanstack/react-router";
import type { ReactNode } from "react";
import classes from "./session.module.css";

/** Pages for admins only: everybody else signs in first and comes back to where they wanted to go. */
export function Guard({ children }: { readonly children: ReactNode }) {
  const { me, problem } = useAppSession();
  const href = useLocation({ select: (location) => location.href });
  if (me === undefined) {
    return (
      <main className={classes.waiting}>
        {problem === null ? <ListSkeleton /> : <FailedView error={problem} onRetry={() => location.reload()} />}
      </main>
    );
  }
  if (me === null) return <Navigate to="/sign-in" search={href === "/" ? {} : { next: href }} replace />;
  return children;
}
