import { useAct, useTRPC } from "@lingong/client/react";
import type { OrderCommand } from "@lingong/contracts";
import { useQueryClient } from "@tanstack/react-query";

export interface Force {
  readonly send: (command: OrderCommand, onDone: () => void) => void;
  readonly isPending: boolean;
  readonly error: unknown;
}

/** A forced step on an order: sent once, and everything an admin sees of it fetched anew. */
export function useForce(orderId: string): Force {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const act = useAct(orderId);
  return {
    send: (command, onDone) =>
      act.mutate(command, {
        onSuccess: () => {
          void queryClient.invalidateQueries({ queryKey: trpc.admin.pathKey() });
          onDone();
        },
      }),
    isPending: act.isPending,
    error: act.error,
  };
}
