import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useWizard } from "../draft/draft-context.tsx";
import { Forecast } from "../forecast.tsx";
import { pricingOf } from "../form/order-form.ts";
import { AgreementCard } from "../price/agreement-card.tsx";
import { PricingCard, useQuotesPossible } from "../price/pricing-card.tsx";
import { QuotesCard } from "../price/quotes-card.tsx";
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
  const rate = useRate();
  const possible = useQuotesPossible();
  const quoted = pricingOf(draft.form) === "quotes";
  const tooLow = !quoted && rate.tooLow;
  const tooSoon = quoted && !possible;
  return (
    <StepFrame
      step="price"
      actions={{
        lead: <Forecast />,
        consequence: tooLow ? t("price.tooLowShort") : tooSoon ? t("pricing.notSoon") : undefined,
        primary: {
          label: t("newOrder.nextContract"),
          disabled: tooLow || tooSoon,
          onClick: () => void navigate({ to: "/new/$draftId/$step", params: { draftId: draft.id, step: "contract" } }),
        },
      }}
    >
      <PricingCard />
      {quoted ? <QuotesCard /> : <FixedPrice onSite={category.mode === "on_site"} />}
      <AgreementCard />
    </StepFrame>
  );
}

/** One's own rate, what it comes to, who is asked first and the travel. */
function FixedPrice({ onSite }: { readonly onSite: boolean }) {
  return (
    <>
      <RateCard />
      <TotalCard />
      <WhoCard />
      {onSite && <TravelCard />}
    </>
  );
}
