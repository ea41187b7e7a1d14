import type { AcceptOfferInput, AcceptOutput, BriefOutput, TakeInput } from "@lingong/contracts";
import { matching, newId, type Offer, offers, openHallOffer, orders } from "@lingong/db";
import type { Order, Outcome } from "@lingong/domain";
import { DomainException, fail, found } from "../kernel/domain-exception.ts";
import type { Signed } from "../kernel/signed.ts";
import { execute } from "../orders/execute.ts";
import { requestOf } from "../orders/idempotency.ts";
import { viewOrder } from "../orders/view.ts";
import { policyOf } from "../policy/policies.ts";
import { ownOffer } from "./view.ts";

/** A worker signs what they were shown: when facts have changed since, they look again (§10). */
function signs(contractHash: string): (outcome: Outcome) => void {
  return ({ order }) => {
    if (order.assignment?.contractHash !== contractHash) fail("terms_changed");
  };
}

/** Why an accept came too late, from what has become of the offer. */
async function tooLate(ctx: Signed, offerId: string): Promise<never> {
  const offer = await offers.findById(ctx.services.db, offerId);
  const taken = offer?.state === "void" && offer.voidReason === "taken";
  return taken ? fail("offer_taken", { at: offer.decidedAt }) : fail("offer_not_open", { state: offer?.voidReason ?? offer?.state ?? null });
}

interface Accepted {
  readonly order: Order;
  readonly repeated: boolean;
}

async function acceptAs(
  ctx: Signed,
  offer: Pick<Offer, "id" | "orderId">,
  input: { readonly idempotencyKey: string; readonly contractHash: string },
  asked: unknown,
): Promise<Accepted> {
  const { services, session } = ctx;
  try {
    const executed = await execute(services, {
      orderId: offer.orderId,
      actor: { role: "worker", id: session.userId },
      command: { type: "accept", offerId: offer.id, assignmentId: newId() },
      request: requestOf(services.secrets, session.userId, input.idempotencyKey, asked, { orderId: offer.orderId }),
      check: signs(input.contractHash),
    });
    const repeated = executed.outcome === null;
    const order = repeated ? found(await orders.findById(services.db, offer.orderId)).order : executed.order;
    return { order, repeated };
  } catch (error) {
    if (error instanceof DomainException && (error.error.code === "wrong_state" || error.error.code === "conflict")) return tooLate(ctx, offer.id);
    throw error;
  }
}

async function acceptOwn(ctx: Signed, input: AcceptOfferInput): Promise<Accepted> {
  const offer = await ownOffer(ctx, input.offerId);
  return acceptAs(ctx, offer, input, { accept: offer.id });
}

async function withPage(ctx: Signed, { order, repeated }: Accepted): Promise<AcceptOutput> {
  return { order: await viewOrder(ctx, order), repeated };
}

/** Takes the order: of several at once the first wins, by the database alone; the others hear why. */
export async function acceptOffer(ctx: Signed, input: AcceptOfferInput): Promise<AcceptOutput> {
  return withPage(ctx, await acceptOwn(ctx, input));
}

/** Takes the order; its page is left to be asked for. */
export async function acceptBriefly(ctx: Signed, input: AcceptOfferInput): Promise<BriefOutput> {
  const { order, repeated } = await acceptOwn(ctx, input);
  return { orderId: order.id, version: order.version, state: order.state, payment: null, repeated };
}

/** Takes an order from the hall: an offer of the worker's own making, then the same accept. */
export async function takeFromHall(ctx: Signed, input: TakeInput): Promise<AcceptOutput> {
  const { services, session } = ctx;
  const { order } = found(await orders.findById(services.db, input.orderId));
  const mine = order.assignment?.workerId === session.userId;
  const offerId = mine ? newId() : await hallOffer(ctx, input.orderId);
  return withPage(ctx, await acceptAs(ctx, { id: offerId, orderId: order.id }, input, { take: order.id }));
}

async function hallOffer({ services, session }: Signed, orderId: string): Promise<string> {
  const { policy } = await policyOf(services, null);
  const waiting = (await matching.findWaiting(services.db, [orderId]))[0];
  if (waiting === undefined) return fail("offer_taken", { at: null });
  const { order, wave } = waiting;
  if (wave < policy.dispatch.waveRadiiKm.length || order.direct !== null) return fail("offer_not_open", { state: "not_in_hall" });
  const now = services.clock.now();
  return openHallOffer(services.db, {
    cityId: order.cityId,
    orderId,
    workerId: session.userId,
    round: order.matching?.round ?? 0,
    now,
    expiresAt: now + policy.dispatch.offerLive,
  });
}
