import type { Hint } from "../orders/save-order-input.ts";

/** Who is asked for these orders has changed: their customers' pages look again. Each order once. */
export function searchHints(orderIds: readonly string[]): Hint[] {
  return [...new Set(orderIds)].map((id) => ({ rooms: [`order:${id}`], kind: "matching", subjectId: id, version: null, data: null }));
}
