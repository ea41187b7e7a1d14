import { createFileRoute } from "@tanstack/react-router";
import { DisputesPage } from "../../../queues/disputes-page.tsx";

export const Route = createFileRoute("/_inside/queues/disputes")({ component: DisputesPage });
