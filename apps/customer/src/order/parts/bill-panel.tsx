import { MoneyList, Panel, Price, SplitBar, useFormat } from "@lingong/ui";
import { useTranslation } from "react-i18next";
import classes from "../order.module.css";
import { useOrder } from "../order-context.tsx";
import { CancelledBill, isCancellation } from "./cancelled-bill.tsx";
import { RefundNote } from "./refund-note.tsx";

/** What it came to: amount and refund first, then how it was made and who gets what. */
export function BillPanel() {
  const { t } = useTranslation("customer");
  const { t: domain } = useTranslation("domain");
  const { t: common } = useTranslation("common");
  const { order } = useOrder();
  const format = useFormat();
  const { bill, counterpart, service } = order;
  if (bill === null) return null;
  if (isCancellation(bill)) return <CancelledBill bill={bill} />;
  const settled = order.actions.every(({ command }) => command !== "confirm");
  const extra = bill.lines.filter(({ kind }) => kind !== "time");
  const people = (service?.headcount ?? 1) > 1 ? ` × ${format.people(service?.headcount ?? 1)}` : "";
  return (
    <Panel>
      <div className={classes.billHead}>
        <Price fen={bill.totalFen} size={32} label={t("bill.title")} />
        <RefundNote bill={bill} settled={settled} />
      </div>
      <p className={classes.formula}>
        {t("bill.formula", {
          rate: format.money(order.terms.rateFenPerHour),
          duration: format.duration(bill.billedMinutes),
          people,
          paid: format.money(bill.prepaidFen),
        })}
      </p>
      {extra.length > 0 && (
        <MoneyList
          className={classes.billLines}
          lines={bill.lines.map((line, index) => ({
            key: `${line.kind}-${index}`,
            label: line.title ?? domain(`billLine.${line.kind}`),
            fen: line.fen,
          }))}
        />
      )}
      <SplitBar
        parts={[
          {
            kind: "worker",
            label: counterpart === null ? undefined : common("split.workerNamed", { name: counterpart.name }),
            fen: bill.workerNetFen,
          },
          { kind: "platform", rate: bill.commissionRate, fen: bill.commissionFen },
          ...(bill.refundFen > 0 ? [{ kind: "refund" as const, label: common("split.refundToYou"), fen: bill.refundFen }] : []),
        ]}
      />
    </Panel>
  );
}
