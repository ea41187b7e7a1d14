import { useCity, useTRPC } from "@lingong/client/react";
import { useQuery } from "@tanstack/react-query";

/** Every category of the city with what it costs there and who is free now. */
export function useCategories() {
  const trpc = useTRPC();
  const { cityId } = useCity();
  return useQuery(trpc.catalog.categories.queryOptions({ cityId }, { staleTime: 60_000 }));
}
