import { createFileRoute } from "@tanstack/react-router";
import { JobPage } from "../job/job-page.tsx";

export const Route = createFileRoute("/jobs/$orderId/")({ component: JobRoute, staticData: { task: true } });

function JobRoute() {
  const { orderId } = Route.useParams();
  return <JobPage key={orderId} orderId={orderId} />;
}
