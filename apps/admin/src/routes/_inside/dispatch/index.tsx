import { createFileRoute } from "@tanstack/react-router";
import { RoundsPage } from "../../../dispatch/rounds-page.tsx";

export const Route = createFileRoute("/_inside/dispatch/")({ component: RoundsPage });
