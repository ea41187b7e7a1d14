import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { CodeEntry } from "../forms/code-entry.tsx";
import { PhoneInput } from "../forms/phone-input.tsx";
import { ErrorAlert, knownErrorOf } from "../states/error-alert.tsx";
import classes from "./session.module.css";

/** Signing in by number and code, as far as it has come. */
export interface CodeStep {
  readonly phone: string;
  readonly setPhone: (digits: string) => void;
  readonly code: string;
  readonly setCode: (digits: string) => void;
  /** Null: no code was sent yet. Its instants in ISO. */
  readonly sent: { readonly expiresAt: string; readonly resendAt: string } | null;
  readonly sending: boolean;
  readonly triesLeft: number;
  readonly error: unknown;
  readonly busy: boolean;
  readonly submit: (code: string) => void;
  readonly resend: () => void;
  /** Another number: what was sent is forgotten. */
  readonly changePhone: () => void;
}

export interface PhoneAndCodeProps {
  readonly signIn: CodeStep;
  /** The form is all there is to do: the number has the focus. */
  readonly autoFocus?: boolean;
  /** Asked for together with the number, before a code is sent: a password. */
  readonly beforeCode?: ReactNode;
  /** Under the boxes: another way to a code. */
  readonly hint?: string;
}

/** The number, then six boxes with expiry, tries and resending. */
export function PhoneAndCode({ signIn, autoFocus = false, beforeCode, hint }: PhoneAndCodeProps) {
  const { t } = useTranslation("common");
  const { sent } = signIn;
  return (
    <div className={classes.fields}>
      <PhoneInput
        value={signIn.phone}
        onChange={signIn.setPhone}
        readOnly={sent !== null}
        autoFocus={autoFocus && sent === null}
        right={
          sent !== null && (
            <Button variant="subtle" onClick={signIn.changePhone}>
              {t("phone.change")}
            </Button>
          )
        }
        rightWidth={88}
      />
      {sent === null ? (
        beforeCode
      ) : (
        <CodeEntry
          value={signIn.code}
          onChange={signIn.setCode}
          onComplete={signIn.submit}
          autoFocus
          disabled={signIn.busy}
          hint={hint}
          expiresAt={Date.parse(sent.expiresAt)}
          resendAt={Date.parse(sent.resendAt)}
          triesLeft={signIn.triesLeft}
          onResend={signIn.resend}
          resending={signIn.sending}
        />
      )}
      {signIn.error !== null && <ErrorAlert {...knownErrorOf(signIn.error)} />}
    </div>
  );
}
