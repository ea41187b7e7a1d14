import { createFileRoute } from "@tanstack/react-router";
import { WorkerReceiptsPage } from "../../../dispatch/worker-receipts-page.tsx";

export const Route = createFileRoute("/_inside/dispatch/workers_/$workerId")({ component: WorkerReceiptsRoute });

function WorkerReceiptsRoute() {
  const { workerId } = Route.useParams();
  return <WorkerReceiptsPage workerId={workerId} />;
}
