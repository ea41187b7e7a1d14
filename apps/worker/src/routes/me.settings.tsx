import { createFileRoute } from "@tanstack/react-router";
import { SettingsPage } from "../me/settings-page.tsx";

export const Route = createFileRoute("/me/settings")({ component: SettingsPage, staticData: { task: true } });
