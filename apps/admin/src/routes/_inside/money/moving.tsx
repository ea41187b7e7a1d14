import { createFileRoute } from "@tanstack/react-router";
import { MovingPage } from "../../../money/moving-page.tsx";

export const Route = createFileRoute("/_inside/money/moving")({ component: MovingPage });
