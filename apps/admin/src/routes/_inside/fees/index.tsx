import { createFileRoute } from "@tanstack/react-router";
import { FeeLabPage } from "../../../fees/fee-lab-page.tsx";

/** The version whose rates the lab begins with; none: those in force. */
const versionOf = (search: Readonly<Record<string, unknown>>): { version?: string } =>
  typeof search.version === "string" ? { version: search.version } : {};

export const Route = createFileRoute("/_inside/fees/")({ component: FeeLabRoute, validateSearch: versionOf });

function FeeLabRoute() {
  const { version } = Route.useSearch();
  return <FeeLabPage versionId={version} />;
}
