import type { BillView } from "@lingong/contracts";
import { SideAmount, useFormat } from "@lingong/ui";
import { useTranslation } from "react-i18next";
import { useOrder } from "../order-context.tsx";

/** What comes back, when, and by which way; nothing where nothing does. */
export function RefundNote({ bill, settled }: { readonly bill: BillView; readonly settled: boolean }) {
  const { t } = useTranslation("customer");
  const { t: domain } = useTranslation("domain");
  const { order } = useOrder();
  const format = useFormat();
  if (bill.refundFen === 0) return null;
  const provider = order.payments.find(({ capturedAt, purpose }) => capturedAt !== null && purpose === "order")?.provider ?? null;
  return (
    <SideAmount
      tone="accent"
      label={t(settled ? "bill.refunded" : "bill.refundAfter")}
      amount={format.money(bill.refundFen)}
      note={
        provider === null
          ? t("bill.sameWay")
          : t("bill.sameWayTo", { provider: domain(`paymentProvider.${provider as "other"}`, { defaultValue: domain("paymentProvider.other") }) })
      }
    />
  );
}
