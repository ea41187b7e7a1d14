import { createFileRoute } from "@tanstack/react-router";
import { SettingsPage } from "../account/settings-page.tsx";

export const Route = createFileRoute("/me/settings")({ component: SettingsPage });
