import { useTRPC } from "@lingong/client/react";
import type { Me } from "@lingong/contracts";
import { ErrorAlert, knownErrorOf, Page, Panel } from "@lingong/ui";
import { Button, PasswordInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { SignedIn } from "../session/signed-in.tsx";
import { PageTitle } from "../shell/page-title.tsx";
import classes from "./account.module.css";

export function PasswordPage() {
  return <SignedIn>{(me) => <PasswordForm me={me} />}</SignedIn>;
}

/** A password beside the code: at least eight characters with letters and digits. */
function PasswordForm({ me }: { readonly me: Me }) {
  const { t } = useTranslation("customer");
  const { t: common } = useTranslation("common");
  const trpc = useTRPC();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [current, setCurrent] = useState("");
  const [password, setPassword] = useState("");
  const save = useMutation(
    trpc.accounts.setPassword.mutationOptions({
      onSuccess: () => {
        void queryClient.invalidateQueries({ queryKey: trpc.accounts.me.queryKey() });
        void navigate({ to: "/me" });
      },
    }),
  );
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(me.hasPassword ? { password, currentPassword: current } : { password });
  };
  const toggle = { "aria-label": common("signIn.showPassword") };
  const title = t(me.hasPassword ? "me.changePassword" : "me.setPassword");
  return (
    <Page title={title} onBack={() => void navigate({ to: "/me" })}>
      <PageTitle>{title}</PageTitle>
      <Panel>
        <form className={classes.form} onSubmit={onSubmit}>
          <input type="hidden" name="username" autoComplete="username" value={me.phoneMasked} readOnly />
          {me.hasPassword && (
            <PasswordInput
              label={t("me.currentPassword")}
              autoComplete="current-password"
              value={current}
              onChange={(event) => setCurrent(event.currentTarget.value)}
              visibilityToggleButtonProps={toggle}
            />
          )}
          <PasswordInput
            label={t("me.newPassword")}
            description={t("me.passwordRule")}
            autoComplete="new-password"
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            visibilityToggleButtonProps={toggle}
          />
          {save.error !== null && <ErrorAlert {...knownErrorOf(save.error)} />}
          <Button type="submit" size="lg" loading={save.isPending} disabled={password.length < 8 || (me.hasPassword && current === "")}>
            {common("action.save")}
          </Button>
        </form>
      </Panel>
    </Page>
  );
}
