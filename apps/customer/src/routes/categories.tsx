import { createFileRoute } from "@tanstack/react-router";
import { CategoriesPage } from "../catalog/categories-page.tsx";

export const Route = createFileRoute("/categories")({ component: CategoriesPage });
