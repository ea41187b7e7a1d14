import { useAppSession } from "@lingong/client/react";
import type { Me } from "@lingong/contracts";
import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { CodeForm } from "./code-form.tsx";
import { PasswordForm } from "./password-form.tsx";
import classes from "./sign-in.module.css";

export interface SignInFormProps {
  readonly submitLabel: string;
  /** Called when the app knows who it is. */
  readonly onSignedIn: () => void;
}

/** Code or password; one account for the number, made at the first sign-in. */
export function SignInForm({ submitLabel, onSignedIn }: SignInFormProps) {
  const { t } = useTranslation("customer");
  const { signedIn } = useAppSession();
  const [way, setWay] = useState<"code" | "password">("code");
  const [phone, setPhone] = useState("");
  const common = { phone, onPhone: setPhone, submitLabel, onSignedIn: (who: Me) => void signedIn(who).then(onSignedIn) };
  return (
    <div className={classes.ways}>
      {way === "code" ? <CodeForm {...common} /> : <PasswordForm {...common} />}
      <Button variant="subtle" fullWidth onClick={() => setWay(way === "code" ? "password" : "code")}>
        {way === "code" ? t("signIn.withPassword") : t("signIn.withCode")}
      </Button>
    </div>
  );
}
