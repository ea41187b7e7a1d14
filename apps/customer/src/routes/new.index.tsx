import { createFileRoute } from "@tanstack/react-router";
import { BeginOrder } from "../new-order/begin-order.tsx";

export interface NewOrderSearch {
  readonly category?: string;
  /** A worker asked by name. */
  readonly worker?: string;
  readonly name?: string;
}

export const Route = createFileRoute("/new/")({
  component: NewOrderRoute,
  validateSearch: (search: Record<string, unknown>): NewOrderSearch => ({
    ...(typeof search.category === "string" ? { category: search.category } : {}),
    ...(typeof search.worker === "string" ? { worker: search.worker } : {}),
    ...(typeof search.name === "string" ? { name: search.name } : {}),
  }),
});

function NewOrderRoute() {
  return <BeginOrder {...Route.useSearch()} />;
}
