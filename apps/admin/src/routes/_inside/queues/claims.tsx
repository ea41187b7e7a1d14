import { createFileRoute } from "@tanstack/react-router";
import { ClaimsPage } from "../../../queues/claims-page.tsx";

export const Route = createFileRoute("/_inside/queues/claims")({ component: ClaimsPage });
