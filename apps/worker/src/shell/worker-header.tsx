import { useAppSession, useIsSignedIn } from "@lingong/client/react";
import { AppLink, Avatar, DeskHeader, LanguageMenu } from "@lingong/ui";
import { useTranslation } from "react-i18next";
import { addressOf } from "./address.ts";
import { useTabs } from "./navigation-items.ts";
import { NotificationBell } from "./notification-bell.tsx";
import classes from "./shell.module.css";

/** The desk's header: the five places, the bell and the account. */
export function WorkerHeader({ current }: { readonly current: string }) {
  const { t } = useTranslation("worker");
  const tabs = useTabs();
  const { me } = useAppSession();
  const registered = useIsSignedIn() && me?.worker != null;
  return (
    <DeskHeader homeHref={addressOf("/")} items={registered ? tabs : []} current={current}>
      {!registered && (
        <>
          <LanguageMenu />
          <a href="/" className={classes.quietLink}>
            {t("nav.customers")}
          </a>
        </>
      )}
      {registered && (
        <>
          <NotificationBell />
          <AppLink href={addressOf("/me")} className={classes.account} label={t("nav.account", { name: me.displayName })}>
            <Avatar name={me.displayName} imageUrl={me.avatarUrl} size={36} />
          </AppLink>
        </>
      )}
    </DeskHeader>
  );
}
