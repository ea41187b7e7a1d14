import { createRootRoute } from "@tanstack/react-router";
import { NotFound } from "../shell/not-found.tsx";
import { Root } from "../shell/root.tsx";
import { RouteFailed } from "../shell/route-failed.tsx";

export const Route = createRootRoute({ component: Root, notFoundComponent: NotFound, errorComponent: RouteFailed });
