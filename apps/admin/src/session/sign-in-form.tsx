import { CurrentPassword, PhoneAndCode } from "@lingong/ui";
import { Button } from "@mantine/core";
import type { FormEvent } from "react";
import { useTranslation } from "react-i18next";
import classes from "./session.module.css";
import { useAdminSignIn } from "./use-admin-sign-in.ts";

/** Number and password, then the code; the same form takes up an expired session. */
export function SignInForm({ submitLabel }: { readonly submitLabel: string }) {
  const { t } = useTranslation("admin");
  const signIn = useAdminSignIn();
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (signIn.ready) signIn.next();
  };
  return (
    <form className={classes.fields} onSubmit={onSubmit}>
      <PhoneAndCode
        signIn={signIn}
        beforeCode={<CurrentPassword value={signIn.password} onChange={signIn.setPassword} />}
        hint={t("signIn.authenticator")}
      />
      <Button type="submit" size="lg" fullWidth loading={signIn.busy} disabled={!signIn.ready}>
        {signIn.sent === null ? t("signIn.next") : submitLabel}
      </Button>
    </form>
  );
}
