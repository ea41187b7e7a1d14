import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Brand } from "./brand.tsx";
import { CountBadge } from "./count-badge.tsx";
import classes from "./desk-header.module.css";
import { AppLink } from "./navigation.tsx";
import type { NavigationItem } from "./tab-bar.tsx";

export interface DeskHeaderProps {
  readonly homeHref: string;
  readonly items: readonly Pick<NavigationItem, "key" | "label" | "href" | "count">[];
  readonly current: string;
  /** Behind the brand: the city. */
  readonly place?: ReactNode;
  /** At the right: sign in and up, or bell, avatar and the order button. */
  readonly children?: ReactNode;
}

/** The header of a desk screen, 64 px. Hidden on a phone, where the tab bar has its places. */
export function DeskHeader({ homeHref, items, current, place, children }: DeskHeaderProps) {
  const { t } = useTranslation("common");
  return (
    <header className={classes.header}>
      <div className={classes.inner}>
        <Brand href={homeHref} />
        {place}
        <nav className={classes.items} aria-label={t("shell.navigation")}>
          {items.map((item) => (
            <AppLink key={item.key} href={item.href} className={classes.item} current={item.key === current}>
              {item.label}
              <CountBadge count={item.count ?? 0} />
            </AppLink>
          ))}
        </nav>
        <div className={classes.right}>{children}</div>
      </div>
    </header>
  );
}
