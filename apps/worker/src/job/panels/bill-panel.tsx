import type { OrderView } from "@lingong/contracts";
import { type MoneyLine, MoneyList, Panel, SplitBar, useFormat } from "@lingong/ui";
import { useTranslation } from "react-i18next";
import classes from "./panels.module.css";

/** The bill line by line: worked, billed, what the customer pays, what the platform keeps, what one takes home. */
export function BillPanel({ order }: { readonly order: OrderView }) {
  const { t } = useTranslation("worker");
  const { t: domain } = useTranslation("domain");
  const { t: common } = useTranslation("common");
  const format = useFormat();
  const { bill } = order;
  if (bill === null) return null;
  const lines: MoneyLine[] = bill.lines.map((line, index) => ({
    key: `${line.kind}-${index}`,
    label: line.title ?? domain(`billLine.${line.kind}`),
    fen: line.fen,
    ...(line.minutes === null
      ? {}
      : { detail: t("bill.time", { rate: format.money(order.terms.rateFenPerHour), span: format.duration(line.minutes) }) }),
  }));
  const worked = bill.workedMinutes > 0 || bill.billedMinutes > 0;
  const platform = bill.commissionRate > 0 ? t("bill.platform", { rate: format.rate(bill.commissionRate) }) : common("split.platform");
  if (bill.commissionFen > 0) lines.push({ key: "platform", label: platform, fen: -bill.commissionFen, tone: "quiet" });
  return (
    <Panel
      title={t("bill.title")}
      aside={worked ? t("bill.minutes", { worked: format.duration(bill.workedMinutes), billed: format.duration(bill.billedMinutes) }) : undefined}
    >
      <SplitBar
        legend="none"
        className={classes.billBar}
        parts={[
          { kind: "worker", label: t("money.you"), fen: bill.workerNetFen },
          { kind: "platform", fen: bill.commissionFen },
        ]}
      />
      <MoneyList lines={lines} total={{ label: t("money.you"), fen: bill.workerNetFen }} />
    </Panel>
  );
}
