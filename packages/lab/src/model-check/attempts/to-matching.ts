import { type Command, type Facts, type FeePlanId, HOUR, MINUTE, type Terms, termsHash } from "@lingong/domain";
import { type World, worker, workers } from "../world.ts";
import { attempt, customer, nextId, provider, stranger, type Tries, timer } from "./attempt.ts";

/** Terms that §2–§4 forbid, one fault each. */
function faultyTerms(good: Terms): readonly Terms[] {
  const plan: FeePlanId = good.plan === "life" ? "flat" : "life";
  return [
    { ...good, bookedMinutes: good.bookedMinutes + 7 },
    { ...good, bookedMinutes: good.minimumMinutes - 15 },
    { ...good, bookedMinutes: 15_000 },
    { ...good, headcount: 0 },
    { ...good, headcount: 99 },
    { ...good, rateFenPerHour: 1 },
    { ...good, rateFenPerHour: 99.5 },
    { ...good, travelFen: 999_999 },
    { ...good, startsAt: (good.startsAt ?? 0) - 100 * HOUR },
    { ...good, startsAt: (good.startsAt ?? Date.UTC(2026, 3, 1)) + 2_000 * HOUR },
    { ...good, scope: [] },
    { ...good, plan },
    { ...good, place: good.place === null ? { district: "x", blurred: { lat: 1, lng: 1 }, addressCommitment: "" } : null },
  ];
}

export const placing: Tries = (world) => {
  const { terms } = world.order;
  const sign = (termsToSign: Terms): Command => ({ type: "place", termsHash: termsHash(termsToSign), paymentId: nextId("payment", world) });
  return [
    attempt(world, customer, sign(terms)),
    attempt(world, stranger, sign(terms)),
    attempt(world, customer, sign({ ...terms, note: "changed" })),
    attempt(world, stranger, { type: "edit", terms }),
    ...(terms === world.scenario.terms ? faultyTerms(terms).map((faulty) => attempt(world, customer, { type: "edit", terms: faulty })) : []),
  ];
};

export const quoting: Tries = (world) => {
  const quote = { id: "quote-1", workerId: workers[0], rateFenPerHour: 6_001, state: "open" as const, policyHash: "policy" };
  const command: Command = { type: "acceptQuote", quoteId: "quote-1", paymentId: nextId("payment", world) };
  return [
    attempt(world, customer, command, { quote }),
    attempt(world, stranger, command, { quote }),
    attempt(world, customer, command, { quote: { ...quote, state: "agreed" } }),
    attempt(world, customer, command, { quote: { ...quote, state: "withdrawn" } }),
    ...unfit(world).map((candidate) => attempt(world, customer, command, { quote, candidate })),
  ];
};

/** Workers who may not or cannot take it (I12): unverified, unqualified, resting, busy. */
function unfit(world: World): readonly Facts["candidate"][] {
  const good = worker(workers[0]);
  const from = world.order.startsAt ?? world.now;
  const whole = { from: from - HOUR, to: from + 6 * HOUR };
  return [
    null,
    { ...good, verified: false },
    { ...good, qualifications: [] },
    { ...good, blockedCustomerIds: [world.order.customerId] },
    { ...good, restBlocks: [whole] },
    { ...good, commitments: [{ ...whole, orderId: "order-2", position: null }] },
    { ...good, commitments: [{ from: from - 3 * HOUR, to: from - 5 * MINUTE, orderId: "order-2", position: null }] },
  ];
}

export const paying: Tries = (world) => {
  const { order } = world;
  const capture = (paymentId: string, fen: number, captureId: string, changes: Partial<Facts> = {}) =>
    attempt(world, provider, { type: "capturePayment", paymentId, fen, captureId, assignmentId: nextId("assignment", world) }, changes);
  const roomForStray = order.payments.length < world.scenario.bounds.payments;
  const known = order.payments.flatMap((payment) => {
    if (payment.state === "awaited")
      return [
        capture(payment.id, payment.fen, `capture-${payment.id}`),
        ...(roomForStray ? [capture(payment.id, payment.fen + 1, `wrong-${payment.id}`)] : []),
      ];
    const late = payment.state === "void" || payment.captureId !== payment.id;
    return [
      capture(payment.id, payment.fen, payment.captureId ?? `late-${payment.id}`),
      ...(late && roomForStray ? [capture(payment.id, payment.fen, `again-${payment.id}`)] : []),
    ];
  });
  const awaited = order.payments.filter((payment) => payment.state === "awaited");
  const booked = order.payments.find((payment) => payment.captureId !== null)?.captureId ?? null;
  const reused = booked === null ? [] : awaited.map((payment) => capture(payment.id, payment.fen, booked));
  const unfitNow = { candidate: { ...worker(workers[0]), verified: false } };
  const lost = order.chosenQuote === null ? [] : awaited.map((payment) => capture(payment.id, payment.fen, `capture-${payment.id}`, unfitNow));
  return [...known, ...reused, ...lost, capture("unknown", 0, "zero")];
};

export const matching: Tries = (world) => {
  const { order, now } = world;
  const offerOf = (workerId: string) => ({
    id: "offer-1",
    workerId,
    round: order.matching?.round ?? 0,
    state: "open" as const,
    expiresAt: now + MINUTE,
  });
  const accept: Command = { type: "accept", offerId: "offer-1", assignmentId: nextId("assignment", world) };
  const [own, other] = [{ role: "worker", id: workers[0] } as const, { role: "worker", id: workers[1] } as const];
  const rate = order.rateFenPerHour + 500;
  const raise = (rateFenPerHour: number, signed = rateFenPerHour): Command => ({
    type: "raisePrice",
    rateFenPerHour,
    termsHash: termsHash({ ...order.terms, rateFenPerHour: signed }),
    paymentId: nextId("payment", world),
  });
  const mayRaise = order.payments.length < world.scenario.bounds.payments;
  return [
    ...(order.formerAssignments.length <= world.scenario.bounds.assignments ? [attempt(world, own, accept, { offer: offerOf(own.id) })] : []),
    attempt(world, other, accept, { offer: offerOf(own.id), candidate: worker(other.id) }),
    attempt(world, own, accept, { offer: { ...offerOf(own.id), expiresAt: now } }),
    attempt(world, own, accept, { offer: { ...offerOf(own.id), state: "declined" } }),
    attempt(world, own, accept, { offer: { ...offerOf(own.id), state: "void" } }),
    attempt(world, own, accept, { offer: { ...offerOf(own.id), round: 99 } }),
    attempt(world, own, accept, { offer: null }),
    ...unfit(world).map((candidate) => attempt(world, own, accept, { offer: offerOf(own.id), candidate })),
    ...(mayRaise ? [attempt(world, customer, raise(rate))] : []),
    attempt(world, stranger, raise(rate)),
    attempt(world, customer, raise(order.rateFenPerHour)),
    attempt(world, customer, raise(rate, rate + 1)),
    attempt(world, timer, { type: "directRefused" }),
  ];
};
