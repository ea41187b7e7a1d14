import { createFileRoute } from "@tanstack/react-router";
import { HallPage } from "../hall/hall-page.tsx";

export const Route = createFileRoute("/hall/")({ component: HallPage });
