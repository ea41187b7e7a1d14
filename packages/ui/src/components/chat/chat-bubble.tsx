import { Button, VisuallyHidden } from "@mantine/core";
import { IconCheck, IconClock, IconExclamationCircle, IconShieldX } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../format/use-format.ts";
import { classNames } from "../basics/class-names.ts";
import { Avatar } from "../people/avatar.tsx";
import { knownErrorOf } from "../states/error-alert.tsx";
import classes from "./chat.module.css";
import { ChatNote } from "./chat-note.tsx";
import type { PendingMessage, SaidMessage } from "./types.ts";

export interface SaidBubbleProps {
  readonly message: SaidMessage;
  readonly otherName: string;
  /** Whether the other side has read it; of one's own. */
  readonly read: boolean;
}

/** A message in its place: one's own at the right, the other side's at the left. */
export function SaidBubble({ message, otherName, read }: SaidBubbleProps) {
  const { t } = useTranslation("common");
  const format = useFormat();
  const { mine, text, withheld, at } = message;
  const shown = text ?? (withheld ? null : t("chat.erased"));
  return (
    <>
      {shown !== null && (
        <div className={classNames(classes.line, mine ? classes.mine : classes.theirs)}>
          {!mine && <Avatar name={otherName} size={32} />}
          <div className={classNames(classes.bubble, text === null && classes.quiet)}>
            <VisuallyHidden>{mine ? t("chat.you") : otherName}: </VisuallyHidden>
            {shown}
          </div>
          <div className={classes.meta}>
            {mine && <SentMark withheld={withheld} read={read} />}
            <time dateTime={at}>{format.time(Date.parse(at))}</time>
          </div>
        </div>
      )}
      <ChatNote message={message} />
    </>
  );
}

function SentMark({ withheld, read }: { readonly withheld: boolean; readonly read: boolean }) {
  const { t } = useTranslation("common");
  if (withheld) return <Mark icon={<IconShieldX size={14} aria-hidden />} word={t("chat.notDelivered")} warn />;
  if (!read) return <Mark word={t("chat.delivered")} />;
  return <Mark icon={<IconCheck size={14} aria-hidden />} word={t("chat.read")} accent />;
}

interface MarkProps {
  readonly icon?: ReactNode;
  readonly word: string;
  readonly accent?: boolean;
  readonly warn?: boolean;
}

function Mark({ icon, word, accent, warn }: MarkProps) {
  return (
    <span className={classNames(classes.mark, accent && classes.accent, warn && classes.warn)}>
      {icon}
      {word}
    </span>
  );
}

export interface PendingBubbleProps {
  readonly message: PendingMessage;
  readonly onRetry: () => void;
  readonly onDiscard: () => void;
}

/** One's own message that has not arrived: it stays, says why, and can be sent again or let go. */
export function PendingBubble({ message, onRetry, onDiscard }: PendingBubbleProps) {
  const { t } = useTranslation("common");
  const { t: errors } = useTranslation("errors");
  const { text, state, code } = message;
  return (
    <>
      <div className={classNames(classes.line, classes.mine)}>
        <div className={classNames(classes.bubble, classes.pending)}>
          <VisuallyHidden>{t("chat.you")}: </VisuallyHidden>
          {text}
        </div>
        <div className={classes.meta}>
          {state === "refused" ? (
            <Mark icon={<IconExclamationCircle size={14} aria-hidden />} word={t("chat.refused")} warn />
          ) : (
            <Mark icon={<IconClock size={14} aria-hidden />} word={t(`chat.${state}`)} />
          )}
        </div>
      </div>
      {state !== "sending" && (
        <div className={classes.tries}>
          {code !== null && <p>{errors(knownErrorOf({ code }).code)}</p>}
          <Button variant="subtle" onClick={onRetry}>
            {t("chat.retry")}
          </Button>
          <Button variant="subtle" color="gray" onClick={onDiscard}>
            {t("chat.discard")}
          </Button>
        </div>
      )}
    </>
  );
}
