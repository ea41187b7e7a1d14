import { createFileRoute } from "@tanstack/react-router";
import { ReviewsPage } from "../me/reviews-page.tsx";

export const Route = createFileRoute("/me/reviews")({ component: ReviewsPage, staticData: { task: true } });
