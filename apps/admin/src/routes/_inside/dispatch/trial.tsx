import { createFileRoute } from "@tanstack/react-router";
import { TrialPage } from "../../../dispatch/trial-page.tsx";

export const Route = createFileRoute("/_inside/dispatch/trial")({ component: TrialPage });
