import { createFileRoute } from "@tanstack/react-router";
import { ReviewPage } from "../review/review-page.tsx";

export const Route = createFileRoute("/jobs/$orderId/review")({ component: ReviewRoute, staticData: { task: true } });

function ReviewRoute() {
  const { orderId } = Route.useParams();
  return <ReviewPage key={orderId} orderId={orderId} />;
}
