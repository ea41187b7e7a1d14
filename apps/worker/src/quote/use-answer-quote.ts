import { useIntended, useTRPC } from "@lingong/client/react";
import type { QuoteJob } from "@lingong/contracts";
import { useQueryClient } from "@tanstack/react-query";

type Answer = "agree" | "keep" | "withdraw";

/** Answering a counter-offer, or taking the quote back. */
export function useAnswerQuote(orderId: string, quoteId: string | undefined) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const answering = useIntended<{ quoteId: string; answer: Answer }, QuoteJob>("answerQuote", (api, input) => api.quotes.answer.mutate(input));
  return {
    answer: (answer: Answer) => {
      if (quoteId === undefined) return;
      answering.mutate(
        { quoteId, answer },
        {
          onSuccess: (job) => queryClient.setQueryData(trpc.quotes.job.queryKey({ orderId }), job),
          onError: () => void queryClient.invalidateQueries({ queryKey: trpc.quotes.pathKey() }),
        },
      );
    },
    running: answering.isPending ? answering.variables.answer : null,
    error: answering.error,
  };
}
