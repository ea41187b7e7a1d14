import type { OfferCard, OfferView } from "@lingong/contracts";
import { type Offer, offers, orders, workers } from "@lingong/db";
import type { ScoreParts } from "@lingong/domain";
import { fail, found } from "../kernel/domain-exception.ts";
import { iso } from "../kernel/iso.ts";
import type { Signed } from "../kernel/signed.ts";
import { policyOf } from "../policy/policies.ts";
import { loadJobCard, loadJobView } from "./job.ts";
import { scoreView } from "./score.ts";

/** An open offer whose time is over reads as timed out, though the timer has not come by yet. */
function stateOf(offer: Offer, now: number): OfferView["state"] {
  return offer.state === "open" && offer.expiresAt <= now ? "timed_out" : offer.state;
}

function isExclusive({ kind }: Offer): boolean {
  return kind === "direct" || kind === "regular";
}

/** One's own offer. @throws `not_found`, `not_yours` */
export async function ownOffer({ services, session }: Signed, offerId: string): Promise<Offer> {
  const offer = found(await offers.findById(services.db, offerId));
  return offer.workerId === session.userId ? offer : fail("not_yours");
}

/** The offers that wait for this worker, the one that ends first at the front. */
export async function listOpenOffers({ services, session }: Signed): Promise<OfferCard[]> {
  const now = services.clock.now();
  const open = (await offers.listOpenForWorker(services.db, session.userId)).filter((offer) => offer.expiresAt > now && offer.kind !== "hall");
  const byId = new Map(
    (
      await orders.findMany(
        services.db,
        open.map(({ orderId }) => orderId),
      )
    ).map((order) => [order.id, order]),
  );
  return Promise.all(
    open.flatMap((offer) => {
      const order = byId.get(offer.orderId);
      if (order === undefined) return [];
      const own = {
        id: offer.id,
        state: stateOf(offer, now),
        sentAt: iso(offer.createdAt),
        expiresAt: iso(offer.expiresAt),
        exclusive: isExclusive(offer),
      };
      return [loadJobCard(services, order, session.userId).then((card) => ({ ...own, ...card }))];
    }),
  );
}

/** The offer that takes the screen: net pay, place, customer, and why this worker. */
export async function loadOffer(ctx: Signed, offerId: string): Promise<OfferView> {
  const { services, session } = ctx;
  const offer = await ownOffer(ctx, offerId);
  const { order } = found(await orders.findById(services.db, offer.orderId));
  const [job, worker, { policy }] = await Promise.all([
    loadJobView(services, order, session.userId),
    workers.findById(services.db, session.userId),
    policyOf(services, null),
  ]);
  const parts = offer.details.parts as ScoreParts | undefined;
  return {
    ...job,
    id: offer.id,
    state: stateOf(offer, services.clock.now()),
    sentAt: iso(offer.createdAt),
    expiresAt: iso(offer.expiresAt),
    exclusive: isExclusive(offer),
    endedReason: offer.voidReason,
    endedAt: iso(offer.decidedAt),
    score:
      parts === undefined || offer.score === null
        ? null
        : scoreView(parts, { total: offer.score, rank: offer.rank, policyVersion: policy.version }, policy),
    missedInARow: worker?.missedInARow ?? 0,
  };
}
