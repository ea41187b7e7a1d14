import { createFileRoute } from "@tanstack/react-router";
import { type OrderFilter, orderFilters } from "../orders/filter.ts";
import { OrdersPage } from "../orders/orders-page.tsx";

export const Route = createFileRoute("/orders/")({
  component: OrdersRoute,
  validateSearch: (search: Record<string, unknown>): { filter?: OrderFilter } => {
    const filter = orderFilters.find((one) => one === search.filter);
    return filter === undefined ? {} : { filter };
  },
});

function OrdersRoute() {
  const { filter = "active" } = Route.useSearch();
  return <OrdersPage filter={filter} />;
}
