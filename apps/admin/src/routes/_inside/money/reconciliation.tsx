import { createFileRoute } from "@tanstack/react-router";
import { ReconciliationPage } from "../../../money/reconciliation/reconciliation-page.tsx";

const dayOf = (search: Readonly<Record<string, unknown>>): { day?: string } =>
  typeof search.day === "string" && /^\d{4}-\d{2}-\d{2}$/.test(search.day) ? { day: search.day } : {};

export const Route = createFileRoute("/_inside/money/reconciliation")({ component: ReconciliationRoute, validateSearch: dayOf });

function ReconciliationRoute() {
  const { day } = Route.useSearch();
  return <ReconciliationPage day={day} />;
}
