import type { ActOutput, OrderCommand } from "@lingong/contracts";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useClient, useTRPC } from "./provider.tsx";

/**
 * A command on an order. Its idempotency key belongs to the intention: trying again after a lost network is the same
 * tap, not a second one. What comes back replaces the order on screen at once; hints do the rest.
 */
export function useAct(orderId: string) {
  const client = useClient();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return useMutation<ActOutput, unknown, OrderCommand>({
    mutationFn: (command) => client.act(orderId, command),
    onSuccess: ({ order }) => {
      queryClient.setQueryData(trpc.orders.get.queryKey({ orderId }), order);
      void queryClient.invalidateQueries({ queryKey: trpc.orders.pathKey(), refetchType: "none" });
    },
  });
}

/** A worker's step: as `useAct`, but without a network it is kept on the device with the moment it was done. */
export function usePerform(orderId: string) {
  const client = useClient();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return useMutation({
    // The device's own queue waits for the network; TanStack must not hold the step back before it gets there.
    networkMode: "always",
    mutationFn: (command: OrderCommand) => client.perform(orderId, command),
    onSuccess: (performed) => {
      if (performed.state === "done") queryClient.setQueryData(trpc.orders.get.queryKey({ orderId }), performed.answer.order);
    },
  });
}
