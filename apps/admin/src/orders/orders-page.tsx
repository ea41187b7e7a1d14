import { useTRPC } from "@lingong/client/react";
import { Panel, QueryView, StateView } from "@lingong/ui";
import { Button } from "@mantine/core";
import { IconListDetails } from "@tabler/icons-react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { AdminPage } from "../shell/admin-page.tsx";
import { Pager } from "../table/pager.tsx";
import { TableSkeleton } from "../table/table-skeleton.tsx";
import { usePages } from "../table/use-pages.ts";
import { FilterBar } from "./filter-bar.tsx";
import { type OrderFilters, searchOf } from "./order-filters.ts";
import { OrderTable } from "./order-table.tsx";

const pageSize = 25;

export interface OrdersPageProps {
  readonly filters: OrderFilters;
  readonly onChange: (filters: OrderFilters) => void;
}

/** All orders, by filters that stand in the address: a list can be sent to a colleague. */
export function OrdersPage({ filters, onChange }: OrdersPageProps) {
  const { t } = useTranslation("admin");
  const trpc = useTRPC();
  const pages = usePages(JSON.stringify(filters));
  const input = searchOf(filters, { cursor: pages.cursor, limit: pageSize });
  const query = useQuery(trpc.admin.orders.queryOptions(input, { placeholderData: keepPreviousData }));
  const filtered = Object.keys(filters).length > 0;
  const empty = (
    <StateView
      icon={IconListDetails}
      title={filtered ? t("orders.noneFound") : t("orders.none")}
      action={
        filtered && (
          <Button variant="default" onClick={() => onChange({})}>
            {t("filters.clear")}
          </Button>
        )
      }
    >
      {filtered ? t("orders.noneFoundBody") : t("orders.noneBody")}
    </StateView>
  );
  return (
    <AdminPage title={t("nav.orders")} live note={query.data && t("orders.total", { count: query.data.total })}>
      <FilterBar filters={filters} onChange={onChange} />
      <Panel flush>
        <QueryView query={query} skeleton={<TableSkeleton rows={12} />} isEmpty={({ items }) => items.length === 0} empty={empty}>
          {({ items, total, nextCursor }) => (
            <>
              <OrderTable label={t("orders.table")} orders={items} busy={query.isPlaceholderData} />
              <Pager pages={pages} pageSize={pageSize} shown={items.length} total={total} nextCursor={nextCursor} />
            </>
          )}
        </QueryView>
      </Panel>
    </AdminPage>
  );
}
