import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useWizard } from "../draft/draft-context.tsx";
import { Forecast } from "../forecast.tsx";
import { AgreementCard } from "../price/agreement-card.tsx";
import { RateCard } from "../price/rate-card.tsx";
import { TotalCard } from "../price/total-card.tsx";
import { TravelCard } from "../price/travel-card.tsx";
import { useRate } from "../price/use-rate.ts";
import { WhoCard } from "../price/who-card.tsx";
import { StepFrame } from "../step-frame.tsx";

/** What it may cost: the rate against the market, travel, who is asked first, and what it comes to. */
export function PriceStep() {
  const { t } = useTranslation("customer");
  const navigate = useNavigate();
  const { draft, category } = useWizard();
  const { tooLow } = useRate();
  return (
    <StepFrame
      step="price"
      actions={{
        lead: <Forecast />,
        consequence: tooLow ? t("price.tooLowShort") : undefined,
        primary: {
          label: t("newOrder.nextContract"),
          disabled: tooLow,
          onClick: () => void navigate({ to: "/new/$draftId/$step", params: { draftId: draft.id, step: "contract" } }),
        },
      }}
    >
      <RateCard />
      <TotalCard />
      <WhoCard />
      {category.mode === "on_site" && <TravelCard />}
      <AgreementCard />
    </StepFrame>
  );
}
