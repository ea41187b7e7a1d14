import type { OrderView } from "@lingong/contracts";
import type { Instant } from "@lingong/domain";

/** From when a step is open that is refused now only because it is too early; null: it is not that. */
export function openFrom(order: Pick<OrderView, "refused">, command: string): Instant | null {
  const refused = order.refused.find((one) => one.command === command && early.has(one.code));
  const from = refused?.details?.from;
  return typeof from === "number" ? from : null;
}

const early: ReadonlySet<string> = new Set(["too_early", "wait_not_over"]);
