import { useAppSession } from "@lingong/client/react";
import { AppLink, Avatar } from "@lingong/ui";
import { useTranslation } from "react-i18next";
import classes from "./account-button.module.css";
import { addressOf } from "./address.ts";

/** At the sidebar's foot: who is signed in, and with which roles; leads to one's own page. */
export function AccountButton({ current }: { readonly current: boolean }) {
  const { t } = useTranslation("admin");
  const { me } = useAppSession();
  if (me == null) return null;
  const roles = (me.admin?.roles ?? []).map((role) => t(`role.${role}`)).join(t("app.between"));
  return (
    <AppLink href={addressOf("/me")} className={classes.account} current={current} label={t("nav.me", { name: me.displayName })}>
      <Avatar name={me.displayName} imageUrl={me.avatarUrl} size={36} />
      <span className={classes.who}>
        <b>{me.displayName}</b>
        <span>{roles}</span>
      </span>
    </AppLink>
  );
}
