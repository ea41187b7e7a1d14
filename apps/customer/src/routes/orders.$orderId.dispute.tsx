import { createFileRoute } from "@tanstack/react-router";
import { DisputePage } from "../order/dispute/dispute-page.tsx";

export const Route = createFileRoute("/orders/$orderId/dispute")({ component: DisputeRoute, staticData: { task: true } });

function DisputeRoute() {
  const { orderId } = Route.useParams();
  return <DisputePage key={orderId} orderId={orderId} />;
}
