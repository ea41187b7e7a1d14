import type { PaymentView } from "@lingong/contracts";
import { Page, StateView, useFormat } from "@lingong/ui";
import { Loader } from "@mantine/core";
import { IconBuildingBank, IconClock, IconLock, IconRepeat } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useOrder } from "../order/order-context.tsx";
import { PageTitle } from "../shell/page-title.tsx";

const longAfter = 20;

/** Back from the provider's page: the money is believed when the provider's own message comes, usually within a second. */
export function WaitForCapture({ payment }: { readonly payment: PaymentView }) {
  const { t } = useTranslation("customer");
  const format = useFormat();
  const navigate = useNavigate();
  const { order } = useOrder();
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSeconds((past) => past + 1), 1_000);
    return () => clearInterval(timer);
  }, []);
  const toOrder = () => void navigate({ to: "/orders/$orderId", params: { orderId: order.id } });
  return (
    <Page
      title={t("pay.title")}
      aside={<Loader size="sm" aria-label={t("pay.waiting")} />}
      actions={{ primary: { label: t("order.see"), onClick: toOrder } }}
    >
      <PageTitle>{t("pay.waiting")}</PageTitle>
      <div role="status">
        <StateView
          icon={IconBuildingBank}
          title={t("pay.waiting")}
          safe={[
            { key: "amount", icon: IconLock, children: t("pay.safeHeld", { amount: format.money(payment.fen) }) },
            { key: "leave", icon: IconClock, children: t("pay.safeLeave") },
            { key: "twice", icon: IconRepeat, children: t("pay.safeTwice") },
          ]}
        >
          {seconds < longAfter ? t("pay.waitingText", { seconds }) : t("pay.waitingLong", { seconds })}
        </StateView>
      </div>
    </Page>
  );
}
