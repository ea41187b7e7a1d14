import { createFileRoute } from "@tanstack/react-router";
import { RoundPage } from "../../../dispatch/round-page.tsx";

export const Route = createFileRoute("/_inside/dispatch/rounds_/$roundId")({ component: RoundRoute });

function RoundRoute() {
  const { roundId } = Route.useParams();
  return <RoundPage roundId={Number(roundId)} />;
}
