import { useAppSession } from "@lingong/client/react";
import { AppLink, Avatar, CountBadge, DeskHeader, LanguageMenu } from "@lingong/ui";
import { IconBell, IconPlus } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { LinkButton } from "../components/link-button.tsx";
import { useHome } from "../home/use-home.ts";
import { CityMenu } from "./city-menu.tsx";
import { useHeaderItems } from "./navigation-items.ts";
import classes from "./shell.module.css";

export interface CustomerHeaderProps {
  readonly current: string;
}

/** The desk's header: where one can go, and at its right sign-up, or bell, account and the order button. */
export function CustomerHeader({ current }: CustomerHeaderProps) {
  const { t } = useTranslation("customer");
  const items = useHeaderItems();
  const { me } = useAppSession();
  return (
    <DeskHeader homeHref="/" items={items} current={current} place={<CityMenu look="header" />}>
      {me == null && <LanguageMenu />}
      <a href="/worker/" className={classes.quietLink}>
        {t("nav.become")}
      </a>
      {me == null ? <SignedOutButtons /> : <Account name={me.displayName} imageUrl={me.avatarUrl} />}
    </DeskHeader>
  );
}

function SignedOutButtons() {
  const { t } = useTranslation("common");
  return (
    <>
      <LinkButton to="/sign-in" variant="default">
        {t("action.signIn")}
      </LinkButton>
      <LinkButton to="/sign-in">{t("action.signUp")}</LinkButton>
    </>
  );
}

function Account({ name, imageUrl }: { readonly name: string; readonly imageUrl: string | null }) {
  const { t } = useTranslation("customer");
  return (
    <>
      <NotificationBell size={22} />
      <AppLink href="/me" className={classes.account} label={t("nav.account", { name })}>
        <Avatar name={name} imageUrl={imageUrl} size={36} tone="neutral" />
      </AppLink>
      <LinkButton to="/categories" leftSection={<IconPlus size={20} aria-hidden />}>
        {t("nav.order")}
      </LinkButton>
    </>
  );
}

/** The bell with the number of unread notices. */
export function NotificationBell({ size }: { readonly size: number }) {
  const { t } = useTranslation("common");
  const { data: home } = useHome();
  const unread = home?.unreadNotifications ?? 0;
  const label = unread === 0 ? t("shell.notifications") : t("shell.notificationsCount", { count: unread });
  return (
    <AppLink href="/notifications" label={label} className={classes.bell}>
      <IconBell size={size} aria-hidden />
      <span aria-hidden="true">
        <CountBadge count={unread} className={classes.bellCount} />
      </span>
    </AppLink>
  );
}
