import { useTRPC } from "@lingong/client/react";
import type { MyReceiptsInput } from "@lingong/contracts";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";

export type Told = NonNullable<MyReceiptsInput["told"]>;

/** Orders near by that went to others, or those one was asked for, the newest first. */
export function useReceipts(told: Told) {
  const trpc = useTRPC();
  return useInfiniteQuery(trpc.receipts.mine.infiniteQueryOptions({ told, limit: 20 }, { getNextPageParam: ({ nextCursor }) => nextCursor }));
}

export function useReceipt(receiptId: string) {
  const trpc = useTRPC();
  return useQuery(trpc.receipts.get.queryOptions({ receiptId }, { retry: false }));
}
