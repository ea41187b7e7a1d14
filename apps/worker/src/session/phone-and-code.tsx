import { CodeEntry, ErrorAlert, knownErrorOf, PhoneInput } from "@lingong/ui";
import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import classes from "./session.module.css";
import type { CodeSignIn } from "./use-code-sign-in.ts";

/** The number, then six boxes with expiry, tries and resending. */
export function PhoneAndCode({ signIn }: { readonly signIn: CodeSignIn }) {
  const { t } = useTranslation("common");
  const { sent, sending } = signIn.request;
  return (
    <div className={classes.fields}>
      <PhoneInput
        value={signIn.phone}
        onChange={signIn.setPhone}
        readOnly={sent !== null}
        right={
          sent !== null && (
            <Button variant="subtle" onClick={signIn.changePhone}>
              {t("phone.change")}
            </Button>
          )
        }
        rightWidth={88}
      />
      {sent !== null && (
        <CodeEntry
          value={signIn.code}
          onChange={signIn.setCode}
          onComplete={signIn.submit}
          autoFocus
          disabled={signIn.busy}
          expiresAt={Date.parse(sent.expiresAt)}
          resendAt={Date.parse(sent.resendAt)}
          triesLeft={signIn.triesLeft}
          onResend={signIn.resend}
          resending={sending}
        />
      )}
      {signIn.error !== null && <ErrorAlert {...knownErrorOf(signIn.error)} />}
    </div>
  );
}
