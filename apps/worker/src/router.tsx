import { createRouter } from "@tanstack/react-router";
import { routeTree } from "./routeTree.gen.ts";

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
  interface StaticDataRouteOption {
    /** A page of one task: on phones its own action bar stands where the tab bar would be. */
    readonly task?: boolean;
    /** Who may see it; those who are registered as workers, unless told. */
    readonly access?: "anyone" | "signed_in";
  }
}

export function createAppRouter() {
  return createRouter({ routeTree, basepath: "/worker", defaultPreload: "intent", scrollRestoration: true, defaultPendingMs: 300 });
}
