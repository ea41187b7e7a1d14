import { useTRPC } from "@lingong/client/react";
import type { Me } from "@lingong/contracts";
import { ErrorAlert, knownErrorOf, PhoneInput } from "@lingong/ui";
import { Button, PasswordInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { deviceNameOf } from "./device-name.ts";
import classes from "./sign-in.module.css";

export interface PasswordFormProps {
  readonly phone: string;
  readonly onPhone: (phone: string) => void;
  readonly submitLabel: string;
  readonly onSignedIn: (who: Me) => void;
}

/** Signing in by number and password, for those who have set one. */
export function PasswordForm({ phone, onPhone, submitLabel, onSignedIn }: PasswordFormProps) {
  const { t } = useTranslation("customer");
  const trpc = useTRPC();
  const [password, setPassword] = useState("");
  const signIn = useMutation(trpc.accounts.signInWithPassword.mutationOptions({ onSuccess: ({ me }) => onSignedIn(me) }));
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    signIn.mutate({ phone, password, deviceName: deviceNameOf(navigator.userAgent) });
  };
  return (
    <form className={classes.form} onSubmit={onSubmit}>
      <PhoneInput value={phone} onChange={onPhone} />
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
