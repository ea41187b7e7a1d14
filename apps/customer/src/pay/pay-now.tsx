import type { PaymentView } from "@lingong/contracts";
import { Page, Panel, Price, useFormat, useText } from "@lingong/ui";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { EscrowCard } from "../new-order/contract/escrow-card.tsx";
import { allSteps, PaymentClock, WizardSteps } from "../new-order/step-frame.tsx";
import { useOrder } from "../order/order-context.tsx";
import { TermsPanel } from "../order/parts/terms-panel.tsx";
import { PageTitle } from "../shell/page-title.tsx";

/** The last step: what is to be paid, until when, and the way to the provider's page. */
export function PayNow({ payment }: { readonly payment: PaymentView }) {
  const { t } = useTranslation("customer");
  const text = useText();
  const format = useFormat();
  const navigate = useNavigate();
  const { order, pay, paying } = useOrder();
  const first = payment.purpose === "order";
  return (
    <Page
      title={t("pay.title")}
      subtitle={text(order.category.name)}
      onBack={() => void navigate({ to: "/orders/$orderId", params: { orderId: order.id } })}
      lead={first ? <WizardSteps current={allSteps.indexOf("pay")} /> : undefined}
      actions={{
        consequence: first && order.deadline !== null ? <PaymentClock until={order.deadline.at} /> : undefined,
        primary: { label: t(`pay.${payment.purpose}`, { amount: format.money(payment.fen) }), loading: paying, onClick: () => pay(payment.id) },
      }}
    >
      <PageTitle>{t("pay.title")}</PageTitle>
      <Panel>
        <Price fen={payment.fen} size={40} label={t("pay.toPay")} formula={paying ? t("pay.leaving") : t("pay.nothingCharged")} />
      </Panel>
      {first && <EscrowCard prepaidFen={payment.fen} />}
      <TermsPanel />
    </Page>
  );
}
