import { createFileRoute } from "@tanstack/react-router";
import { PasswordPage } from "../account/password-page.tsx";

export const Route = createFileRoute("/me/password")({ component: PasswordPage });
