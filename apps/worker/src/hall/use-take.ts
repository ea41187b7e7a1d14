import { refusalOf } from "@lingong/client";
import { useIntended, useTRPC } from "@lingong/client/react";
import type { AcceptOutput, JobView } from "@lingong/contracts";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";

/** Refusals that mean that somebody was faster, or that the order has left the hall. */
const gone: ReadonlySet<string> = new Set(["offer_taken", "wrong_state", "not_found", "conflict"]);

/** Taking an order from the hall; the first of all workers wins on the server. */
export function useTake(job: JobView | undefined) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const take = useIntended<{ orderId: string; contractHash: string }, AcceptOutput>("take", (api, input) => api.hall.take.mutate(input));
  const tooLate = take.error !== null && gone.has(refusalOf(take.error)?.code ?? "");
  return {
    take: () =>
      job !== undefined &&
      take.mutate(
        { orderId: job.orderId, contractHash: job.contractHash },
        {
          onSuccess: ({ order }) => {
            queryClient.setQueryData(trpc.orders.get.queryKey({ orderId: order.id }), order);
            void queryClient.invalidateQueries({ queryKey: trpc.workers.today.queryKey() });
            void queryClient.invalidateQueries({ queryKey: trpc.hall.list.pathKey() });
            void navigate({ to: "/jobs/$orderId", params: { orderId: order.id }, replace: true });
          },
          onError: () => void queryClient.invalidateQueries({ queryKey: trpc.hall.list.pathKey() }),
        },
      ),
    taking: take.isPending,
    tooLate,
    error: tooLate ? null : take.error,
  };
}
