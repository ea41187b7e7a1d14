import { ErrorAlert, knownErrorOf } from "@lingong/ui";
import { Button, Textarea } from "@mantine/core";
import type { FormEvent, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useDeviceDraft } from "../components/use-device-draft.ts";
import classes from "./fees.module.css";

export interface SignFormProps {
  /** Under which name a half-written reason survives. */
  readonly name: string;
  readonly action: string;
  readonly danger?: boolean;
  readonly ready?: boolean;
  readonly change: { readonly error: unknown; readonly isPending: boolean };
  readonly onSign: (reason: string, forget: () => void) => void;
  /** What it does, and what else it asks for. */
  readonly children: ReactNode;
}

/** A step of a version with its reason: nothing about rates happens without one. */
export function SignForm({ name, action, danger, ready = true, change, onSign, children }: SignFormProps) {
  const { t } = useTranslation("admin");
  const [reason, setReason] = useDeviceDraft(`fees.${name}`);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSign(reason, () => setReason(""));
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      {children}
      <Textarea
        label={t("fees.reason")}
        description={t("fees.reasonAbout")}
        required
        autosize
        minRows={3}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {change.error !== null && <ErrorAlert {...knownErrorOf(change.error)} />}
      <Button type="submit" size="lg" color={danger ? "red" : undefined} loading={change.isPending} disabled={!ready || reason.trim() === ""}>
        {action}
      </Button>
    </form>
  );
}
