import { useAppSession, useTRPC } from "@lingong/client/react";
import { ErrorAlert, knownErrorOf, PhoneInput } from "@lingong/ui";
import { Button, PasswordInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import classes from "./session.module.css";

/** Signing in by number and password, for those who have set one. */
export function PasswordForm({ submitLabel }: { readonly submitLabel: string }) {
  const { t } = useTranslation("worker");
  const trpc = useTRPC();
  const { signedIn } = useAppSession();
  const [phone, setPhone] = useState("");
  const [password, setPassword] = useState("");
  const signIn = useMutation(trpc.accounts.signInWithPassword.mutationOptions({ onSuccess: ({ me }) => signedIn(me) }));
  return (
    <form
      className={classes.fields}
      onSubmit={(event) => {
        event.preventDefault();
        signIn.mutate({ phone, password });
      }}
    >
      <PhoneInput value={phone} onChange={setPhone} />
      <PasswordInput
        size="lg"
        label={t("signIn.password")}
        autoComplete="current-password"
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        visibilityToggleButtonProps={{ "aria-label": t("signIn.showPassword") }}
      />
      {signIn.error !== null && <ErrorAlert {...knownErrorOf(signIn.error)} />}
      <Button type="submit" size="lg" fullWidth loading={signIn.isPending} disabled={phone.length < 11 || password === ""}>
        {submitLabel}
      </Button>
    </form>
  );
}
