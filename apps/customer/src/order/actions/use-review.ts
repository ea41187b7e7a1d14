import { useIntended, useTRPC } from "@lingong/client/react";
import type { ReviewView, WriteReviewInput } from "@lingong/contracts";
import { useQueryClient } from "@tanstack/react-query";
import type { ReviewDraft } from "../parts/review-form.tsx";

/** Hands a review in; a repeat of the same tap writes it once. */
export function useReview(orderId: string) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const write = useIntended<Omit<WriteReviewInput, "idempotencyKey">, ReviewView>("review", (api, input) => api.reviews.write.mutate(input));
  const submit = async ({ stars, tags, text, anonymous }: ReviewDraft) => {
    await write.mutateAsync({ orderId, stars, tags: [...tags], text: text.trim(), anonymous });
    void queryClient.invalidateQueries({ queryKey: trpc.orders.get.queryKey({ orderId }) });
    void queryClient.invalidateQueries({ queryKey: trpc.customers.home.queryKey() });
  };
  return { submit, submitting: write.isPending, error: write.error };
}
