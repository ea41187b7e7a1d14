import { useIsSignedIn, useTRPC } from "@lingong/client/react";
import { useQuery } from "@tanstack/react-query";

/** The signed-in home in one call; not asked while nobody is signed in. */
export function useHome() {
  const trpc = useTRPC();
  const enabled = useIsSignedIn();
  return useQuery(trpc.customers.home.queryOptions(undefined, { enabled }));
}
