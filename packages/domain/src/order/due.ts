import type { Instant } from "../kernel/instant.ts";
import type { Fen } from "../kernel/money.ts";
import type { Policy } from "../policy/policy.ts";
import { arrivedFeeFen, billOf } from "./bill.ts";
import type { Order } from "./order.ts";
import { assignmentOf } from "./step.ts";

/**
 * What is due when a dispute is opened (§8): at the door the arrived-row fee and earned travel; once work has begun the
 * bill so far with its paid items; after the finish the bill.
 */
export function dueFen(order: Order, now: Instant, policy: Policy): Fen {
  if (order.bill !== null) return order.bill.totalFen;
  if (order.service === null) return arrivedFeeFen(order, policy) + (order.travelEarned ? order.terms.travelFen : 0);
  return billOf(order, assignmentOf(order).pinned, { until: now }, policy).totalFen;
}
