import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useWizard } from "../draft/draft-context.tsx";
import { Forecast } from "../forecast.tsx";
import { hasAddress } from "../form/order-form.ts";
import { AddressCard } from "../place/address-card.tsx";
import { DurationCard } from "../place/duration-card.tsx";
import { StartCard } from "../place/start-card.tsx";
import { StepFrame } from "../step-frame.tsx";

/** Where and when: the address with how to get in, the start in the city's time, how long and how many. */
export function PlaceStep() {
  const { t } = useTranslation("customer");
  const navigate = useNavigate();
  const { draft, category } = useWizard();
  const { form } = draft;
  const onSite = category.mode === "on_site";
  const placed = !onSite || hasAddress(form.address);
  const timed = form.soon || form.startsAt !== null;
  const missing = placed ? (timed ? undefined : t("place.timeMissing")) : t("place.addressMissing");
  return (
    <StepFrame
      step="place"
      actions={{
        lead: <Forecast />,
        consequence: missing,
        primary: {
          label: t("newOrder.nextPrice"),
          disabled: missing !== undefined,
          onClick: () => void navigate({ to: "/new/$draftId/$step", params: { draftId: draft.id, step: "price" } }),
        },
      }}
    >
      {onSite && <AddressCard />}
      <StartCard />
      <DurationCard />
    </StepFrame>
  );
}
