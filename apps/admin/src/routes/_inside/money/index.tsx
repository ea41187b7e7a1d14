import { createFileRoute } from "@tanstack/react-router";
import { BalancePage } from "../../../money/balance-page.tsx";

export const Route = createFileRoute("/_inside/money/")({ component: BalancePage });
