import { CodeEntry, ErrorAlert, knownErrorOf, PhoneInput } from "@lingong/ui";
import { Button, PasswordInput } from "@mantine/core";
import type { FormEvent } from "react";
import { useTranslation } from "react-i18next";
import classes from "./session.module.css";
import { useAdminSignIn } from "./use-admin-sign-in.ts";

/** Number and password, then the code; the same form takes up an expired session. */
export function SignInForm({ submitLabel }: { readonly submitLabel: string }) {
  const { t } = useTranslation("admin");
  const signIn = useAdminSignIn();
  const { sent } = signIn;
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (signIn.ready) signIn.next();
  };
  return (
    <form className={classes.fields} onSubmit={onSubmit}>
      <PhoneInput
        value={signIn.phone}
        onChange={signIn.setPhone}
        disabled={sent !== null}
        right={
          sent !== null && (
            <Button variant="subtle" onClick={signIn.restart}>
              {t("signIn.change")}
            </Button>
          )
        }
        rightWidth={88}
      />
      {sent === null ? (
        <PasswordInput
          size="lg"
          label={t("signIn.password")}
          autoComplete="current-password"
          value={signIn.password}
          onChange={(event) => signIn.setPassword(event.currentTarget.value)}
          visibilityToggleButtonProps={{ "aria-label": t("signIn.showPassword") }}
        />
      ) : (
        <CodeEntry
          value={signIn.code}
          onChange={signIn.setCode}
          onComplete={signIn.submit}
          autoFocus
          disabled={signIn.busy}
          hint={t("signIn.authenticator")}
          expiresAt={Date.parse(sent.expiresAt)}
          resendAt={Date.parse(sent.resendAt)}
          triesLeft={signIn.triesLeft}
          onResend={signIn.resend}
          resending={signIn.sending}
        />
      )}
      {signIn.error !== null && <ErrorAlert {...knownErrorOf(signIn.error)} />}
      <Button type="submit" size="lg" fullWidth loading={signIn.busy} disabled={!signIn.ready}>
        {sent === null ? t("signIn.next") : submitLabel}
      </Button>
    </form>
  );
}
