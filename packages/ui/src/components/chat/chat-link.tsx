import { MINUTE } from "@lingong/domain";
import { IconMessage } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../format/use-format.ts";
import { useServerNow } from "../../time/server-clock.tsx";
import { CountBadge } from "../shell/count-badge.tsx";
import { AppLink } from "../shell/navigation.tsx";
import classes from "./chat.module.css";
import type { SaidMessage } from "./types.ts";

export interface ChatLinkProps {
  readonly href: string;
  readonly otherName: string;
  /** Null: nothing was said yet. */
  readonly last: SaidMessage | null;
  readonly unread: number;
}

/** The way to the conversation: the last thing said, and how much is new. */
export function ChatLink({ href, otherName, last, unread }: ChatLinkProps) {
  const { t } = useTranslation("common");
  const format = useFormat();
  const now = useServerNow(MINUTE);
  return (
    <AppLink href={href} className={classes.link}>
      <span className={classes.linkIcon}>
        <IconMessage size={22} aria-hidden />
        <CountBadge count={unread} className={classes.count} />
      </span>
      <span className={classes.linkText}>{last === null ? t("chat.write", { name: otherName }) : <LastWords last={last} />}</span>
      {last !== null && <time dateTime={last.at}>{format.shortMoment(Date.parse(last.at), now)}</time>}
    </AppLink>
  );
}

function LastWords({ last: { text, withheld, mine } }: { readonly last: SaidMessage }) {
  const { t } = useTranslation("common");
  if (withheld) return t("chat.withheldShort");
  if (text === null) return t("chat.erased");
  return (
    <>
      {mine && `${t("chat.you")}: `}
      {t("chat.quoted", { text })}
    </>
  );
}
