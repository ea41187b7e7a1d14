import { createFileRoute } from "@tanstack/react-router";
import { ClaimPage } from "../../../claims/claim-page.tsx";

export const Route = createFileRoute("/_inside/queues/claims_/$claimId")({ component: ClaimRoute });

function ClaimRoute() {
  const { claimId } = Route.useParams();
  return <ClaimPage key={claimId} claimId={claimId} />;
}
