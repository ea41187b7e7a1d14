import { useTRPC } from "@lingong/client/react";
import { ErrorAlert, knownErrorOf } from "@lingong/ui";
import { Button, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useWizard } from "../draft/draft-context.tsx";
import classes from "../new-order.module.css";

/** Keeps a new address for the next order, under a name of one's own. */
export function SaveAddress({ onSaved }: { readonly onSaved: () => void }) {
  const { t } = useTranslation("customer");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { draft, city } = useWizard();
  const { address } = draft.form;
  const [id] = useState(() => crypto.randomUUID());
  const [label, setLabel] = useState("");
  const save = useMutation(
    trpc.customers.saveAddress.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries({ queryKey: trpc.customers.addresses.queryKey() });
        onSaved();
      },
    }),
  );
  const { position } = address;
  if (position === null) return null;
  return (
    <>
      <div className={classes.pair}>
        <TextInput
          aria-label={t("place.saveAs")}
          placeholder={t("place.saveAsPlaceholder")}
          maxLength={40}
          value={label}
          onChange={(event) => setLabel(event.currentTarget.value)}
        />
        <Button
          variant="light"
          loading={save.isPending}
          onClick={() => save.mutate({ id, cityId: city.id, label, address: { ...address, position } })}
        >
          {t("place.save")}
        </Button>
      </div>
      {save.error !== null && <ErrorAlert {...knownErrorOf(save.error)} />}
    </>
  );
}
