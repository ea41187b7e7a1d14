import { useAct } from "@lingong/client/react";
import type { ActionView, OrderCommand, OrderView } from "@lingong/contracts";
import { createContext, type ReactNode, useContext, useMemo } from "react";
import { useCheckout } from "./actions/use-checkout.ts";

/** One order and what may be done with it now. Buttons exist because `actions` says so. */
export interface OrderHandle {
  readonly order: OrderView;
  readonly actionOf: (command: OrderCommand["type"], subjectId?: string) => ActionView | undefined;
  /** Does it; where it asks for money, goes on to the payment page. */
  readonly run: (command: OrderCommand) => Promise<void>;
  readonly running: OrderCommand["type"] | null;
  readonly error: unknown;
  readonly pay: (paymentId: string) => void;
  readonly paying: boolean;
}

const OrderContext = createContext<OrderHandle | null>(null);

export function OrderProvider({ order, children }: { readonly order: OrderView; readonly children: ReactNode }) {
  const act = useAct(order.id);
  const checkout = useCheckout(order.id);
  const handle = useMemo<OrderHandle>(
    () => ({
      order,
      actionOf: (command, subjectId) =>
        order.actions.find((action) => action.command === command && (subjectId === undefined || action.subjectId === subjectId)),
      run: async (command) => {
        const { payment } = await act.mutateAsync(command);
        if (payment !== null) checkout.pay(payment.id);
      },
      running: act.isPending ? act.variables.type : null,
      error: act.error ?? checkout.error,
      pay: checkout.pay,
      paying: checkout.paying,
    }),
    [order, act, checkout],
  );
  return <OrderContext value={handle}>{children}</OrderContext>;
}

export function useOrder(): OrderHandle {
  const handle = useContext(OrderContext);
  if (handle === null) throw new Error("useOrder needs an OrderProvider around it");
  return handle;
}
