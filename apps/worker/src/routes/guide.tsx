import { createFileRoute } from "@tanstack/react-router";
import { GuidePage } from "../guide/guide-page.tsx";

export const Route = createFileRoute("/guide")({ component: GuidePage, staticData: { task: true } });
