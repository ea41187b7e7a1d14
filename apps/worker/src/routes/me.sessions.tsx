import { createFileRoute } from "@tanstack/react-router";
import { SessionsPage } from "../me/sessions-page.tsx";

export const Route = createFileRoute("/me/sessions")({ component: SessionsPage, staticData: { task: true } });
