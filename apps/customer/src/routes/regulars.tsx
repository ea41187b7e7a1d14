import { createFileRoute } from "@tanstack/react-router";
import { RegularsPage } from "../regulars/regulars-page.tsx";

export const Route = createFileRoute("/regulars")({ component: RegularsPage });
