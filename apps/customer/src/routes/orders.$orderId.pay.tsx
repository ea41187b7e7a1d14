import { createFileRoute } from "@tanstack/react-router";
import { PayPage, type PaySearch } from "../pay/pay-page.tsx";

export const Route = createFileRoute("/orders/$orderId/pay")({
  component: PayRoute,
  staticData: { task: true },
  validateSearch: (search: Record<string, unknown>): PaySearch => ({
    ...(typeof search.payment === "string" ? { payment: search.payment } : {}),
    ...(typeof search.result === "string" ? { result: search.result } : {}),
    ...(search.go === true ? { go: true } : {}),
  }),
});

function PayRoute() {
  const { orderId } = Route.useParams();
  return <PayPage key={orderId} {...Route.useSearch()} orderId={orderId} />;
}
