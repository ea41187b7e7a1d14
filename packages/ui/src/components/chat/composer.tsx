import { ActionIcon, Textarea } from "@mantine/core";
import { IconSend2 } from "@tabler/icons-react";
import { type FormEvent, type KeyboardEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import classes from "./chat.module.css";

/** As the server takes it. */
const textMost = 500;
const countFrom = 50;

export interface ComposerProps {
  readonly otherName: string;
  /** What was typed before. */
  readonly draft: string;
  /** What one tap says. */
  readonly quickReplies: readonly string[];
  readonly onDraft: (text: string) => void;
  readonly onSend: (text: string) => void;
}

/** Where one writes: a field that grows, what is often said, and one button. */
export function Composer({ otherName, draft, quickReplies, onDraft, onSend }: ComposerProps) {
  const { t } = useTranslation("common");
  const [text, setText] = useState(draft);
  const left = textMost - text.length;
  const write = (next: string) => {
    setText(next);
    onDraft(next);
  };
  const send = () => {
    const words = text.trim();
    if (words === "") return;
    onSend(words);
    write("");
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send();
  };
  return (
    <form className={classes.composer} onSubmit={submit}>
      <fieldset className={classes.quickReplies} aria-label={t("chat.quick")}>
        {quickReplies.map((reply) => (
          <button key={reply} type="button" className={classes.quickReply} onClick={() => onSend(reply)}>
            {reply}
          </button>
        ))}
      </fieldset>
      <div className={classes.row}>
        <Textarea
          className={classes.field}
          aria-label={t("chat.write", { name: otherName })}
          placeholder={t("chat.placeholder")}
          autosize
          minRows={1}
          maxRows={5}
          maxLength={textMost}
          value={text}
          onChange={(event) => write(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (!sends(event)) return;
            event.preventDefault();
            send();
          }}
        />
        <ActionIcon type="submit" variant="filled" size={44} radius="xl" aria-label={t("chat.send")} disabled={text.trim() === ""}>
          <IconSend2 size={22} aria-hidden />
        </ActionIcon>
      </div>
      {left <= countFrom && <p className={classes.left}>{t("chat.left", { count: left })}</p>}
    </form>
  );
}

/** Enter sends on a keyboard; not while an input method still composes, and on a touch screen it begins a new line. */
function sends({ key, shiftKey, nativeEvent }: KeyboardEvent): boolean {
  return key === "Enter" && !shiftKey && !nativeEvent.isComposing && !matchMedia("(pointer: coarse)").matches;
}
