import { createFileRoute } from "@tanstack/react-router";
import { type AccountKind, AccountsPage } from "../../../money/accounts-page.tsx";

/** What is not understood is the wallets. */
const kindOf = (search: Readonly<Record<string, unknown>>): { kind: AccountKind } => ({ kind: search.kind === "escrow" ? "escrow" : "worker" });

export const Route = createFileRoute("/_inside/money/accounts")({ component: AccountsRoute, validateSearch: kindOf });

function AccountsRoute() {
  const { kind } = Route.useSearch();
  const navigate = Route.useNavigate();
  return <AccountsPage kind={kind} onKind={(next) => void navigate({ search: { kind: next }, replace: true })} />;
}
