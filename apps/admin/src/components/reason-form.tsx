import { ErrorAlert, knownErrorOf, Points } from "@lingong/ui";
import { Button, Textarea } from "@mantine/core";
import type { FormEvent, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import classes from "./reason-form.module.css";
import { useDeviceDraft } from "./use-device-draft.ts";

export interface ReasonFormProps {
  /** Under which name a half-written reason survives. */
  readonly name: string;
  /** What the field asks for; "reason" unless said. */
  readonly label?: string;
  /** Who will read it. */
  readonly about: string;
  /** What the button does. */
  readonly action: ReactNode;
  /** Ends something that somebody counts on. */
  readonly danger?: boolean;
  /** Whether everything else that is asked for is there. */
  readonly ready?: boolean;
  readonly change: { readonly error: unknown; readonly isPending: boolean };
  /** `forget` is called once it has arrived: until then the words are kept. */
  readonly onSend: (reason: string, forget: () => void) => void;
  /** What it does, and what else it asks for. */
  readonly children?: ReactNode;
  /** What stands between the reason and the button: the money that moves. */
  readonly consequence?: ReactNode;
}

/** A step that nobody takes without giving a reason: what follows, the reason, one button. */
export function ReasonForm({ name, label, about, action, danger, ready = true, change, onSend, children, consequence }: ReasonFormProps) {
  const { t } = useTranslation("admin");
  const [reason, setReason] = useDeviceDraft(name);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSend(reason, () => setReason(""));
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      {children}
      <Textarea
        label={label ?? t("action.reason")}
        description={about}
        required
        autosize
        minRows={3}
        maxLength={500}
        data-autofocus
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {consequence}
      {change.error !== null && <ErrorAlert {...knownErrorOf(change.error)} />}
      <Button type="submit" size="lg" color={danger ? "red" : undefined} loading={change.isPending} disabled={!ready || reason.trim() === ""}>
        {action}
      </Button>
    </form>
  );
}

/** What a step brings about, one line each. */
export function Effects({ effects }: { readonly effects: readonly string[] }) {
  return <Points size={13} points={effects.map((effect) => ({ key: effect, children: effect }))} />;
}
