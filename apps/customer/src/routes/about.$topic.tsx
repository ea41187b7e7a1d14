import { createFileRoute, notFound } from "@tanstack/react-router";
import { AboutPage, aboutTopics } from "../about/about-page.tsx";

export const Route = createFileRoute("/about/$topic")({
  component: AboutRoute,
  beforeLoad: ({ params }) => {
    if (!aboutTopics.some((topic) => topic === params.topic)) throw notFound();
  },
});

function AboutRoute() {
  const { topic } = Route.useParams();
  const known = aboutTopics.find((one) => one === topic);
  return known === undefined ? null : <AboutPage key={known} topic={known} />;
}
