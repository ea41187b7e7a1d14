import { createFileRoute } from "@tanstack/react-router";
import { JobsPage } from "../job/jobs-page.tsx";

export const Route = createFileRoute("/jobs/")({ component: JobsPage });
