import { createFileRoute } from "@tanstack/react-router";
import { readFilters } from "../../../orders/order-filters.ts";
import { OrdersPage } from "../../../orders/orders-page.tsx";

export const Route = createFileRoute("/_inside/orders/")({ component: OrdersRoute, validateSearch: readFilters });

function OrdersRoute() {
  const filters = Route.useSearch();
  const navigate = Route.useNavigate();
  return <OrdersPage filters={filters} onChange={(next) => void navigate({ search: readFilters({ ...next }), replace: true })} />;
}
