import { refusalOf } from "@lingong/client";
import { useIntended, useTRPC } from "@lingong/client/react";
import type { AcceptOutput, OfferView } from "@lingong/contracts";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";

/** Refusals that mean: too late. The offer is then read anew and says how it ended. */
const tooLate: ReadonlySet<string> = new Set(["offer_taken", "offer_not_open", "deadline_passed", "wrong_state", "conflict"]);

/** Yes or no to an offer: each tap counts once, and the first yes of all workers wins on the server. */
export function useAnswer(offer: OfferView, onDone: () => void) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const refresh = () =>
    Promise.all([
      queryClient.invalidateQueries({ queryKey: trpc.offers.pathKey() }),
      queryClient.invalidateQueries({ queryKey: trpc.workers.today.queryKey() }),
    ]);
  const accept = useIntended<{ offerId: string; contractHash: string }, AcceptOutput>("accept", (api, input) => api.offers.accept.mutate(input));
  const decline = useIntended<{ offerId: string }, unknown>("decline", (api, input) => api.offers.decline.mutate(input));
  const onError = (error: unknown) => {
    if (tooLate.has(refusalOf(error)?.code ?? "")) void refresh();
  };
  return {
    accept: () =>
      accept.mutate(
        { offerId: offer.id, contractHash: offer.contractHash },
        {
          onError,
          onSuccess: ({ order }) => {
            queryClient.setQueryData(trpc.orders.get.queryKey({ orderId: order.id }), order);
            onDone();
            void refresh();
            void navigate({ to: "/jobs/$orderId", params: { orderId: order.id } });
          },
        },
      ),
    decline: () =>
      decline.mutate(
        { offerId: offer.id },
        {
          onError,
          onSuccess: () => {
            onDone();
            void refresh();
          },
        },
      ),
    accepting: accept.isPending,
    declining: decline.isPending,
    error: accept.error ?? decline.error,
  };
}
