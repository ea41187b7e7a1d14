import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { PasswordForm, type PasswordStep } from "./password-form.tsx";
import { type CodeStep, PhoneAndCode } from "./phone-and-code.tsx";
import classes from "./session.module.css";

/** Changes between the two ways to sign in. */
export function OtherWayButton({ way, onChange }: { readonly way: SignInWay; readonly onChange: (way: SignInWay) => void }) {
  const { t } = useTranslation("common");
  return (
    <Button variant="subtle" fullWidth onClick={() => onChange(way === "code" ? "password" : "code")}>
      {way === "code" ? t("signIn.withPassword") : t("signIn.withCode")}
    </Button>
  );
}

export type SignInWay = "code" | "password";

export interface SignInWaysProps {
  readonly code: CodeStep & { readonly ready: boolean; readonly next: () => void };
  readonly password: PasswordStep;
  /** On the button, once everything is there. */
  readonly submitLabel: string;
}

/** Code or password, for one number. */
export function SignInWays({ code, password, submitLabel }: SignInWaysProps) {
  const { t } = useTranslation("common");
  const [way, setWay] = useState<SignInWay>("code");
  return (
    <div className={classes.ways}>
      {way === "password" && <PasswordForm phone={code.phone} onPhone={code.setPhone} signIn={password} submitLabel={submitLabel} />}
      {way === "code" && (
        <form
          className={classes.fields}
          onSubmit={(event) => {
            event.preventDefault();
            code.next();
          }}
        >
          <PhoneAndCode signIn={code} autoFocus />
          <Button type="submit" size="lg" fullWidth loading={code.busy} disabled={!code.ready}>
            {code.sent === null ? t("signIn.sendCode") : submitLabel}
          </Button>
        </form>
      )}
      <OtherWayButton way={way} onChange={setWay} />
    </div>
  );
}
