import type { PaymentView } from "@lingong/contracts";
import { Countdown, ErrorAlert, knownErrorOf, Page, Panel, Price, StateView, useFormat, useText } from "@lingong/ui";
import { Button, CopyButton } from "@mantine/core";
import { IconAlertTriangle, IconCircleCheck, IconLock, IconRepeat } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { PaymentClock } from "../new-order/step-frame.tsx";
import classes from "../order/order.module.css";
import { useOrder } from "../order/order-context.tsx";
import { PageTitle } from "../shell/page-title.tsx";

export interface NotPaidProps {
  readonly payment: PaymentView;
  /** It may still be paid. */
  readonly awaited: boolean;
}

/** It did not go through, and nothing was charged: what is kept, and once more. */
export function NotPaid({ payment, awaited }: NotPaidProps) {
  const { t } = useTranslation("customer");
  const { t: common } = useTranslation("common");
  const text = useText();
  const format = useFormat();
  const navigate = useNavigate();
  const { order, pay, paying, error } = useOrder();
  const toOrder = () => void navigate({ to: "/orders/$orderId", params: { orderId: order.id } });
  const reference = `PAY-${payment.id.slice(-8, -4).toUpperCase()}-${payment.id.slice(-4).toUpperCase()}`;
  const until = payment.purpose === "order" ? order.deadline?.at : undefined;
  const left = until === undefined ? "" : format.time(Date.parse(until));
  const safe = [
    { key: "kept", icon: IconCircleCheck, children: t("pay.safeKept") },
    { key: "price", icon: IconLock, children: until === undefined ? t("pay.safePrice") : t("pay.safePriceUntil", { time: left }) },
    { key: "twice", icon: IconRepeat, children: t("pay.safeTwice") },
  ];
  return (
    <Page
      title={t("pay.title")}
      subtitle={text(order.category.name)}
      onBack={toOrder}
      aside={awaited && until !== undefined ? <Countdown until={Date.parse(until)} size={15} /> : undefined}
      actions={
        awaited
          ? {
              consequence: until === undefined ? undefined : <PaymentClock until={until} />,
              primary: { label: t("pay.again", { amount: format.money(payment.fen) }), loading: paying, onClick: () => pay(payment.id) },
              secondary: { label: t("order.see"), onClick: toOrder },
            }
          : { primary: { label: t("order.see"), onClick: toOrder } }
      }
    >
      <PageTitle>{t("pay.failed")}</PageTitle>
      <StateView icon={IconAlertTriangle} tone="warn" title={t(awaited ? "pay.failed" : "pay.over")} safe={awaited ? safe : undefined}>
        {t(awaited ? "pay.failedText" : "pay.overText")}
      </StateView>
      {error !== null && <ErrorAlert {...knownErrorOf(error)} />}
      {awaited && (
        <Panel>
          <Price fen={payment.fen} size={32} label={t("pay.toPay")} formula={t("pay.nothingCharged")} />
        </Panel>
      )}
      <div className={classes.endLine}>
        <span>{common("state.reference", { reference })}</span>
        <CopyButton value={reference}>
          {({ copied, copy }) => (
            <Button variant="subtle" onClick={copy}>
              {copied ? common("action.copied") : common("state.forSupport")}
            </Button>
          )}
        </CopyButton>
      </div>
    </Page>
  );
}
