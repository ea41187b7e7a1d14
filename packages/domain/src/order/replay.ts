import type { Order } from "./order.ts";
import type { OrderEvent } from "./outcome.ts";

/**
 * The order its events tell: each event's changes laid over the former order. The stored row equals this, byte for byte
 * in canonical JSON; the audit checks it, the dossier rests on it.
 * @throws RangeError when an event is missing, doubled or out of order.
 */
export function replay(events: readonly OrderEvent[]): Order {
  let order: Partial<Order> = {};
  for (const [index, event] of events.entries()) {
    if (event.version !== index + 1) throw new RangeError(`event ${index + 1} of order ${event.orderId} is version ${event.version}`);
    order = { ...order, ...event.changes, version: event.version };
  }
  if (order.id === undefined) throw new RangeError("an order has at least its first event");
  return order as Order;
}
