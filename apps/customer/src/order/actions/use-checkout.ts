import { useTRPC } from "@lingong/client/react";
import { useMutation } from "@tanstack/react-query";
import { useCallback } from "react";

/** Leaves for the provider's payment page of an awaited payment; the provider sends the customer back to the order. */
export function useCheckout(orderId: string) {
  const trpc = useTRPC();
  const { mutate, isPending, isSuccess, error } = useMutation(
    trpc.orders.checkout.mutationOptions({ onSuccess: ({ url }) => globalThis.location.assign(url) }),
  );
  const pay = useCallback((paymentId: string) => mutate({ orderId, paymentId }), [mutate, orderId]);
  // After the answer the browser is on its way: the button stays busy until the page is gone.
  return { pay, paying: isPending || isSuccess, error };
}
