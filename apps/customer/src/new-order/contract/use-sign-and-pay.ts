import { useClient } from "@lingong/client/react";
import type { TermsInput } from "@lingong/contracts";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { removeDraft } from "../draft/device-drafts.ts";
import { useWizard } from "../draft/draft-context.tsx";

export interface Signing {
  readonly terms: TermsInput;
  /** Of the contract on screen: the server refuses if its terms are others. */
  readonly termsHash: string;
  /** False: quotes are collected first, and paid for when one is chosen. */
  readonly payNow: boolean;
}

/**
 * Signs what is on screen and goes on to pay: the draft is made an order, placed under the hash that was read, and
 * from then on the order's own page carries on. Each call may be repeated; none charges anything.
 */
export function useSignAndPay() {
  const client = useClient();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const { draft } = useWizard();
  return useMutation({
    mutationFn: async ({ terms, termsHash }: Signing) => {
      const { orderId } = await client.intend(["order", draft.id, terms], (idempotencyKey) =>
        client.api.orders.createDraft.mutate({ idempotencyKey, terms }),
      );
      await client.act(orderId, { type: "place", termsHash });
      return orderId;
    },
    onSuccess: async (orderId, { payNow }) => {
      removeDraft(draft.id);
      void client.api.drafts.discard.mutate({ draftId: draft.id }).catch(() => undefined);
      if (payNow) await navigate({ to: "/orders/$orderId/pay", params: { orderId }, search: { go: true }, replace: true });
      else await navigate({ to: "/orders/$orderId", params: { orderId }, replace: true });
      void queryClient.invalidateQueries();
    },
  });
}
