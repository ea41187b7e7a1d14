import { cityOf, nearestDistrict } from "@lingong/domain";
import { useText } from "@lingong/ui";
import { Select, Textarea, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useWizard } from "../draft/draft-context.tsx";
import type { FormAddress } from "../form/order-form.ts";
import { PlacePicker } from "./place-picker.tsx";

/** District, street and door, how to get in; and the point on the map that the way is reckoned to. */
export function AddressFields() {
  const { draft, city } = useWizard();
  const { address } = draft.form;
  return <AddressForm cityId={city.id} address={address} onChange={(next) => draft.change({ address: next })} />;
}

export interface AddressFormProps {
  readonly cityId: string;
  readonly address: FormAddress;
  readonly onChange: (address: FormAddress) => void;
}

export function AddressForm({ cityId, address, onChange }: AddressFormProps) {
  const { t } = useTranslation("customer");
  const text = useText();
  const city = cityOf(cityId);
  const change = (patch: Partial<FormAddress>) => onChange({ ...address, ...patch });
  if (city === null) return null;
  const district = city.districts.find(({ name }) => name.zh === address.district);
  return (
    <>
      <Select
        label={t("place.district")}
        placeholder={t("newOrder.choose")}
        data={city.districts.map(({ name }) => ({ value: name.zh, label: text(name) }))}
        value={address.district === "" ? null : address.district}
        onChange={(value) => value !== null && change({ district: value })}
        allowDeselect={false}
        searchable
      />
      <TextInput
        label={t("place.line")}
        placeholder={t("place.linePlaceholder")}
        autoComplete="street-address"
        maxLength={120}
        value={address.line}
        onChange={(event) => change({ line: event.currentTarget.value })}
      />
      <PlacePicker
        around={district?.centre ?? city.centre}
        position={address.position}
        onPick={(position) => {
          const near = nearestDistrict(city, position);
          change({ position, district: address.district === "" && near !== null ? near.name.zh : address.district });
        }}
      />
      <Textarea
        label={t("place.access")}
        placeholder={t("place.accessPlaceholder")}
        autosize
        minRows={2}
        maxRows={5}
        maxLength={300}
        value={address.accessNotes}
        onChange={(event) => change({ accessNotes: event.currentTarget.value })}
      />
    </>
  );
}
