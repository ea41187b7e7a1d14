import { createFileRoute } from "@tanstack/react-router";
import { VerificationsPage } from "../../../queues/verifications-page.tsx";

export const Route = createFileRoute("/_inside/queues/verifications")({ component: VerificationsPage });
