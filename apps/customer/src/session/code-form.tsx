import { useTRPC } from "@lingong/client/react";
import type { Me } from "@lingong/contracts";
import { CodeInput, Countdown, ErrorAlert, knownErrorOf, PhoneInput, useServerNow } from "@lingong/ui";
import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import classes from "./sign-in.module.css";
import { useCodeRequest } from "./use-code-request.ts";

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
  const submit = (digits: string) => signIn.mutate({ phone, code: digits, locale: i18n.language === "en" ? "en" : "zh-CN" });
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
        disabled={sent !== null}
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
        <div>
          <CodeInput value={code} onChange={setCode} onComplete={submit} autoFocus disabled={signIn.isPending} />
          <div className={classes.clocks}>
            <Countdown until={Date.parse(sent.expiresAt)}>{t("signIn.expires", { count: Math.max(0, sent.triesLeft - wrongTries) })}</Countdown>
            <Resend at={Date.parse(sent.resendAt)} onResend={send} sending={request.sending} />
          </div>
        </div>
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

/** `46 秒后可重发`, then a button. */
function Resend({ at, onResend, sending }: { readonly at: number; readonly onResend: () => void; readonly sending: boolean }) {
  const { t } = useTranslation("customer");
  const seconds = Math.ceil((at - useServerNow()) / 1_000);
  if (seconds > 0) return <span className={classes.quiet}>{t("signIn.resendIn", { count: seconds })}</span>;
  return (
    <Button variant="subtle" size="compact-sm" className={classes.resend} onClick={onResend} loading={sending}>
      {t("signIn.resend")}
    </Button>
  );
}
