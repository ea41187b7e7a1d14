import { createFileRoute } from "@tanstack/react-router";
import { readPeopleFilters } from "../../../people/people-filters.ts";
import { PeoplePage } from "../../../people/people-page.tsx";

export const Route = createFileRoute("/_inside/people/")({ component: PeopleRoute, validateSearch: readPeopleFilters });

function PeopleRoute() {
  const filters = Route.useSearch();
  const navigate = Route.useNavigate();
  return <PeoplePage filters={filters} onChange={(next) => void navigate({ search: readPeopleFilters({ ...next }), replace: true })} />;
}
