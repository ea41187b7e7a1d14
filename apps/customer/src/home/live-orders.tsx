import type { OrderCard } from "@lingong/contracts";
import { LiveOrderCard } from "./live-order-card.tsx";

/** Everything under way; the one that wants an answer first, and only it is outlined. */
export function LiveOrders({ orders }: { readonly orders: readonly OrderCard[] }) {
  const sorted = orders.toSorted((a, b) => Number(b.needsAnswer) - Number(a.needsAnswer));
  return sorted.map((order, index) => <LiveOrderCard key={order.id} order={order} first={index === 0} />);
}
