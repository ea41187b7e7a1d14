import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { PasswordForm } from "./password-form.tsx";
import { PhoneAndCode } from "./phone-and-code.tsx";
import classes from "./session.module.css";
import { useCodeSignIn } from "./use-code-sign-in.ts";

/** Code or password, for somebody who was here before. */
export function SignInForm({ submitLabel }: { readonly submitLabel: string }) {
  const { t } = useTranslation("worker");
  const signIn = useCodeSignIn();
  const [way, setWay] = useState<"code" | "password">("code");
  return (
    <div className={classes.fields}>
      {way === "password" && <PasswordForm submitLabel={submitLabel} />}
      {way === "code" && (
        <form
          className={classes.fields}
          onSubmit={(event) => {
            event.preventDefault();
            signIn.next();
          }}
        >
          <PhoneAndCode signIn={signIn} />
          <Button type="submit" size="lg" fullWidth loading={signIn.busy} disabled={!signIn.ready}>
            {signIn.request.sent === null ? t("signIn.sendCode") : submitLabel}
          </Button>
        </form>
      )}
      <Button variant="subtle" fullWidth onClick={() => setWay(way === "code" ? "password" : "code")}>
        {way === "code" ? t("signIn.withPassword") : t("signIn.withCode")}
      </Button>
    </div>
  );
}
