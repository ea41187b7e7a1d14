import { createFileRoute } from "@tanstack/react-router";
import { OverduePage } from "../../../queues/overdue-page.tsx";

export const Route = createFileRoute("/_inside/queues/overdue")({ component: OverduePage });
