import { createFileRoute } from "@tanstack/react-router";
import { OrderPage } from "../order/order-page.tsx";

export const Route = createFileRoute("/orders/$orderId/")({ component: OrderRoute, staticData: { task: true } });

function OrderRoute() {
  const { orderId } = Route.useParams();
  return <OrderPage key={orderId} orderId={orderId} />;
}
