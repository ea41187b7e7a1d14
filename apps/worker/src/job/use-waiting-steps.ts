import type { QueuedStep } from "@lingong/client";
import { useClient } from "@lingong/client/react";
import { useMemo, useSyncExternalStore } from "react";

/** Steps of an order that wait on this device for the network, in their order. */
export function useWaitingSteps(orderId: string | null): readonly QueuedStep[] {
  const { queue } = useClient();
  const all = useSyncExternalStore((changed) => queue.on("change", changed), queue.waiting, queue.waiting);
  return useMemo(() => all.filter((step) => step.orderId === orderId), [all, orderId]);
}
