import { useAppSession } from "@lingong/client/react";
import { CountBadge } from "@lingong/ui";
import { ActionIcon } from "@mantine/core";
import { IconBell } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import classes from "./shell.module.css";

export interface NotificationBellProps {
  /** In a page's head: a desk has one in its header. */
  readonly phoneOnly?: boolean;
}

/** The bell with the number of unread notices. */
export function NotificationBell({ phoneOnly = false }: NotificationBellProps) {
  const { t } = useTranslation("common");
  const { me } = useAppSession();
  const unread = me?.unreadNotifications ?? 0;
  const label = unread === 0 ? t("shell.notifications") : t("shell.notificationsCount", { count: unread });
  return (
    <ActionIcon component={Link} to="/notifications" aria-label={label} className={`${classes.bell} ${phoneOnly ? classes.phoneOnly : ""}`}>
      <IconBell size={24} aria-hidden />
      <span aria-hidden="true" className={classes.bellCount}>
        <CountBadge count={unread} />
      </span>
    </ActionIcon>
  );
}
