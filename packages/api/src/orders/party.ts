import type { Actor, Order } from "@lingong/domain";
import type { SignedIn } from "../accounts/session-cache.ts";
import { fail } from "../kernel/domain-exception.ts";
import type { Viewer } from "./view/order-view.ts";

/** Whether a worker has, or once had, this order. */
function wasAssigned(order: Order, workerId: string): boolean {
  return order.assignment?.workerId === workerId || order.formerAssignments.some((former) => former.workerId === workerId);
}

/**
 * As whom this person may look at an order, and act on it. Somebody else's order is `not_yours`: it says no more of it than
 * that it is there.
 */
export function viewerOf(session: SignedIn, order: Order): Viewer {
  const { userId } = session;
  switch (session.app) {
    case "customer":
      return order.customerId === userId ? { side: "customer", userId, actor: { role: "customer", id: userId } } : fail("not_yours");
    case "worker":
      return wasAssigned(order, userId) ? { side: "worker", userId, actor: { role: "worker", id: userId } } : fail("not_yours");
    case "admin":
      return { side: "admin", userId, actor: adminActor(session) };
  }
}

/** Operators act as admins; who decides a dispute acts as its arbitrator. */
function adminActor({ userId }: SignedIn): Actor {
  return { role: "admin", id: userId };
}
