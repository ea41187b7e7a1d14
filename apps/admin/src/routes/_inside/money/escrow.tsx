import { createFileRoute } from "@tanstack/react-router";
import { EscrowPage } from "../../../money/escrow-page.tsx";

export const Route = createFileRoute("/_inside/money/escrow")({ component: EscrowPage });
