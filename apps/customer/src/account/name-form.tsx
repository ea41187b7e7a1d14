import { useTRPC } from "@lingong/client/react";
import type { Me } from "@lingong/contracts";
import { ErrorAlert, knownErrorOf } from "@lingong/ui";
import { Button, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import classes from "./account.module.css";

/** How one is called; strangers see no more than the family name. */
export function NameForm({ me }: { readonly me: Me }) {
  const { t } = useTranslation("customer");
  const { t: common } = useTranslation("common");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [name, setName] = useState(me.displayName);
  const save = useMutation(
    trpc.accounts.updateProfile.mutationOptions({ onSuccess: (next) => queryClient.setQueryData(trpc.accounts.me.queryKey(), next) }),
  );
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({ displayName: name.trim() });
  };
  return (
    <form className={classes.form} onSubmit={onSubmit}>
      <div className={classes.row}>
        <TextInput
          label={t("me.name")}
          description={t("me.nameText")}
          maxLength={40}
          autoComplete="name"
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button type="submit" variant="light" loading={save.isPending} disabled={name.trim() === "" || name.trim() === me.displayName}>
          {common("action.save")}
        </Button>
      </div>
      {save.error !== null && <ErrorAlert {...knownErrorOf(save.error)} />}
    </form>
  );
}
