import { type Actor, type Command, HOUR, MINUTE } from "@lingong/domain";
import { member, members, worker, workers } from "../world.ts";
import { attempt, customer, nextId, stranger, type Tries, workersOf } from "./attempt.ts";

export const beforeWork: Tries = (world) => {
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

/** A team says who goes: right, too many, twice, strangers, and people whose time, certificate or rest forbid it. */
export const sendingCrews: Tries = (world) => {
  const { order, now } = world;
  const [own, other] = workersOf(order);
  if (own === undefined || other === undefined || order.assignment === null) return [];
  const from = order.assignment.workingStart;
  const send = (...memberIds: readonly string[]): Command => ({ type: "assignCrew", memberIds });
  // One may be sent to any order; what else may be wrong is tried where a team is asked for.
  if (order.terms.headcount === 1) return [attempt(world, own, send())];
  const all = { crew: members.map(member) };
  const first = member(members[0]);
  const hour = { from: from + HOUR, to: from + 2 * HOUR };
  const later: Command = { type: "proposeReschedule", startsAt: (order.startsAt ?? now) + 2 * HOUR };
  const busyThen = order.assignment.crew.map((id) => ({
    ...member(id),
    commitments: [{ from: (order.startsAt ?? now) + 3 * HOUR, to: (order.startsAt ?? now) + 5 * HOUR, orderId: "order-2", position: null }],
  }));
  const unfit = [
    { ...first, verified: false },
    { ...first, qualifications: [] },
    { ...first, blockedByCustomerIds: [order.customerId] },
    { ...first, pausedUntil: now + HOUR },
    { ...first, restBlocks: [hour] },
    { ...first, commitments: [{ ...hour, orderId: "order-2", position: null }] },
  ];
  return [
    attempt(world, own, send(members[0]), all),
    attempt(world, own, send(members[0], members[1]), all),
    attempt(world, own, send()),
    attempt(world, own, send(...members), all),
    attempt(world, own, send(members[0], members[0]), all),
    attempt(world, own, send(members[0]), { crew: [] }),
    attempt(world, own, send(members[0]), { ...all, candidate: { ...worker(own.id), kind: "individual" } }),
    attempt(world, other, send(members[0]), { ...all, candidate: worker(other.id) }),
    ...unfit.map((one) => attempt(world, own, send(members[0]), { crew: [one] })),
    ...(busyThen.length === 0
      ? []
      : [customer, own].flatMap((actor) => [
          attempt(world, actor, later, { crew: busyThen }),
          attempt(world, actor, later, { crew: [] }),
          attempt(world, actor, { type: "agreeReschedule" }, { crew: busyThen }),
        ])),
  ];
};

export const atWork: Tries = (world) => {
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

export const addOns: Tries = (world) => {
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
