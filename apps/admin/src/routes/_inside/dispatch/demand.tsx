import { createFileRoute } from "@tanstack/react-router";
import { DemandPage } from "../../../dispatch/demand-page.tsx";

export const Route = createFileRoute("/_inside/dispatch/demand")({ component: DemandPage });
