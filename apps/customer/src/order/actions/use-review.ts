import { useClient, useTRPC } from "@lingong/client/react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { ReviewDraft } from "../parts/review-form.tsx";

/** Hands a review in; a repeat of the same tap writes it once. */
export function useReview(orderId: string) {
  const client = useClient();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ stars, tags, text, anonymous }: ReviewDraft) => {
      const about = { orderId, stars, tags: [...tags], text: text.trim(), anonymous };
      return client.api.reviews.write.mutate({ ...about, idempotencyKey: client.intentions.keyFor({ review: about }) });
    },
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: trpc.orders.get.queryKey({ orderId }) });
      void queryClient.invalidateQueries({ queryKey: trpc.customers.home.queryKey() });
    },
  });
}
