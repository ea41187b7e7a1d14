import type { OrderCard } from "@lingong/contracts";
import { CategoryTile, useText } from "@lingong/ui";
import { NamedCell } from "../components/named-cell.tsx";

/** What an order is and how it is called, as the first cell of its row. */
export function OrderCell({ order, size }: { readonly order: Pick<OrderCard, "category" | "code">; readonly size?: 44 | 48 | 56 }) {
  const text = useText();
  return (
    <NamedCell lead={<CategoryTile icon={order.category.icon} size={size} />} name={text(order.category.name)} detail={<code>{order.code}</code>} />
  );
}
