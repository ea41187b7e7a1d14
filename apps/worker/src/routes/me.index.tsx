import { createFileRoute } from "@tanstack/react-router";
import { MePage } from "../me/me-page.tsx";

export const Route = createFileRoute("/me/")({ component: MePage });
