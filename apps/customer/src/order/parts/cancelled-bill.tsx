import type { BillView } from "@lingong/contracts";
import { MoneyList, Panel, Price, SplitBar, useFormat } from "@lingong/ui";
import { useTranslation } from "react-i18next";
import classes from "../order.module.css";
import { useOrder } from "../order-context.tsx";
import { RefundNote } from "./refund-note.tsx";

/** Whether a bill is that of a cancellation: a fee in place of work. */
export function isCancellation(bill: BillView): boolean {
  return bill.lines.some(({ kind }) => kind === "cancellation_fee");
}

/** What calling it off came to (§5): the fee, who has it, what came back. */
export function CancelledBill({ bill }: { readonly bill: BillView }) {
  const { t } = useTranslation("customer");
  const { t: domain } = useTranslation("domain");
  const { t: common } = useTranslation("common");
  const { order } = useOrder();
  const format = useFormat();
  const { counterpart } = order;
  const shared = bill.commissionFen > 0;
  const whose = shared
    ? t("cancel.feeSplit", { worker: format.money(bill.workerNetFen), platform: format.money(bill.commissionFen) })
    : t("cancel.feeAll");
  return (
    <Panel>
      <div className={classes.billHead}>
        <Price fen={bill.totalFen} size={32} label={t("cancel.fee")} />
        <RefundNote bill={bill} settled />
      </div>
      <p className={classes.formula}>{t("cancel.feeOf", { whose, paid: format.money(bill.prepaidFen) })}</p>
      {bill.lines.length > 1 && (
        <MoneyList
          className={classes.billLines}
          lines={bill.lines.map((line) => ({ key: line.kind, label: line.title ?? domain(`billLine.${line.kind}`), fen: line.fen }))}
        />
      )}
      <SplitBar
        parts={[
          {
            kind: "worker",
            label: counterpart === null ? undefined : common("split.workerNamed", { name: counterpart.name }),
            fen: bill.workerNetFen,
          },
          ...(shared ? [{ kind: "platform" as const, fen: bill.commissionFen }] : []),
          ...(bill.refundFen > 0 ? [{ kind: "refund" as const, label: common("split.refundToYou"), fen: bill.refundFen }] : []),
        ]}
      />
    </Panel>
  );
}
