import { createFileRoute } from "@tanstack/react-router";
import { FeeVersionsPage } from "../../../fees/fee-versions-page.tsx";

export const Route = createFileRoute("/_inside/fees/versions")({ component: FeeVersionsPage });
