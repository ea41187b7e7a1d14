import { createFileRoute } from "@tanstack/react-router";
import { FinishPage } from "../job/finish-page.tsx";

export const Route = createFileRoute("/jobs/$orderId/finish")({ component: FinishRoute, staticData: { task: true } });

function FinishRoute() {
  const { orderId } = Route.useParams();
  return <FinishPage key={orderId} orderId={orderId} />;
}
