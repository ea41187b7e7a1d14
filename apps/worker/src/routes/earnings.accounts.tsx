import { createFileRoute } from "@tanstack/react-router";
import { AccountsPage } from "../earnings/accounts-page.tsx";

export const Route = createFileRoute("/earnings/accounts")({ component: AccountsPage, staticData: { task: true } });
