import { createFileRoute } from "@tanstack/react-router";
import { EarningsPage } from "../earnings/earnings-page.tsx";

export const Route = createFileRoute("/earnings/")({ component: EarningsPage });
