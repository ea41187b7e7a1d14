import { AppLink } from "@lingong/ui";
import { useLocation } from "@tanstack/react-router";
import { addressOf } from "../shell/address.ts";
import classes from "./page-tabs.module.css";

export interface PageTab {
  readonly page: string;
  readonly name: string;
}

/** Pages that belong together, side by side; the one that is open is marked. */
export function PageTabs({ label, pages }: { readonly label: string; readonly pages: readonly PageTab[] }) {
  const path = useLocation({ select: (location) => location.pathname.replace(/\/$/, "") });
  return (
    <nav className={classes.tabs} aria-label={label}>
      {pages.map(({ page, name }) => (
        <AppLink key={page} href={addressOf(page)} className={classes.tab} current={path === page}>
          {name}
        </AppLink>
      ))}
    </nav>
  );
}
