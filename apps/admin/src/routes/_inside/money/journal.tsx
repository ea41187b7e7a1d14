import { createFileRoute } from "@tanstack/react-router";
import { readJournalFilters } from "../../../money/journal-filters.ts";
import { JournalPage } from "../../../money/journal-page.tsx";

export const Route = createFileRoute("/_inside/money/journal")({ component: JournalRoute, validateSearch: readJournalFilters });

function JournalRoute() {
  const filters = Route.useSearch();
  const navigate = Route.useNavigate();
  return <JournalPage filters={filters} onChange={(next) => void navigate({ search: readJournalFilters({ ...next }), replace: true })} />;
}
