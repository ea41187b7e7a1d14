import type { EarningsOutput } from "@lingong/contracts";
import { useFormat } from "@lingong/ui";
import { useTranslation } from "react-i18next";
import classes from "./earnings.module.css";
import { noonOf, type Period } from "./period.ts";

export interface PeriodTableProps {
  readonly period: Period;
  readonly caption: string;
  readonly data: EarningsOutput;
}

/** The chart's numbers as a table, for who would rather read them; days without income are left out of a day and a month. */
export function PeriodTable({ period, caption, data }: PeriodTableProps) {
  const { t } = useTranslation("worker");
  const format = useFormat("UTC");
  const rows = period === "week" ? data.series : data.series.filter(({ orders }) => orders > 0);
  const nameOf = (key: string) => {
    if (period !== "day") return format.dateWeekday(noonOf(key));
    const hour = Number(key);
    return t("earnings.hour", { from: hour, to: hour + 1 });
  };
  return (
    <table className={classes.table}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t(`earnings.column.${period}`)}</th>
          <th scope="col">{t("earnings.column.orders")}</th>
          <th scope="col">{t("earnings.column.net")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, orders, netFen, rest }) => (
          <tr key={key}>
            <th scope="row">{nameOf(key)}</th>
            <td>{rest ? t("earnings.rest") : format.count(orders)}</td>
            <td>{format.money(netFen)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t("earnings.column.sum")}</th>
          <td>{format.count(data.orders)}</td>
          <td>{format.money(data.netFen)}</td>
        </tr>
      </tfoot>
    </table>
  );
}
