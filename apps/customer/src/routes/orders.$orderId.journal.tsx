import { createFileRoute } from "@tanstack/react-router";
import { JournalPage } from "../order/journal-page.tsx";

export const Route = createFileRoute("/orders/$orderId/journal")({ component: JournalRoute, staticData: { task: true } });

function JournalRoute() {
  const { orderId } = Route.useParams();
  return <JournalPage key={orderId} orderId={orderId} />;
}
