import type { Icon } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { classNames } from "../basics/class-names.ts";
import { CountBadge } from "./count-badge.tsx";
import { AppLink } from "./navigation.tsx";
import classes from "./tab-bar.module.css";

export interface NavigationItem {
  readonly key: string;
  readonly label: string;
  readonly icon: Icon;
  readonly href: string;
  readonly count?: number;
  /** The one filled round button in the middle. */
  readonly prominent?: boolean;
}

export interface TabBarProps {
  readonly items: readonly NavigationItem[];
  readonly current: string;
}

/** The bottom bar of a phone: up to five places. Hidden on a desk, where the header has them. */
export function TabBar({ items, current }: TabBarProps) {
  const { t } = useTranslation("common");
  return (
    <nav className={classes.bar} aria-label={t("shell.navigation")}>
      {items.map((item) => (
        <Tab key={item.key} item={item} current={item.key === current} />
      ))}
    </nav>
  );
}

function Tab({ item, current }: { readonly item: NavigationItem; readonly current: boolean }) {
  const Glyph = item.icon;
  if (item.prominent) {
    return (
      <AppLink href={item.href} className={classes.tab} current={current} label={item.label}>
        <span className={classes.round}>
          <Glyph size={26} aria-hidden />
        </span>
      </AppLink>
    );
  }
  return (
    <AppLink href={item.href} className={classNames(classes.tab, current && classes.current)} current={current}>
      <span className={classes.glyph}>
        <Glyph size={24} aria-hidden />
        <CountBadge count={item.count ?? 0} className={classes.badge} />
      </span>
      <span>{item.label}</span>
    </AppLink>
  );
}
