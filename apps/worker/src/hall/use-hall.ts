import { useTRPC } from "@lingong/client/react";
import { useInfiniteQuery } from "@tanstack/react-query";

export type HallSort = "time" | "distance";

export interface HallFilter {
  readonly sort: HallSort;
  readonly categoryId: string | null;
}

const pageSize = 20;

/** The hall, page by page. */
export function useHall({ sort, categoryId }: HallFilter) {
  const trpc = useTRPC();
  const input = { sort, limit: pageSize, ...(categoryId === null ? {} : { categoryId }) };
  return useInfiniteQuery(trpc.hall.list.infiniteQueryOptions(input, { getNextPageParam: ({ nextCursor }) => nextCursor }));
}
