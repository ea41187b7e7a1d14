import { createFileRoute } from "@tanstack/react-router";
import { TeamPage } from "../team/team-page.tsx";

export const Route = createFileRoute("/me/team")({ component: TeamPage, staticData: { task: true } });
