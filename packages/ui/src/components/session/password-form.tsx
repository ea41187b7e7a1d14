import { Button, PasswordInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { PhoneInput } from "../forms/phone-input.tsx";
import { ErrorAlert, knownErrorOf } from "../states/error-alert.tsx";
import classes from "./session.module.css";

export interface CurrentPasswordProps {
  readonly value: string;
  readonly onChange: (password: string) => void;
}

/** The password one has, as a browser's password manager knows it. */
export function CurrentPassword({ value, onChange }: CurrentPasswordProps) {
  const { t } = useTranslation("common");
  return (
    <PasswordInput
      size="lg"
      label={t("signIn.password")}
      autoComplete="current-password"
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      visibilityToggleButtonProps={{ "aria-label": t("signIn.showPassword") }}
    />
  );
}

/** Signing in by number and password. */
export interface PasswordStep {
  readonly error: unknown;
  readonly busy: boolean;
  readonly submit: (phone: string, password: string) => void;
}

export interface PasswordFormProps {
  readonly phone: string;
  readonly onPhone: (digits: string) => void;
  readonly signIn: PasswordStep;
  readonly submitLabel: string;
}

const phoneDigits = 11;

/** Number and password, for those who have set one. */
export function PasswordForm({ phone, onPhone, signIn, submitLabel }: PasswordFormProps) {
  const [password, setPassword] = useState("");
  return (
    <form
      className={classes.fields}
      onSubmit={(event) => {
        event.preventDefault();
        signIn.submit(phone, password);
      }}
    >
      <PhoneInput value={phone} onChange={onPhone} />
      <CurrentPassword value={password} onChange={setPassword} />
      {signIn.error !== null && <ErrorAlert {...knownErrorOf(signIn.error)} />}
      <Button type="submit" size="lg" fullWidth loading={signIn.busy} disabled={phone.length < phoneDigits || password === ""}>
        {submitLabel}
      </Button>
    </form>
  );
}
