import { createFileRoute } from "@tanstack/react-router";
import { SignUpPage } from "../sign-up/sign-up-page.tsx";

export const Route = createFileRoute("/sign-in")({
  component: SignInRoute,
  staticData: { task: true, access: "anyone" },
  validateSearch: (search: Record<string, unknown>): { next?: string } => (typeof search.next === "string" ? { next: search.next } : {}),
});

function SignInRoute() {
  const { next } = Route.useSearch();
  return <SignUpPage next={next} />;
}
