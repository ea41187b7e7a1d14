import { ActionBar, BottomSheet, ChoiceChips, ErrorAlert, knownErrorOf } from "@lingong/ui";
import { Textarea } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import classes from "./sheets.module.css";

export interface ReasonSheetProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly title: string;
  /** What happens, right above the button. */
  readonly consequence: ReactNode;
  readonly label: string;
  /** Reasons to choose with one tap; words may be added. */
  readonly suggestions?: readonly string[];
  readonly confirm: string;
  readonly busy: boolean;
  /** @throws what the server refused: the sheet then stays, with the words kept. */
  readonly onConfirm: (reason: string) => Promise<void>;
}

const reasonMost = 500;

/** Asks why, once, before something that cannot be undone. */
export function ReasonSheet({ opened, onClose, title, ...rest }: ReasonSheetProps) {
  return (
    <BottomSheet opened={opened} onClose={onClose} title={title}>
      <Reason {...rest} onClose={onClose} />
    </BottomSheet>
  );
}

function Reason({ onClose, consequence, label, suggestions = [], confirm, busy, onConfirm }: Omit<ReasonSheetProps, "opened" | "title">) {
  const { t } = useTranslation("worker");
  const [chosen, setChosen] = useState<string | null>(null);
  const [words, setWords] = useState("");
  const [error, setError] = useState<unknown>(null);
  const reason = [chosen ?? "", words.trim()].filter((part) => part !== "").join(t("reason.and"));
  const send = async () => {
    try {
      await onConfirm(reason);
      onClose();
    } catch (refused) {
      setError(refused);
    }
  };
  return (
    <div className={classes.form}>
      {suggestions.length > 0 && (
        <ChoiceChips label={label} choices={suggestions.map((value) => ({ value, label: value }))} value={chosen} onChange={setChosen} />
      )}
      <Textarea
        label={suggestions.length > 0 ? t("reason.more") : label}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        maxLength={reasonMost}
        autosize
        minRows={2}
      />
      {error !== null && <ErrorAlert {...knownErrorOf(error)} />}
      <div className={classes.consequence}>{consequence}</div>
      <ActionBar placement="inline" primary={{ label: confirm, disabled: reason === "", loading: busy, onClick: () => void send() }} />
    </div>
  );
}
