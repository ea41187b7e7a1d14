import { termsHash } from "../contract/terms-hash.ts";
import { HOUR, type Instant, MINUTE } from "../kernel/instant.ts";
import { sampleCategory, sampleFacts, sampleHome, sampleMorning, sampleTerms } from "../samples.ts";
import type { Actor, Command } from "./command.ts";
import { draft } from "./draft.ts";
import type { Facts } from "./facts.ts";
import type { Order } from "./order.ts";
import type { Outcome } from "./outcome.ts";
import type { Terms } from "./terms.ts";
import { transition } from "./transition.ts";

// One order to walk through the table: shared by the tests of the lifecycle.

export const morning = sampleMorning;

export const customer: Actor = { role: "customer", id: "customer-1" };
export const worker: Actor = { role: "worker", id: "worker-1" };
export const timer: Actor = { role: "timer", id: "timer" };
export const provider: Actor = { role: "payment_provider", id: "sandbox" };
export const admin: Actor = { role: "admin", id: "admin-1" };

export const category = sampleCategory;
export const terms = sampleTerms;
const home = sampleHome;
export const facts = sampleFacts();

/** A walk through the table: an order, its clock and every outcome so far. */
export interface Walk {
  readonly order: Order;
  readonly outcomes: readonly Outcome[];
}

export function begin(changes: Partial<Terms> = {}, now: Instant = morning): Walk {
  const outcome = draft({ id: "order-1", cityId: "shanghai", zone: "Asia/Shanghai", customerId: customer.id, terms: { ...terms, ...changes } }, now);
  return { order: outcome.order, outcomes: [outcome] };
}

/** Takes one step and expects it to be allowed. */
export function take(walk: Walk, actor: Actor, command: Command, now: Instant, changes: Partial<Facts> = {}): Walk {
  const result = transition(walk.order, actor, command, { ...facts, ...changes }, now);
  if (!result.ok) throw new Error(`${command.type} from ${walk.order.state} was refused: ${JSON.stringify(result.error)}`);
  return { order: result.value.order, outcomes: [...walk.outcomes, result.value] };
}

export function place(walk: Walk, now: Instant = morning): Walk {
  return take(walk, customer, { type: "place", termsHash: termsHash(walk.order.terms), paymentId: "payment-1" }, now);
}

export function pay(walk: Walk, now: Instant = morning, captureId = "capture-1"): Walk {
  const fen = walk.order.payments.find((payment) => payment.id === "payment-1")?.fen ?? 0;
  return take(walk, provider, { type: "capturePayment", paymentId: "payment-1", fen, captureId, assignmentId: "assignment-q" }, now);
}

export function openOffer(walk: Walk, now: Instant): NonNullable<Facts["offer"]> {
  return { id: "offer-1", workerId: worker.id, round: walk.order.matching?.round ?? 1, state: "open", expiresAt: now + MINUTE };
}

export function accept(walk: Walk, now: Instant = morning): Walk {
  return take(walk, worker, { type: "accept", offerId: "offer-1", assignmentId: `assignment-${walk.order.version}` }, now, {
    offer: openOffer(walk, now),
  });
}

/** Placed, paid and accepted at 09:00, for 14:00. */
export function accepted(changes: Partial<Terms> = {}): Walk {
  return accept(pay(place(begin(changes))));
}

/** The worker at the door ten minutes early. */
export function arrived(changes: Partial<Terms> = {}): Walk {
  const start = morning + 5 * HOUR;
  const onTheWay = take(accepted(changes), worker, { type: "depart" }, start - 30 * MINUTE);
  return take(onTheWay, worker, { type: "arrive", position: home, headcount: 1 }, start - 10 * MINUTE);
}

/** Work that began on time. */
export function atWork(changes: Partial<Terms> = {}): Walk {
  return take(arrived(changes), worker, { type: "start", headcount: 1 }, morning + 5 * HOUR);
}

/** Work that began on time and ended after the given minutes. */
export function finished(minutes: number, changes: Partial<Terms> = {}): Walk {
  return take(atWork(changes), worker, { type: "finish", reason: "done", doneAddOnIds: [] }, morning + 5 * HOUR + minutes * MINUTE);
}
