import type { DeclineOfferInput } from "@lingong/contracts";
import { orders, declineOffer as recordDecline } from "@lingong/db";
import { refuseDirect } from "../dispatch/direct.ts";
import { fail } from "../kernel/domain-exception.ts";
import type { Signed } from "../kernel/signed.ts";
import { ownOffer } from "./view.ts";

/** A worker says no: it lowers nothing (§6). Saying it again is the same answer. */
export async function declineOffer(ctx: Signed, input: DeclineOfferInput): Promise<{ done: true }> {
  const { services, session } = ctx;
  const offer = await ownOffer(ctx, input.offerId);
  if (offer.state === "declined") return { done: true };
  const now = services.clock.now();
  if (offer.expiresAt <= now) fail("offer_not_open", { state: "timed_out" });
  if (!(await recordDecline(services.db, { offerId: offer.id, workerId: session.userId, now })))
    fail("offer_not_open", { state: offer.voidReason ?? offer.state });
  const record = await orders.findById(services.db, offer.orderId);
  if (record?.order.state === "matching" && record.order.direct?.workerId === session.userId) await refuseDirect(services, offer.orderId);
  return { done: true };
}
