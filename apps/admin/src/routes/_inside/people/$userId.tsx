import { createFileRoute } from "@tanstack/react-router";
import { PersonPage } from "../../../people/person-page.tsx";

export const Route = createFileRoute("/_inside/people/$userId")({ component: PersonRoute });

function PersonRoute() {
  const { userId } = Route.useParams();
  return <PersonPage key={userId} userId={userId} />;
}
