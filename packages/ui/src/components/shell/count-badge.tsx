import { VisuallyHidden } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { formatCount } from "../../format/money.ts";
import { classNames } from "../basics/class-names.ts";
import classes from "./count-badge.module.css";

export interface CountBadgeProps {
  readonly count: number;
  /** unread: messages not seen · waiting: items in a queue. */
  readonly kind?: "unread" | "waiting";
  readonly className?: string;
}

/** A small red count; nothing at zero. */
export function CountBadge({ count, kind = "unread", className }: CountBadgeProps) {
  const { t } = useTranslation("common");
  if (count <= 0) return null;
  return (
    <span className={classNames(classes.badge, className)}>
      <span aria-hidden="true">{count > 99 ? "99+" : formatCount(count)}</span>
      <VisuallyHidden>{t(`shell.${kind}`, { count })}</VisuallyHidden>
    </span>
  );
}
