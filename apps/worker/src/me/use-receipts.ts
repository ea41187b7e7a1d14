import { useTRPC } from "@lingong/client/react";
import { useInfiniteQuery } from "@tanstack/react-query";

/** The worker's own dispatch receipts, the newest first. */
export function useReceipts() {
  const trpc = useTRPC();
  return useInfiniteQuery(trpc.receipts.mine.infiniteQueryOptions({ limit: 30 }, { getNextPageParam: ({ nextCursor }) => nextCursor }));
}
