import { useTRPC } from "@lingong/client/react";
import { ListSkeleton, Page, PagedView } from "@lingong/ui";
import { SegmentedControl } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { SignedIn } from "../session/signed-in.tsx";
import { PageTitle } from "../shell/page-title.tsx";
import { type OrderFilter, orderFilters } from "./filter.ts";
import { NoOrders } from "./no-orders.tsx";
import { OrderRow } from "./order-row.tsx";
import classes from "./orders.module.css";

export function OrdersPage({ filter }: { readonly filter: OrderFilter }) {
  return <SignedIn>{() => <Orders filter={filter} />}</SignedIn>;
}

const pageSize = 20;

/** All orders: under way, to be confirmed, over; more as one goes on. */
function Orders({ filter }: { readonly filter: OrderFilter }) {
  const { t } = useTranslation("customer");
  const trpc = useTRPC();
  const navigate = useNavigate();
  const list = useInfiniteQuery(
    trpc.orders.list.infiniteQueryOptions({ filter, limit: pageSize }, { getNextPageParam: ({ nextCursor }) => nextCursor }),
  );
  const counts = list.data?.pages[0]?.counts;
  const labels = {
    active: t("orders.active", { count: counts?.active ?? 0 }),
    to_confirm: t("orders.toConfirm", { count: counts?.toConfirm ?? 0 }),
    past: t("orders.past", { count: counts?.past ?? 0 }),
  };
  return (
    <Page title={t("orders.title")} width="wide">
      <PageTitle>{t("orders.title")}</PageTitle>
      <SegmentedControl
        aria-label={t("orders.filter")}
        fullWidth
        value={filter}
        onChange={(next) => void navigate({ to: "/orders", search: { filter: orderFilters.find((one) => one === next) ?? "active" }, replace: true })}
        data={orderFilters.map((value) => ({ value, label: labels[value] }))}
      />
      <PagedView query={list} skeleton={<ListSkeleton round={44} />} empty={<NoOrders filter={filter} past={counts?.past ?? 0} />}>
        {(orders) => (
          <ul className={classes.list}>
            {orders.map((order) => (
              <li key={order.id}>
                <OrderRow order={order} />
              </li>
            ))}
          </ul>
        )}
      </PagedView>
    </Page>
  );
}
