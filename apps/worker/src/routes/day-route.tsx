import { createFileRoute } from "@tanstack/react-router";
import { RoutePage } from "../route/route-page.tsx";

export const Route = createFileRoute("/day-route")({ component: RoutePage });
