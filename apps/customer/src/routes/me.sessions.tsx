import { createFileRoute } from "@tanstack/react-router";
import { SessionsPage } from "../account/sessions-page.tsx";

export const Route = createFileRoute("/me/sessions")({ component: SessionsPage });
