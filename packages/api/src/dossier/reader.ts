import type { Side } from "@lingong/contracts";
import { defaultPolicy, type Order } from "@lingong/domain";
import { fail } from "../kernel/domain-exception.ts";
import type { Signed } from "../kernel/signed.ts";
import { viewerOf } from "../orders/party.ts";
import { seesExactAddress } from "../orders/view/address.ts";

/** Who looks at a dossier, and what of the personal values they may see. */
export interface Reader {
  readonly userId: string;
  readonly side: Side;
  readonly admin: boolean;
  /** Support and finance: nobody else reads claims, they tell of injuries. */
  readonly handlesClaims: boolean;
  readonly seesAddress: boolean;
}

/** As whom somebody takes a dossier along: the customer, the worker who has the order (not one who has left it), an admin. */
export function readerOf({ services, session }: Signed, order: Order): Reader {
  const { side, userId } = viewerOf(session, order);
  if (side === "worker" && order.assignment?.workerId !== userId) return fail("not_yours");
  const seesAddress = side !== "worker" || seesExactAddress(order, userId, services.clock.now(), defaultPolicy);
  const admin = side === "admin";
  return { userId, side, admin, handlesClaims: admin && session.adminRoles.some((role) => role === "support" || role === "finance"), seesAddress };
}
