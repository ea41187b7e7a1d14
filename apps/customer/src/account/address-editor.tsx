import { useCity, useTRPC } from "@lingong/client/react";
import type { SavedAddress } from "@lingong/contracts";
import { ActionBar, ErrorAlert, knownErrorOf } from "@lingong/ui";
import { TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { emptyAddress, type FormAddress, hasAddress } from "../new-order/form/order-form.ts";
import { AddressForm } from "../new-order/place/address-fields.tsx";
import classes from "./account.module.css";

export interface AddressEditorProps {
  /** Null: a new one, in the city chosen. */
  readonly saved: SavedAddress | null;
  readonly onDone: () => void;
}

export function AddressEditor({ saved, onDone }: AddressEditorProps) {
  const { t } = useTranslation("customer");
  const { t: common } = useTranslation("common");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { cityId } = useCity();
  const [id] = useState(() => saved?.id ?? crypto.randomUUID());
  const [label, setLabel] = useState(saved?.label ?? "");
  const [address, setAddress] = useState<FormAddress>(saved ?? emptyAddress);
  const save = useMutation(
    trpc.customers.saveAddress.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries({ queryKey: trpc.customers.addresses.queryKey() });
        onDone();
      },
    }),
  );
  const { position } = address;
  const send = () => {
    if (position === null) return;
    const { district, line, accessNotes } = address;
    save.mutate({ id, cityId: saved?.cityId ?? cityId, label, address: { district, line, accessNotes, position } });
  };
  return (
    <div className={classes.form}>
      <TextInput
        label={t("place.saveAs")}
        placeholder={t("place.saveAsPlaceholder")}
        maxLength={40}
        value={label}
        onChange={(event) => setLabel(event.currentTarget.value)}
      />
      <AddressForm cityId={saved?.cityId ?? cityId} address={address} onChange={setAddress} />
      {save.error !== null && <ErrorAlert {...knownErrorOf(save.error)} />}
      <ActionBar
        placement="inline"
        primary={{ label: common("action.save"), disabled: !hasAddress(address), loading: save.isPending, onClick: send }}
      />
    </div>
  );
}
