import type { CommandType, Order } from "@lingong/domain";
import type { SignedIn } from "../accounts/session-cache.ts";
import { fail } from "../kernel/domain-exception.ts";
import type { Hat, Viewer } from "./view/order-view.ts";

/** Which admin role a forced step needs: arbitrators decide, operators run the market. */
export const adminCommands: Readonly<Partial<Record<CommandType, "arbitrator" | "operator">>> = {
  assignArbitrator: "operator",
  closeEvidence: "operator",
  forceCancel: "operator",
  decideDispute: "arbitrator",
  askForEvidence: "arbitrator",
};

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
      return { side: "admin", userId, actor: { role: "admin", id: userId }, hats: hatsOf(session) };
  }
}

/** Operators act as admins; who decides a dispute acts as its arbitrator; other roles only look. */
function hatsOf({ userId, adminRoles }: SignedIn): readonly Hat[] {
  const commandsOf = (role: string) => (Object.keys(adminCommands) as CommandType[]).filter((command) => adminCommands[command] === role);
  return [
    ...(adminRoles.includes("operator") ? [{ actor: { role: "admin", id: userId }, commands: commandsOf("operator") } as const] : []),
    ...(adminRoles.includes("arbitrator") ? [{ actor: { role: "arbitrator", id: userId }, commands: commandsOf("arbitrator") } as const] : []),
  ];
}
