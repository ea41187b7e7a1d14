import type { OrderCard, Person } from "@lingong/contracts";
import { CategoryTile, StateView, StatusChip, useDistrict, useFormat, useServerNow, useText } from "@lingong/ui";
import { IconListDetails } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { OrderCell } from "../orders/order-cell.tsx";
import orders from "../orders/orders.module.css";
import { addressOf } from "../shell/address.ts";
import type { Column } from "../table/columns.ts";
import { DataTable } from "../table/data-table.tsx";

/** The last orders a person placed or did. */
export function PersonOrders({ person }: { readonly person: Person }) {
  const { t } = useTranslation("admin");
  const text = useText();
  const format = useFormat();
  const districtName = useDistrict();
  const now = useServerNow(60_000);
  const startOf = ({ startsAt }: OrderCard) => (startsAt === null ? t("orders.soon") : format.shortMoment(Date.parse(startsAt), now));
  if (person.orders.length === 0) {
    return (
      <StateView icon={IconListDetails} title={t("person.noOrders")}>
        {t("person.noOrdersBody")}
      </StateView>
    );
  }
  const columns: readonly Column<OrderCard>[] = [
    {
      key: "order",
      head: t("orders.order"),
      cell: (order) => <OrderCell order={order} />,
    },
    { key: "state", head: t("orders.state"), cell: ({ state }) => <StatusChip state={state} /> },
    {
      key: "worker",
      head: t("orders.worker"),
      cell: ({ counterpartName }) => counterpartName ?? <span className={orders.quiet}>{t("orders.noWorker")}</span>,
    },
    { key: "place", head: t("orders.place"), cell: ({ district }) => (district === null ? t("orders.remote") : districtName(district)) },
    { key: "start", head: t("orders.start"), cell: startOf },
    { key: "total", head: t("orders.amount"), align: "end", cell: ({ totalFen }) => format.money(totalFen) },
  ];
  return (
    <DataTable
      label={t("person.orders")}
      columns={columns}
      rows={person.orders}
      keyOf={({ id }) => id}
      hrefOf={({ id }) => addressOf(`/orders/${id}`)}
      compact={(order) => ({
        lead: <CategoryTile icon={order.category.icon} />,
        title: text(order.category.name),
        detail: [order.code, startOf(order)].join(t("app.between")),
        aside: (
          <span className={orders.aside}>
            <StatusChip state={order.state} />
            {format.money(order.totalFen)}
          </span>
        ),
      })}
    />
  );
}
