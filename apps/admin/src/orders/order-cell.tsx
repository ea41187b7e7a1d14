import type { OrderCard } from "@lingong/contracts";
import { CategoryTile, useText } from "@lingong/ui";
import classes from "./orders.module.css";

/** What an order is and how it is called, as the first cell of its row. */
export function OrderCell({ order, size }: { readonly order: Pick<OrderCard, "category" | "code">; readonly size?: 44 | 48 | 56 }) {
  const text = useText();
  return (
    <span className={classes.order}>
      <CategoryTile icon={order.category.icon} size={size} />
      <span>
        {text(order.category.name)}
        <small>{order.code}</small>
      </span>
    </span>
  );
}
