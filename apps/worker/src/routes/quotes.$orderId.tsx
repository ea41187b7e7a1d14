import { createFileRoute } from "@tanstack/react-router";
import { QuotePage } from "../quote/quote-page.tsx";

export const Route = createFileRoute("/quotes/$orderId")({ component: QuoteRoute, staticData: { task: true } });

function QuoteRoute() {
  const { orderId } = Route.useParams();
  return <QuotePage key={orderId} orderId={orderId} />;
}
