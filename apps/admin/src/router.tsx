import { createRouter } from "@tanstack/react-router";
import { routeTree } from "./routeTree.gen.ts";

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}

export function createAppRouter() {
  return createRouter({ routeTree, basepath: "/admin", defaultPreload: "intent", scrollRestoration: true, defaultPendingMs: 300 });
}
