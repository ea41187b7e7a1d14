import { type Actor, type Command, type Facts, type FeePlanId, HOUR, type Instant, MINUTE, type Order, type Terms, termsHash } from "@lingong/domain";
import { factsOf, type World, worker, workers } from "./world.ts";

/** Something somebody tries in a world: rightly, or late, doubled, out of order, as a stranger, with wrong amounts. */
export interface Attempt {
  readonly actor: Actor;
  readonly command: Command;
  readonly facts: Facts;
  readonly occurredAt: Instant | null;
}

const customer: Actor = { role: "customer", id: "customer-1" };
const stranger: Actor = { role: "customer", id: "customer-2" };
const admin: Actor = { role: "admin", id: "admin-1" };
const timer: Actor = { role: "timer", id: "timer" };
const provider: Actor = { role: "payment_provider", id: "sandbox" };

type Tries = (world: World) => readonly Attempt[];

function attempt(world: World, actor: Actor, command: Command, changes: Partial<Facts> = {}, occurredAt: Instant | null = null): Attempt {
  return { actor, command, facts: factsOf(world, changes), occurredAt };
}

/** The worker of the order, and one who has nothing to do with it. */
function workersOf(order: Order): readonly Actor[] {
  const own = order.assignment?.workerId ?? workers[0];
  const other = workers.find((id) => id !== own) ?? workers[1];
  return [own, other].map((id) => ({ role: "worker", id }));
}

const nextId = (prefix: string, world: World): string => `${prefix}-${world.order.version}`;

