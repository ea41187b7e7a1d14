import { useTRPC } from "@lingong/client/react";
import type { Me } from "@lingong/contracts";
import { ErrorAlert, knownErrorOf, Panel } from "@lingong/ui";
import { Button, PasswordInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import classes from "./me.module.css";

/** Another password: the present one first; other devices are signed out. */
export function PasswordPanel({ me }: { readonly me: Me }) {
  const { t } = useTranslation("admin");
  const { t: common } = useTranslation("common");
  const trpc = useTRPC();
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState("");
  const change = useMutation(
    trpc.accounts.setPassword.mutationOptions({
      onSuccess: () => {
        setCurrent("");
        setNext("");
      },
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate({ password: next, ...(me.hasPassword ? { currentPassword: current } : {}) });
  };
  const eye = { visibilityToggleButtonProps: { "aria-label": common("signIn.showPassword") } };
  return (
    <Panel title={t("me.password")}>
      <form className={classes.fields} onSubmit={submit}>
        {me.hasPassword && (
          <PasswordInput
            {...eye}
            label={t("me.currentPassword")}
            autoComplete="current-password"
            value={current}
            onChange={(event) => setCurrent(event.currentTarget.value)}
          />
        )}
        <PasswordInput
          {...eye}
          label={t("me.newPassword")}
          description={t("me.passwordRule")}
          autoComplete="new-password"
          value={next}
          onChange={(event) => setNext(event.currentTarget.value)}
        />
        {change.error !== null && <ErrorAlert {...knownErrorOf(change.error)} />}
        {change.isSuccess && <p role="status">{t("me.passwordChanged")}</p>}
        <div>
          <Button type="submit" variant="default" loading={change.isPending} disabled={next === "" || (me.hasPassword && current === "")}>
            {t("me.changePassword")}
          </Button>
        </div>
      </form>
    </Panel>
  );
}
