import { createFileRoute } from "@tanstack/react-router";
import { WorkerPage } from "../worker-profile/worker-page.tsx";

export const Route = createFileRoute("/workers/$workerId")({ component: WorkerRoute });

function WorkerRoute() {
  const { workerId } = Route.useParams();
  return <WorkerPage key={workerId} workerId={workerId} />;
}
