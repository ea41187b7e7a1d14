import { useCodeRequest, useTRPC } from "@lingong/client/react";
import type { Me } from "@lingong/contracts";
import { CodeEntry, ErrorAlert, knownErrorOf, PhoneInput } from "@lingong/ui";
import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { deviceNameOf } from "./device-name.ts";
import classes from "./sign-in.module.css";

export interface CodeFormProps {
  /** Known already: a session that has expired. */
  readonly phone: string;
  readonly onPhone: (phone: string) => void;
  /** On the button, once the code is there. */
  readonly submitLabel: string;
  readonly onSignedIn: (who: Me) => void;
}

const phoneDigits = 11;

/** Signing in, or up, by a code: the number first, then six boxes with expiry, tries and resending. */
export function CodeForm({ phone, onPhone, submitLabel, onSignedIn }: CodeFormProps) {
  const { t, i18n } = useTranslation("customer");
  const trpc = useTRPC();
  const request = useCodeRequest();
  const [code, setCode] = useState("");
  const [wrongTries, setWrongTries] = useState(0);
  const signIn = useMutation(
    trpc.accounts.signInWithCode.mutationOptions({
      onSuccess: ({ me }) => onSignedIn(me),
      onError: () => {
        setWrongTries((tries) => tries + 1);
        setCode("");
      },
    }),
  );
  const submit = (digits: string) =>
    signIn.mutate({ phone, code: digits, deviceName: deviceNameOf(navigator.userAgent), locale: i18n.language === "en" ? "en" : "zh-CN" });
  const send = () => {
    setWrongTries(0);
    signIn.reset();
    setCode("");
    request.send(phone);
  };
  const change = () => {
    request.forget();
    signIn.reset();
    setCode("");
  };
  const { sent } = request;
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (sent === null) send();
    else submit(code);
  };
  return (
    <form className={classes.form} onSubmit={onSubmit}>
      <PhoneInput
        value={phone}
        onChange={onPhone}
        readOnly={sent !== null}
        autoFocus={sent === null}
        right={
          sent && (
            <Button variant="subtle" onClick={change}>
              {t("signIn.changePhone")}
            </Button>
          )
        }
        rightWidth={88}
      />
      {sent && (
        <CodeEntry
          value={code}
          onChange={setCode}
          onComplete={submit}
          autoFocus
          disabled={signIn.isPending}
          expiresAt={Date.parse(sent.expiresAt)}
          resendAt={Date.parse(sent.resendAt)}
          triesLeft={Math.max(0, sent.triesLeft - wrongTries)}
          onResend={send}
          resending={request.sending}
        />
      )}
      {signIn.error !== null && <ErrorAlert {...knownErrorOf(signIn.error)} />}
      {request.error !== null && <ErrorAlert {...knownErrorOf(request.error)} />}
      <Button
        type="submit"
        size="lg"
        fullWidth
        loading={request.sending || signIn.isPending}
        disabled={phone.length < phoneDigits || (sent !== null && code.length < 6)}
      >
        {sent === null ? t("signIn.sendCode") : submitLabel}
      </Button>
    </form>
  );
}
