import { createFileRoute } from "@tanstack/react-router";
import { DisputeDeskPage } from "../../../dispute/dispute-desk-page.tsx";

export const Route = createFileRoute("/_inside/queues/disputes_/$orderId")({ component: DeskRoute });

function DeskRoute() {
  const { orderId } = Route.useParams();
  return <DisputeDeskPage key={orderId} orderId={orderId} />;
}
