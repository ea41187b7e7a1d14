import { useIsSignedIn, useTRPC } from "@lingong/client/react";
import { ChoiceTile, Panel, useDistrict } from "@lingong/ui";
import { IconHome, IconMapPinPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { useWizard } from "../draft/draft-context.tsx";
import { emptyAddress, hasAddress } from "../form/order-form.ts";
import classes from "../new-order.module.css";
import { QuestionHead } from "../question-head.tsx";
import { AddressFields } from "./address-fields.tsx";
import { SaveAddress } from "./save-address.tsx";

/** A saved address with one tap, or a new one. */
export function AddressCard() {
  const { t } = useTranslation("customer");
  const trpc = useTRPC();
  const signedIn = useIsSignedIn();
  const name = useId();
  const district = useDistrict();
  const { draft, city } = useWizard();
  const { address } = draft.form;
  const { data = [] } = useQuery(trpc.customers.addresses.queryOptions(undefined, { enabled: signedIn }));
  const saved = data.filter(({ cityId }) => cityId === city.id);
  const chosen = saved.find((one) => one.line === address.line && one.district === address.district);
  const [writing, setWriting] = useState(false);
  const fresh = writing || (chosen === undefined && (saved.length === 0 || address.line !== ""));
  return (
    <Panel dense>
      <QuestionHead title={t("place.address")} done={hasAddress(address)} aside={t("place.private")} />
      <div className={classes.stack}>
        {saved.map((one) => (
          <ChoiceTile
            key={one.id}
            name={name}
            value={one.id}
            icon={IconHome}
            checked={!fresh && chosen?.id === one.id}
            onChange={() => {
              setWriting(false);
              draft.change({ address: { district: one.district, line: one.line, accessNotes: one.accessNotes, position: one.position } });
            }}
            title={one.label || one.line}
          >
            {[district(one.district), one.label === "" ? null : one.line, one.accessNotes].filter(Boolean).join(" · ")}
          </ChoiceTile>
        ))}
        {saved.length > 0 && (
          <ChoiceTile
            name={name}
            value="new"
            icon={IconMapPinPlus}
            checked={fresh}
            onChange={() => {
              setWriting(true);
              draft.change({ address: emptyAddress });
            }}
            title={t("place.newAddress")}
          />
        )}
        {fresh && <AddressFields />}
        {fresh && signedIn && hasAddress(address) && <SaveAddress onSaved={() => setWriting(false)} />}
      </div>
    </Panel>
  );
}
