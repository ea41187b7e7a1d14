import { Button } from "@mantine/core";
import { IconMessages } from "@tabler/icons-react";
import { Fragment, useEffect, useLayoutEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../format/use-format.ts";
import { classNames } from "../basics/class-names.ts";
import { StateView } from "../states/state-view.tsx";
import classes from "./chat.module.css";
import { PendingBubble, SaidBubble } from "./chat-bubble.tsx";
import { Composer } from "./composer.tsx";
import type { PendingMessage, SaidMessage } from "./types.ts";

export interface ChatProps {
  /** Whose screen this is. */
  readonly side: SaidMessage["side"];
  readonly otherName: string;
  /** The oldest first. */
  readonly said: readonly SaidMessage[];
  readonly unsent: readonly PendingMessage[];
  /** How far the other side has read, by number. */
  readonly readByOther: number;
  /** Whether one may write now, and until when. */
  readonly open: boolean;
  readonly closesAt: string | null;
  /** There is more before the first; null: no. */
  readonly onOlder: (() => void) | null;
  readonly loadingOlder: boolean;
  readonly draft: string;
  readonly onDraft: (text: string) => void;
  readonly onSend: (text: string) => void;
  readonly onRetry: (key: string) => void;
  readonly onDiscard: (key: string) => void;
}

/** The conversation of an order: what was said, what is on its way, and where one writes. */
export function Chat(props: ChatProps) {
  const { side, otherName, said, unsent, open, closesAt, onOlder, loadingOlder, draft, onDraft, onSend } = props;
  const { t } = useTranslation("common");
  const format = useFormat();
  const quickReplies = useQuickReplies(side);
  useFollowing(said.at(-1)?.number ?? 0, unsent.length);
  return (
    <div className={classes.chat}>
      {onOlder !== null && (
        <Button variant="subtle" className={classes.older} loading={loadingOlder} onClick={onOlder}>
          {t("chat.older")}
        </Button>
      )}
      {said.length + unsent.length === 0 && (
        <StateView icon={IconMessages} title={t("chat.empty")}>
          {t("chat.emptyBody")}
        </StateView>
      )}
      <Log {...props} />
      <div className={classes.foot}>
        {closesAt !== null && (
          <p className={classes.closes}>{open ? t("chat.closes", { time: format.dateTime(Date.parse(closesAt)) }) : t("chat.closed")}</p>
        )}
        {open && <Composer key={otherName} {...{ otherName, draft, quickReplies, onDraft, onSend }} />}
      </div>
    </div>
  );
}

function Log({ otherName, said, unsent, readByOther, onRetry, onDiscard }: ChatProps) {
  const { t } = useTranslation("common");
  const format = useFormat();
  const dayOf = (message: SaidMessage | undefined) => (message === undefined ? null : format.dateWeekday(Date.parse(message.at)));
  return (
    <div role="log" aria-label={t("chat.log")} className={classes.log}>
      {said.map((message, index) => (
        <Fragment key={message.id}>
          {dayOf(message) !== dayOf(said[index - 1]) && <p className={classes.day}>{dayOf(message)}</p>}
          <SaidBubble message={message} otherName={otherName} read={message.number <= readByOther} />
        </Fragment>
      ))}
      {unsent.map((message) => (
        <PendingBubble key={message.key} message={message} onRetry={() => onRetry(message.key)} onDiscard={() => onDiscard(message.key)} />
      ))}
    </div>
  );
}

function useQuickReplies(side: SaidMessage["side"]): readonly string[] {
  const { t } = useTranslation("common");
  return side === "customer"
    ? [t("chat.quickCustomer.home"), t("chat.quickCustomer.call"), t("chat.quickCustomer.wait"), t("chat.quickCustomer.thanks")]
    : [t("chat.quickWorker.coming"), t("chat.quickWorker.here"), t("chat.quickWorker.late"), t("chat.quickWorker.ok")];
}

/** Nearer to the end than this, one follows what comes; further up, one reads on in peace. */
const near = 240;

/** The page shows the end: at first, after what one says oneself, and while one is near it. */
function useFollowing(newest: number, pending: number): void {
  const shown = useRef({ newest: 0, pending: 0 });
  const atEnd = useRef(true);
  useEffect(() => {
    const look = () => {
      atEnd.current = document.documentElement.scrollHeight - innerHeight - scrollY < near;
    };
    addEventListener("scroll", look, { passive: true });
    return () => removeEventListener("scroll", look);
  }, []);
  useLayoutEffect(() => {
    const before = shown.current;
    shown.current = { newest, pending };
    const first = before.newest === 0 && newest > 0;
    if (first || pending > before.pending || (newest > before.newest && atEnd.current)) scrollTo({ top: document.documentElement.scrollHeight });
  }, [newest, pending]);
}

/** A conversation to be read only: who said what, for those who look into a dispute. */
export function ChatRecord({ said, nameOf }: { readonly said: readonly SaidMessage[]; readonly nameOf: (side: SaidMessage["side"]) => string }) {
  const { t } = useTranslation("common");
  const format = useFormat();
  return (
    <ol className={classes.record}>
      {said.map(({ id, side, at, text, withheld, warnings }) => (
        <li key={id}>
          <span className={classes.recordHead}>
            <b>{nameOf(side)}</b> {format.dateTime(Date.parse(at))}
          </span>
          <span className={classNames(text === null && classes.quiet)}>{text ?? t("chat.erased")}</span>
          {(withheld || warnings.length > 0) && (
            <span className={classes.recordNote}>
              {withheld ? t("chat.withheldShort") : warnings.map((warning) => t(`chat.found.${warning}`)).join(" · ")}
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}
