import { createFileRoute } from "@tanstack/react-router";
import { StatementPage } from "../earnings/statement-page.tsx";

export const Route = createFileRoute("/earnings/statement")({ component: StatementPage, staticData: { task: true } });
