import type { Hint, WorkerPosition } from "@lingong/contracts";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { isAboutOrder } from "./invalidation.ts";
import { useClient } from "./provider.tsx";

/** Calls back for each hint (after the queries it touches were marked as old). Give a stable function. */
export function useLive(onHint: (hint: Hint) => void): void {
  const { live } = useClient();
  useEffect(() => live.on("hint", onHint), [live, onHint]);
}

/** Follows an order (none: null) while the screen shows it. @returns where its worker is, while on the way; null: not known. */
export function useOrderLive(orderId: string | null): WorkerPosition | null {
  const { live } = useClient();
  const queryClient = useQueryClient();
  const [position, setPosition] = useState<WorkerPosition | null>(null);
  useEffect(() => {
    if (orderId === null) return;
    // What was fetched before the room was joined may have missed a hint to it alone.
    const onJoined = () => void queryClient.invalidateQueries({ predicate: (query) => isAboutOrder(query, orderId) });
    const ends = [live.watch(orderId, onJoined), live.on("position", (next) => void (next.orderId === orderId && setPosition(next)))];
    return () => {
      for (const end of ends) end();
    };
  }, [live, queryClient, orderId]);
  return position?.orderId === orderId ? position : null;
}