/** Terms that §2–§4 forbid, one fault each. */
export function faultyTerms(good: Terms): readonly Terms[] {
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

const placing: Tries = (world) => {
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

const quoting: Tries = (world) => {
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
export function unfit(world: World): readonly Facts["candidate"][] {
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

const paying: Tries = (world) => {
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

const matching: Tries = (world) => {
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

const beforeWork: Tries = (world) => {
  const { order, now } = world;
  const others = workersOf(order);
  const parties: readonly Actor[] = [customer, stranger, ...others];
  const later: Command = { type: "proposeReschedule", startsAt: (order.startsAt ?? now) + 2 * HOUR };
  const busyThen = {
    ...worker(workers[0]),
    commitments: [{ from: (order.startsAt ?? now) + 3 * HOUR, to: (order.startsAt ?? now) + 5 * HOUR, orderId: "order-2", position: null }],
  };
  // Entered after the proposal: what was free when it was made is rest when it is agreed.
  const restingThen = { ...worker(workers[0]), restBlocks: [{ from: (order.startsAt ?? now) - HOUR, to: (order.startsAt ?? now) + 30 * HOUR }] };
  return [
    ...parties.flatMap((actor) => [
      attempt(world, actor, { type: "confirmTime" }),
      attempt(world, actor, { type: "agreeReschedule" }),
      attempt(world, actor, { type: "declineReschedule" }),
      attempt(world, actor, later),
      attempt(world, actor, { type: "reportNoShow", position: null }),
    ]),
    attempt(world, customer, { type: "proposeReschedule", startsAt: now + MINUTE }),
    attempt(world, customer, { type: "proposeReschedule", startsAt: now + 2_000 * HOUR }),
    attempt(world, customer, later, { candidate: busyThen }),
    attempt(world, customer, later, { candidate: restingThen }),
    ...[customer, ...others].map((actor) => attempt(world, actor, { type: "agreeReschedule" }, { candidate: restingThen })),
    ...others.flatMap((actor) => [
      ...(order.formerAssignments.length < world.scenario.bounds.assignments
        ? [attempt(world, actor, { type: "withdraw", reason: "ill" }), attempt(world, actor, { type: "withdraw", reason: "safety" })]
        : []),
      attempt(world, actor, { type: "withdraw", reason: " " }),
      attempt(world, actor, { type: "askToCancel", reason: "bike" }),
      attempt(world, actor, { type: "askToCancel", reason: "" }),
      attempt(world, actor, { type: "depart" }),
      attempt(world, actor, { type: "depart" }, {}, now - 20 * MINUTE),
      attempt(world, actor, { type: "depart" }, {}, now - 3 * HOUR),
      attempt(world, actor, { type: "arrive", position: null, headcount: order.terms.headcount }),
      attempt(world, actor, { type: "start", headcount: order.terms.headcount }),
    ]),
    ...others
      .slice(0, 1)
      .flatMap((actor) => [
        attempt(world, actor, { type: "arrive", position: null, headcount: 1 }),
        attempt(world, actor, { type: "arrive", position: null, headcount: 0 }),
        attempt(world, actor, { type: "arrive", position: null, headcount: 99 }),
        attempt(world, actor, { type: "start", headcount: 1 }),
        attempt(world, actor, { type: "start", headcount: 0 }),
        attempt(world, actor, { type: "start", headcount: 99 }),
        attempt(world, actor, { type: "reportNoShow", position: null }, { metresFromPlace: 201 }),
        attempt(world, actor, { type: "reportNoShow", position: null }, { metresFromPlace: null }),
      ]),
    ...[customer, stranger].flatMap((actor) => [attempt(world, actor, { type: "declareHere" }), attempt(world, actor, { type: "allowEarlyStart" })]),
  ];
};

const atWork: Tries = (world) => {
  const { order } = world;
  const paidItems = order.addOns.filter((addOn) => addOn.kind === "item" && addOn.state === "paid").map((addOn) => addOn.id);
  const finish = (reason: "done" | "safety", doneAddOnIds: readonly string[]): Command => ({ type: "finish", reason, doneAddOnIds });
  return [
    ...workersOf(order).flatMap((actor) => [
      attempt(world, actor, { type: "pause" }),
      attempt(world, actor, { type: "resume" }),
      attempt(world, actor, { type: "signOfLife" }),
      attempt(world, actor, finish("done", paidItems)),
    ]),
    ...workersOf(order)
      .slice(0, 1)
      .flatMap((actor) => [
        attempt(world, actor, finish("safety", [])),
        attempt(world, actor, finish("done", ["unknown"])),
        ...(paidItems.length > 0 ? [attempt(world, actor, finish("done", []))] : []),
      ]),
    attempt(world, customer, finish("done", [])),
    attempt(world, customer, finish("safety", [])),
    attempt(world, stranger, finish("done", [])),
  ];
};

const addOns: Tries = (world) => {
  const { order } = world;
  const [own, other] = workersOf(order);
  if (own === undefined || other === undefined) return [];
  const propose = (kind: "time" | "item", changes: { title?: string; minutes?: number; fen?: number } = {}): Command => ({
    type: "proposeAddOn",
    addOnId: nextId("add-on", world),
    kind,
    title: "fridge",
    minutes: 30,
    fen: 2_501,
    photoId: null,
    ...changes,
  });
  const busySoon = {
    ...worker(own.id),
    commitments: [
      { from: (order.startsAt ?? world.now) + 170 * MINUTE, to: (order.startsAt ?? world.now) + 300 * MINUTE, orderId: "order-2", position: null },
    ],
  };
  const restingSoon = { ...busySoon, commitments: [], restBlocks: busySoon.commitments.map(({ from, to }) => ({ from, to })) };
  const answers = order.addOns.flatMap((addOn) =>
    [customer, stranger, own, other].flatMap((actor) => [
      attempt(world, actor, { type: "approveAddOn", addOnId: addOn.id, paymentId: nextId("payment", world) }),
      attempt(world, actor, { type: "declineAddOn", addOnId: addOn.id }),
      attempt(world, actor, { type: "withdrawAddOn", addOnId: addOn.id }),
    ]),
  );
  const tight = order.addOns.map((addOn) =>
    attempt(world, customer, { type: "approveAddOn", addOnId: addOn.id, paymentId: nextId("payment", world) }, { candidate: busySoon }),
  );
  const mayPropose = order.addOns.length < world.scenario.bounds.addOns && order.payments.length < world.scenario.bounds.payments;
  return [
    ...(mayPropose ? [attempt(world, own, propose("item")), attempt(world, own, propose("time")), attempt(world, customer, propose("item"))] : []),
    attempt(world, stranger, propose("item")),
    attempt(world, other, propose("item")),
    attempt(world, own, propose("time", { minutes: 20 })),
    attempt(world, own, propose("item", { fen: 0 })),
    attempt(world, own, propose("item", { title: "" })),
    attempt(world, own, propose("time"), { candidate: busySoon }),
    attempt(world, own, propose("time"), { candidate: restingSoon }),
    ...order.addOns.map((addOn) => attempt(world, own, { ...(propose("item") as Extract<Command, { type: "proposeAddOn" }>), addOnId: addOn.id })),
    ...answers,
    ...tight,
  ];
};

const ending: Tries = (world) => {
  const { order } = world;
  const tip = (fen: number): Command => ({ type: "tip", fen, paymentId: nextId("payment", world) });
  const mayTip = order.payments.length < world.scenario.bounds.payments;
  return [
    ...[customer, stranger].flatMap((actor) => [attempt(world, actor, { type: "confirm" }), attempt(world, actor, { type: "cancel", reason: "" })]),
    attempt(world, customer, { type: "cancel", reason: "" }, { forceMajeure: true }),
    attempt(world, admin, { type: "forceCancel", reason: "flood", settlement: "full_refund" }),
    attempt(world, admin, { type: "forceCancel", reason: "flood", settlement: "ladder" }),
    attempt(world, admin, { type: "forceCancel", reason: "", settlement: "ladder" }),
    ...(mayTip ? [attempt(world, customer, tip(200))] : []),
    attempt(world, stranger, tip(200)),
    attempt(world, customer, tip(99)),
    attempt(world, customer, tip(20_001)),
    attempt(world, customer, tip(10_000)),
  ];
};

const opening = (amountFen: number, reason: string): Command => ({ type: "openDispute", amountFen, reason, evidenceId: "evidence-0", files: [] });
const evidence = (textCommitment: string | null): Command => ({ type: "addEvidence", evidenceId: "evidence-1", textCommitment, files: [] });

const disputing: Tries = (world) => {
  const { order } = world;
  const held = order.dispute?.heldFen ?? 0;
  const parties: readonly Actor[] = [customer, stranger, ...workersOf(order)];
  const decide = (id: string, toWorkerFen: number, toCustomerFen: number, reason = "photos", cited: readonly number[] = [1]): Attempt =>
    attempt(
      world,
      { role: "arbitrator", id },
      {
        type: "decideDispute",
        decision: { toWorkerFen, toCustomerFen, reason, citedVersions: cited, findings: [] },
      },
    );
  const inCharge = order.dispute?.arbitratorId ?? "arbitrator-1";
  const some = Math.floor(held / 3);
  return [
    ...parties.flatMap((actor) => [
      attempt(world, actor, opening(3_000, "dirty")),
      attempt(world, actor, { type: "acceptDecision" }),
      attempt(world, actor, { type: "appealDispute", reason: "unfair" }),
      attempt(world, actor, { type: "agreeSplit" }),
      ...(order.dispute?.splitProposal == null || actor.role === "worker"
        ? [attempt(world, actor, { type: "proposeSplit", toWorkerFen: some, toCustomerFen: held - some })]
        : []),
    ]),
    attempt(world, customer, opening(0, "dirty")),
    attempt(world, customer, opening(9_000_000, "dirty")),
    attempt(world, customer, opening(3_000, "")),
    attempt(world, customer, { type: "proposeSplit", toWorkerFen: held, toCustomerFen: 1 }),
    attempt(world, customer, { type: "appealDispute", reason: "" }),
    attempt(world, admin, { type: "closeEvidence" }),
    ...(order.dispute?.evidence.length === 0 ? parties.map((actor) => attempt(world, actor, evidence("0"))) : []),
    attempt(world, customer, evidence(null)),
    ...(order.dispute?.evidenceRequest === null
      ? [inCharge, "arbitrator-9"].map((id) => attempt(world, { role: "arbitrator", id }, { type: "askForEvidence", note: "the oven" }))
      : []),
    attempt(world, { role: "arbitrator", id: inCharge }, { type: "askForEvidence", note: " " }),
    ...["arbitrator-1", "arbitrator-2", "arbitrator-3", "customer-1", "worker-1"].map((arbitratorId) =>
      attempt(world, admin, { type: "assignArbitrator", arbitratorId }),
    ),
    decide(inCharge, held, 0),
    decide(inCharge, some, held - some),
    decide(inCharge, held + 1, 0),
    decide(inCharge, some, held - some, ""),
    decide(inCharge, some, held - some, "photos", []),
    decide(inCharge, some, held - some, "photos", [order.version + 1]),
    decide("arbitrator-9", some, held - some),
  ];
};

/** All that is tried in a world: rights and wrongs of every command. `tries` of a state's own theme come first, strangers' to it never change anything. */
const themes: readonly Tries[] = [placing, quoting, paying, matching, beforeWork, atWork, addOns, ending, disputing];

export function attemptsIn(world: World): readonly Attempt[] {
  return [
    ...themes.flatMap((tries) => tries(world)),
    attempt(world, timer, { type: "serviceRestarted" }),
    attempt(world, timer, { type: "timeOut" }),
  ];
}
