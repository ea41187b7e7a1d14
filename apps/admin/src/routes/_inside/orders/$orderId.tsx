import { createFileRoute } from "@tanstack/react-router";
import { DossierPage } from "../../../dossier/dossier-page.tsx";

export const Route = createFileRoute("/_inside/orders/$orderId")({
  component: DossierRoute,
  validateSearch: (search: Record<string, unknown>): { event?: number } => {
    const event = Number(search.event);
    return Number.isSafeInteger(event) && event > 0 ? { event } : {};
  },
});

function DossierRoute() {
  const { orderId } = Route.useParams();
  const { event } = Route.useSearch();
  return <DossierPage key={orderId} orderId={orderId} event={event ?? null} />;
}
