import type { ChatSide } from "@lingong/db";
import { type Chat, chatOf, defaultPolicy, type Order } from "@lingong/domain";
import { seesEvidence } from "../disputes/visibility.ts";
import { fail, unwrap } from "../kernel/domain-exception.ts";
import type { Signed } from "../kernel/signed.ts";

/** The conversation of an order, as one person takes part in it. */
export interface Talk extends Chat {
  readonly side: ChatSide;
  readonly userId: string;
  /** Who reads what this side writes. */
  readonly otherId: string;
}

/**
 * As whom this person talks about an order: its customer, or the worker who has it. Errors: `not_yours` (a worker who has
 * left it as well), `no_assignment`, `wrong_role` for admins, who only read.
 */
export function talkOf({ session }: Signed, order: Order): Talk {
  const { userId, app } = session;
  if (app === "admin") return fail("wrong_role");
  if (app === "customer" && order.customerId !== userId) return fail("not_yours");
  if (app === "worker" && order.assignment?.workerId !== userId) return fail("not_yours");
  const chat = unwrap(chatOf(order, defaultPolicy));
  return { ...chat, side: app, userId, otherId: app === "customer" ? chat.workerId : order.customerId };
}

/** Who of the admins reads along: nobody, but for a dispute its arbitrators and operators. @throws `wrong_role` */
export function readingAdmin({ session }: Signed, order: Order): Chat {
  if (order.dispute === null) return fail("wrong_role");
  if (!seesEvidence(order, session.userId) && !session.adminRoles.includes("operator")) return fail("wrong_role", { role: "arbitrator" });
  return unwrap(chatOf(order, defaultPolicy));
}
