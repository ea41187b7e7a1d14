import { createFileRoute } from "@tanstack/react-router";
import { ReceiptPage } from "../why/receipt-page.tsx";

export const Route = createFileRoute("/me/receipts/$receiptId")({ component: ReceiptRoute, staticData: { task: true } });

function ReceiptRoute() {
  const { receiptId } = Route.useParams();
  return <ReceiptPage receiptId={receiptId} />;
}
