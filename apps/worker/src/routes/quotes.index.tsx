import { createFileRoute } from "@tanstack/react-router";
import { MyQuotesPage } from "../quote/my-quotes-page.tsx";

export const Route = createFileRoute("/quotes/")({ component: MyQuotesPage });
