import { createFileRoute } from "@tanstack/react-router";
import { SearchPage } from "../catalog/search-page.tsx";

export const Route = createFileRoute("/search")({
  component: SearchRoute,
  validateSearch: (search: Record<string, unknown>): { q?: string } => (search.q === undefined ? {} : { q: String(search.q).slice(0, 80) }),
});

function SearchRoute() {
  const { q = "" } = Route.useSearch();
  return <SearchPage text={q.trim()} />;
}
