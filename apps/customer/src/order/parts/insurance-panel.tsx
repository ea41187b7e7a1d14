import { useInsurance } from "@lingong/client/react";
import { OrderInsurance } from "@lingong/ui";
import { useOrder } from "../order-context.tsx";

/** The order's certificate of insurance and the customer's claims on it. */
export function InsurancePanel() {
  const { order } = useOrder();
  const { insurance, desk } = useInsurance(order.id);
  return <OrderInsurance orderId={order.id} side="customer" insurance={insurance} desk={desk} />;
}
