import { useTRPC } from "@lingong/client/react";
import { useQuery } from "@tanstack/react-query";

export function useToday() {
  const trpc = useTRPC();
  return useQuery(trpc.workers.today.queryOptions());
}
