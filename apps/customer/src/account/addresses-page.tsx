import { useTRPC } from "@lingong/client/react";
import type { SavedAddress } from "@lingong/contracts";
import { cityOf } from "@lingong/domain";
import { BottomSheet, ListRow, ListRows, Page, Panel, QueryView, StateView, useDistrict, useText } from "@lingong/ui";
import { ActionIcon, Button } from "@mantine/core";
import { IconHome, IconMapPinPlus, IconTrash } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { SignedIn } from "../session/signed-in.tsx";
import { PageTitle } from "../shell/page-title.tsx";
import { AddressEditor } from "./address-editor.tsx";

export function AddressesPage() {
  return <SignedIn>{() => <Addresses />}</SignedIn>;
}

/** The places one has work done at. */
function Addresses() {
  const { t } = useTranslation("customer");
  const trpc = useTRPC();
  const navigate = useNavigate();
  const addresses = useQuery(trpc.customers.addresses.queryOptions());
  const [editing, setEditing] = useState<SavedAddress | "new" | null>(null);
  const close = () => setEditing(null);
  return (
    <Page
      title={t("me.addresses")}
      onBack={() => void navigate({ to: "/me" })}
      actions={{ primary: { label: t("me.addAddress"), icon: IconMapPinPlus, onClick: () => setEditing("new") } }}
    >
      <PageTitle>{t("me.addresses")}</PageTitle>
      <QueryView
        query={addresses}
        empty={
          <StateView icon={IconHome} title={t("me.noAddresses")}>
            {t("me.noAddressesText")}
          </StateView>
        }
      >
        {(all) => (
          <Panel dense>
            <ListRows>
              {all.map((address) => (
                <AddressRow key={address.id} address={address} onEdit={() => setEditing(address)} />
              ))}
            </ListRows>
          </Panel>
        )}
      </QueryView>
      <BottomSheet opened={editing !== null} onClose={close} title={t(editing === "new" ? "me.addAddress" : "me.editAddress")}>
        {editing !== null && <AddressEditor saved={editing === "new" ? null : editing} onDone={close} />}
      </BottomSheet>
    </Page>
  );
}

function AddressRow({ address, onEdit }: { readonly address: SavedAddress; readonly onEdit: () => void }) {
  const { t } = useTranslation("customer");
  const { t: common } = useTranslation("common");
  const text = useText();
  const district = useDistrict();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const remove = useMutation(
    trpc.customers.removeAddress.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: trpc.customers.addresses.queryKey() }),
    }),
  );
  const city = cityOf(address.cityId);
  return (
    <ListRow
      icon={IconHome}
      title={address.label || address.line}
      detail={[city === null ? null : text(city.name), district(address.district), address.label === "" ? null : address.line]
        .filter((part) => part !== null)
        .join(" · ")}
      aside={
        <>
          <Button variant="subtle" onClick={onEdit}>
            {common("action.edit")}
          </Button>
          <ActionIcon
            aria-label={t("me.removeAddress", { name: address.label || address.line })}
            loading={remove.isPending}
            onClick={() => remove.mutate({ id: address.id })}
          >
            <IconTrash size={20} aria-hidden />
          </ActionIcon>
        </>
      }
    />
  );
}
