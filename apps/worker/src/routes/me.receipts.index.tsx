import { createFileRoute } from "@tanstack/react-router";
import { ReceiptsPage } from "../why/receipts-page.tsx";

export const Route = createFileRoute("/me/receipts/")({ component: ReceiptsPage, staticData: { task: true } });
