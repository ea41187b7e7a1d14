import { createFileRoute } from "@tanstack/react-router";
import { JoinPage } from "../sign-up/join-page.tsx";

export const Route = createFileRoute("/join")({ component: JoinPage, staticData: { task: true, access: "signed_in" } });
