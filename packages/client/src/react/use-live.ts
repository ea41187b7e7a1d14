import type { Hint, WorkerPosition } from "@lingong/contracts";
import { useEffect, useState } from "react";
import { useClient } from "./provider.tsx";

/** Calls back for each hint (after the queries it touches were marked as old). Give a stable function. */
export function useLive(onHint: (hint: Hint) => void): void {
  const { live } = useClient();
  useEffect(() => live.on("hint", onHint), [live, onHint]);
}

/** Follows an order (none: null) while the screen shows it. @returns where its worker is, while on the way; null: not known. */
export function useOrderLive(orderId: string | null): WorkerPosition | null {
  const { live } = useClient();
  const [position, setPosition] = useState<WorkerPosition | null>(null);
  useEffect(() => {
    if (orderId === null) return;
    const ends = [live.watch(orderId), live.on("position", (next) => void (next.orderId === orderId && setPosition(next)))];
    return () => {
      for (const end of ends) end();
    };
  }, [live, orderId]);
  return position?.orderId === orderId ? position : null;
}
