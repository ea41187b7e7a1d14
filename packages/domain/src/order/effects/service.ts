import { billOf } from "../bill.ts";
import { authorisedEnd } from "../deadlines.ts";
import type { Order, Service } from "../order.ts";
import { assignmentOf, commandOf, type OrderEffect, type Step } from "../step.ts";

/** The worker is on the way: requests and proposals of before are over, and leaving free after a former fault as well (§2). */
export const setDeparted: OrderEffect = ({ now }) => ({
  changes: { departedAt: now, freeToLeave: false, askedToCancel: null, rescheduleProposal: null, lastSignOfLifeAt: now },
});

/** The worker stands at the door: travel compensation is earned (§4). */
export const setArrived: OrderEffect = (step) => ({
  changes: {
    arrivedAt: step.now,
    crewPresent: commandOf(step, "arrive").headcount,
    travelEarned: step.order.terms.travelFen > 0,
    lastSignOfLifeAt: step.now,
  },
});

export const setCustomerHere: OrderEffect = ({ now }) => ({ changes: { customerHereAt: now, noShowReportedAt: null } });
export const setEarlyStartAllowed: OrderEffect = () => ({ changes: { earlyStartAllowed: true } });
export const setNoShowReported: OrderEffect = ({ now }) => ({ changes: { noShowReportedAt: now } });
export const setSignOfLife: OrderEffect = ({ now }) => ({ changes: { lastSignOfLifeAt: now } });

/** The clock of the bill runs. Remote work counts its start as arrival. */
export const startService: OrderEffect = (step) => {
  const { order, now } = step;
  const service: Service = {
    startedAt: now,
    segments: [{ from: now, to: null }],
    pausedSince: null,
    finishedAt: null,
    finishReason: null,
    headcount: commandOf(step, "start").headcount,
  };
  return {
    changes: {
      service,
      arrivedAt: order.arrivedAt ?? now,
      freeToLeave: false,
      askedToCancel: null,
      rescheduleProposal: null,
      lastSignOfLifeAt: now,
      noShowReportedAt: null,
    },
  };
};

/** The service of an order at work; its absence is a defect of the table. */
function serviceOf(order: Order): Service {
  if (order.service === null) throw new TypeError(`order ${order.id} has no service in ${order.state}`);
  return order.service;
}

/** Ends the open segment at `at`. */
function closeSegment(service: Service, at: number): Service["segments"] {
  return service.segments.map((segment) => (segment.to === null ? { from: segment.from, to: Math.max(segment.from, at) } : segment));
}

export const pauseService: OrderEffect = ({ order, now }) => {
  const service = serviceOf(order);
  return { changes: { service: { ...service, segments: closeSegment(service, now), pausedSince: now }, lastSignOfLifeAt: now } };
};

export const resumeService: OrderEffect = ({ order, now }) => {
  const service = serviceOf(order);
  return { changes: { service: { ...service, segments: [...service.segments, { from: now, to: null }], pausedSince: null }, lastSignOfLifeAt: now } };
};

/** Ends the work at an instant, for a reason. */
function ended(order: Order, at: number, finishReason: Service["finishReason"]): Pick<Order, "service" | "remindersSent"> {
  const service = serviceOf(order);
  return { service: { ...service, segments: closeSegment(service, at), pausedSince: null, finishedAt: at, finishReason }, remindersSent: 0 };
}

/** The worker (or the customer) ends the work: each paid item is done or not. */
export const finishService: OrderEffect = (step) => {
  const { reason, doneAddOnIds } = commandOf(step, "finish");
  const byCustomer = step.actor.role === "customer";
  const addOns = step.order.addOns.map((addOn) => {
    if (addOn.state !== "paid") return addOn;
    const done = addOn.kind === "time" || byCustomer || doneAddOnIds.includes(addOn.id);
    return { ...addOn, state: done ? ("done" as const) : ("not_done" as const) };
  });
  return { changes: { ...ended(step.order, step.now, byCustomer ? "customer" : reason), addOns } };
};

/** Nobody ended the work: it counts to the last sign of life, at least the minimum, at most what was authorised (§2). */
export const abandonService: OrderEffect = ({ order }) => {
  const service = serviceOf(order);
  const last = Math.max(service.startedAt, order.lastSignOfLifeAt ?? service.startedAt);
  return { changes: { ...ended(order, Math.min(last, authorisedEnd(order, service.startedAt)), "abandoned"), addOns: settledItems(order) } };
};

/** The pause ran out: the minutes worked count. */
export const endPausedService: OrderEffect = ({ order }) => {
  const service = serviceOf(order);
  return { changes: { ...ended(order, service.pausedSince ?? service.startedAt, "pause_ended"), addOns: settledItems(order) } };
};

/** Without a word about them, paid items count as done: the customer sees them in the bill and may dispute. */
function settledItems(order: Order): Order["addOns"] {
  return order.addOns.map((addOn) => (addOn.state === "paid" ? { ...addOn, state: "done" } : addOn));
}

/** A dispute ends the running segment. */
export const stopService: OrderEffect = ({ order, now }) => {
  if (order.service === null || order.service.finishedAt !== null) return {};
  return {
    changes: {
      service: {
        ...order.service,
        segments: closeSegment(order.service, order.service.pausedSince ?? now),
        pausedSince: null,
        finishedAt: now,
        finishReason: null,
      },
    },
  };
};

/** The bill of ended work (§3), shown to both sides and charged at confirmation. */
export const makeBill: OrderEffect = (step) => {
  const { order, facts } = step;
  const service = serviceOf(order);
  const until = service.finishedAt ?? step.now;
  const safety = service.finishReason === "safety" || service.finishReason === "illness";
  const short = until - service.startedAt < facts.policy.lifecycle.safetyExitMinutes * 60_000;
  const options = { until, withoutMinimum: safety && short, atLeastArrivedFee: service.finishReason === "customer" };
  return { changes: { bill: billOf(order, assignmentOf(order).pinned, options, facts.policy) } };
};

/** A safety exit is recorded without fault until it is reviewed (§2). */
export const recordSafetyExit: OrderEffect = (step: Step) => {
  const { finishReason } = serviceOf(step.order);
  if (finishReason !== "safety" && finishReason !== "illness") return {};
  return { sideEffects: [{ kind: "recordReliability", workerId: assignmentOf(step.order).workerId, event: "safety_exit", fault: false }] };
};
