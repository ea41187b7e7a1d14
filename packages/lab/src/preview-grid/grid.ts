import {
  type Actor,
  type Command,
  DAY,
  defaultPolicy,
  draft,
  type Facts,
  type FeePlanId,
  MINUTE,
  type Order,
  termsHash,
  transition,
} from "@lingong/domain";
import { sampleCategory, sampleFacts, sampleMorning, sampleTerms } from "@lingong/domain/samples";

// The grid of §5: every minute of the fourteen days around a start, under every plan, at two hundred amounts.

export const plans = Object.keys(defaultPolicy.fees.plans) as readonly FeePlanId[];
/** Amounts of an hour in fen: odd ones among them, so that every rounding is met. */
export const rates = Array.from({ length: 200 }, (_, index) => 4_900 + index * 37);
export const minutes = 14 * 24 * 60;

export const acceptedAt = sampleMorning;
export const startsAt = acceptedAt + 13 * DAY;

/** An accepted order of the grid, and what its commands are judged on. */
export interface Placed {
  readonly order: Order;
  readonly facts: Facts;
}

export const customer: Actor = { role: "customer", id: "customer-1" };
const worker: Actor = { role: "worker", id: "worker-1" };
const provider: Actor = { role: "payment_provider", id: "sandbox" };

function taken(order: Order, actor: Actor, command: Command, facts: Facts): Order {
  const result = transition(order, actor, command, facts, acceptedAt);
  if (!result.ok) throw new Error(`${command.type} from ${order.state} was refused: ${result.error.code}`);
  return result.value.order;
}

/** The order of a plan and an amount, one to four hours long: drafted, signed, paid and accepted thirteen days before its start. */
export function acceptedOrder(plan: FeePlanId, amount: number): Placed {
  const category = { ...sampleCategory, plan, minimumMinutes: 60 };
  const facts = sampleFacts({ category });
  const terms = {
    ...sampleTerms,
    plan,
    startsAt,
    minimumMinutes: 60,
    bookedMinutes: 60 * (1 + (amount % 4)),
    rateFenPerHour: rates[amount] ?? 0,
  };
  const { order: drafted } = draft({ id: "order-1", cityId: "shanghai", zone: "Asia/Shanghai", customerId: customer.id, terms }, acceptedAt);
  const placed = taken(drafted, customer, { type: "place", termsHash: termsHash(drafted.terms), paymentId: "payment-1" }, facts);
  const fen = placed.payments[0]?.fen ?? 0;
  const paid = taken(placed, provider, { type: "capturePayment", paymentId: "payment-1", fen, captureId: "capture-1", assignmentId: "q" }, facts);
  const offer = { id: "offer-1", workerId: worker.id, round: paid.matching?.round ?? 1, state: "open", expiresAt: acceptedAt + MINUTE } as const;
  const accept = { type: "accept", offerId: offer.id, assignmentId: "assignment-1" } as const;
  return { order: taken(paid, worker, accept, { ...facts, offer }), facts };
}
