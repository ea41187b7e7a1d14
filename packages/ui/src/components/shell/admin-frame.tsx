import { ActionIcon, Drawer, VisuallyHidden } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconMenu2 } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import classes from "./admin-frame.module.css";
import appClasses from "./app-frame.module.css";
import { Brand } from "./brand.tsx";
import { CountBadge } from "./count-badge.tsx";
import { AppLink } from "./navigation.tsx";
import type { NavigationItem } from "./tab-bar.tsx";

export interface SidebarItem extends NavigationItem {
  /** Something in this queue must be seen at once: its count turns red. */
  readonly urgent?: boolean;
}

export interface SidebarGroup {
  readonly key: string;
  readonly label?: string;
  readonly items: readonly SidebarItem[];
}

export interface AdminFrameProps {
  readonly homeHref: string;
  readonly groups: readonly SidebarGroup[];
  readonly current: string;
  /** At the sidebar's foot: who is signed in. */
  readonly account?: ReactNode;
  /** The top bar: the page's title, live mark, clock, city, search, bell. */
  readonly top: ReactNode;
  readonly connection?: ReactNode;
  readonly children: ReactNode;
}

/** The admin's frame: sidebar with counts (a drawer on small screens), top bar, main part. */
export function AdminFrame({ homeHref, groups, current, account, top, connection, children }: AdminFrameProps) {
  const { t } = useTranslation("common");
  const [opened, { open, close }] = useDisclosure(false);
  const sidebar = <Sidebar groups={groups} current={current} account={account} brand={<Brand href={homeHref} admin />} />;
  return (
    <div className={classes.frame}>
      <a href="#main" className={appClasses.skip}>
        {t("shell.skip")}
      </a>
      <aside className={classes.side}>{sidebar}</aside>
      <Drawer.Root opened={opened} onClose={close} size={260}>
        <Drawer.Overlay />
        <Drawer.Content aria-label={t("shell.navigation")}>
          <Drawer.Body p={0}>{sidebar}</Drawer.Body>
        </Drawer.Content>
      </Drawer.Root>
      <div className={classes.body}>
        {connection}
        <header className={classes.top}>
          <ActionIcon className={classes.burger} aria-label={t("shell.menu")} onClick={open}>
            <IconMenu2 size={22} aria-hidden />
          </ActionIcon>
          {top}
        </header>
        <main id="main" className={classes.main} tabIndex={-1}>
          {children}
        </main>
      </div>
    </div>
  );
}

interface SidebarProps extends Pick<AdminFrameProps, "groups" | "current" | "account"> {
  readonly brand: ReactNode;
}

function Sidebar({ groups, current, account, brand }: SidebarProps) {
  const { t } = useTranslation("common");
  return (
    <div className={classes.sidebar}>
      <div className={classes.brand}>{brand}</div>
      <nav aria-label={t("shell.navigation")} className={classes.nav}>
        {groups.map((group) => (
          <div key={group.key}>
            {group.label !== undefined && <div className={classes.group}>{group.label}</div>}
            <ul>
              {group.items.map((item) => (
                <li key={item.key}>
                  <SideLink item={item} current={item.key === current} />
                </li>
              ))}
            </ul>
          </div>
        ))}
      </nav>
      {account !== undefined && <div className={classes.account}>{account}</div>}
    </div>
  );
}

function SideLink({ item, current }: { readonly item: SidebarItem; readonly current: boolean }) {
  const { t } = useTranslation("common");
  const Glyph = item.icon;
  const count = item.count ?? 0;
  return (
    <AppLink href={item.href} className={classes.item} current={current}>
      <Glyph size={20} aria-hidden />
      {item.label}
      {item.urgent ? (
        <CountBadge count={count} kind="waiting" className={classes.count} />
      ) : (
        count > 0 && (
          <span className={classes.count}>
            <span aria-hidden="true">{count}</span>
            <VisuallyHidden component="span">{t("shell.waiting", { count })}</VisuallyHidden>
          </span>
        )
      )}
    </AppLink>
  );
}
