import { createFileRoute } from "@tanstack/react-router";
import { HallJobPage } from "../hall/hall-job-page.tsx";

export const Route = createFileRoute("/hall/$orderId")({ component: HallJobRoute, staticData: { task: true } });

function HallJobRoute() {
  const { orderId } = Route.useParams();
  return <HallJobPage key={orderId} orderId={orderId} />;
}
