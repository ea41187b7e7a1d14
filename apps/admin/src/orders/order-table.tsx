import type { AdminOrderRow } from "@lingong/contracts";
import { CategoryTile, type Format, StatusChip, useDistrict, useFormat, useServerNow, useText } from "@lingong/ui";
import { useTranslation } from "react-i18next";
import { addressOf } from "../shell/address.ts";
import type { Column } from "../table/columns.ts";
import { DataTable } from "../table/data-table.tsx";
import { DeadlineCell } from "./deadline-cell.tsx";
import { OrderCell } from "./order-cell.tsx";
import classes from "./orders.module.css";

export interface OrderTableProps {
  readonly label: string;
  readonly orders: readonly AdminOrderRow[];
  readonly busy?: boolean;
}

function timeOf(order: AdminOrderRow, format: Format, now: number): string | null {
  return order.startsAt === null ? null : format.shortMoment(Date.parse(order.startsAt), now);
}

/** Orders as rows: what, who, when, how much, and the clock that runs. */
export function OrderTable({ label, orders, busy }: OrderTableProps) {
  const { t } = useTranslation("admin");
  const text = useText();
  const format = useFormat();
  const districtName = useDistrict();
  const now = useServerNow(60_000);
  const nobody = <span className={classes.quiet}>{t("orders.noWorker")}</span>;
  const columns: readonly Column<AdminOrderRow>[] = [
    {
      key: "order",
      head: t("orders.order"),
      cell: (order) => <OrderCell order={order} size={44} />,
    },
    { key: "state", head: t("orders.state"), cell: ({ state }) => <StatusChip state={state} /> },
    { key: "customer", head: t("orders.customer"), cell: ({ customerName }) => customerName },
    { key: "worker", head: t("orders.worker"), cell: ({ workerName }) => workerName ?? nobody },
    { key: "place", head: t("orders.place"), cell: ({ district }) => (district === null ? t("orders.remote") : districtName(district)) },
    {
      key: "start",
      head: t("orders.start"),
      cell: (order) => timeOf(order, format, now) ?? <span className={classes.quiet}>{t("orders.soon")}</span>,
    },
    { key: "deadline", head: t("orders.deadline"), cell: ({ deadline }) => <DeadlineCell deadline={deadline} /> },
    { key: "total", head: t("orders.amount"), align: "end", cell: ({ totalFen }) => format.money(totalFen) },
  ];
  return (
    <DataTable
      label={label}
      columns={columns}
      rows={orders}
      keyOf={({ id }) => id}
      hrefOf={({ id }) => addressOf(`/orders/${id}`)}
      busy={busy}
      compact={(order) => ({
        lead: <CategoryTile icon={order.category.icon} />,
        title: text(order.category.name),
        detail: [order.code, order.customerName, order.workerName, timeOf(order, format, now)].filter(Boolean).join(t("app.between")),
        aside: (
          <span className={classes.aside}>
            <StatusChip state={order.state} />
            {format.money(order.totalFen)}
          </span>
        ),
      })}
    />
  );
}
