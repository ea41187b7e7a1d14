import { useIsSignedIn } from "@lingong/client/react";
import type { OrderPreview } from "@lingong/contracts";
import { MINUTE } from "@lingong/domain";
import { CardSkeleton, FailedView, Loading, useFormat, useText } from "@lingong/ui";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { SignInSheet } from "../../session/sign-in-sheet.tsx";
import { ContractCard } from "../contract/contract-card.tsx";
import { EscrowCard } from "../contract/escrow-card.tsx";
import { LadderCard } from "../contract/ladder-card.tsx";
import { Problems } from "../contract/problems.tsx";
import { QuoteStepsCard } from "../contract/quote-steps-card.tsx";
import { SummaryCard } from "../contract/summary-card.tsx";
import { useSignAndPay } from "../contract/use-sign-and-pay.ts";
import { useWizard } from "../draft/draft-context.tsx";
import { pricingOf } from "../form/order-form.ts";
import { QuotesCard } from "../price/quotes-card.tsx";
import { TotalCard } from "../price/total-card.tsx";
import { StepFrame } from "../step-frame.tsx";
import { usePreview } from "../use-preview.ts";

/** The whole of what is signed: price and split, escrow, what cancelling costs when, the contract and its fingerprint. */
export function ContractStep() {
  const { t } = useTranslation("customer");
  const format = useFormat();
  const signedIn = useIsSignedIn();
  const preview = usePreview();
  const sign = useSignAndPay();
  const [signingIn, setSigningIn] = useState(false);
  const { draft } = useWizard();
  const quoted = pricingOf(draft.form) === "quotes";
  const ready = preview.data !== undefined && preview.current && preview.data.problems.length === 0;
  const amount = preview.data === undefined ? "" : format.money(preview.data.prepaidFen);
  const minutes = preview.data === undefined ? 15 : Math.round(preview.data.paymentWithinSeconds / 60);
  const press = () => {
    if (!signedIn) setSigningIn(true);
    else if (preview.data !== undefined) sign.mutate({ terms: preview.terms, termsHash: preview.data.termsHash, payNow: !quoted });
  };
  return (
    <StepFrame
      step="contract"
      title={t("contract.title")}
      subtitle={<What />}
      actions={{
        consequence: quoted ? t("quotes.consequence") : t("contract.consequence", { minutes }),
        primary: {
          label: quoted ? t(signedIn ? "quotes.sign" : "quotes.signIn") : t(signedIn ? "contract.signAndPay" : "contract.signInAndPay", { amount }),
          loading: sign.isPending,
          disabled: !ready,
          onClick: press,
        },
      }}
    >
      {preview.data === undefined ? (
        <Waiting error={preview.error} onRetry={preview.refetch} />
      ) : (
        <Signed preview={preview.data} failure={sign.error} />
      )}
      <SignInSheet opened={signingIn} onClose={() => setSigningIn(false)} submitLabel={t("contract.signInSubmit")} />
    </StepFrame>
  );
}

/** Who, when: `周桂芳 · 3月20日 周五 14:00–17:00`. */
function What() {
  const { t } = useTranslation("customer");
  const text = useText();
  const { draft, category, city, suggestion } = useWizard();
  const format = useFormat(city.zone);
  const { form } = draft;
  const minutes = form.minutes ?? suggestion.minutes;
  const from = form.startsAt === null ? null : Date.parse(form.startsAt);
  const when = form.soon || from === null ? t("when.soon") : format.dateTimeRange(from, from + minutes * MINUTE);
  return `${form.direct?.name || text(category.name)} · ${when}`;
}

function Signed({ preview, failure }: { readonly preview: OrderPreview; readonly failure: unknown }) {
  const { draft } = useWizard();
  const quoted = pricingOf(draft.form) === "quotes";
  return (
    <>
      <Problems problems={preview.problems} failure={failure} />
      {quoted ? (
        <>
          <QuotesCard />
          <QuoteStepsCard />
        </>
      ) : (
        <>
          <TotalCard />
          <EscrowCard prepaidFen={preview.prepaidFen} />
          <LadderCard ladder={preview.ladder} />
        </>
      )}
      <SummaryCard />
      <ContractCard contract={preview.contract} />
    </>
  );
}

function Waiting({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => unknown }) {
  if (error !== null) return <FailedView error={error} onRetry={onRetry} />;
  return (
    <Loading>
      <CardSkeleton lines={4} />
      <CardSkeleton lines={3} />
    </Loading>
  );
}
