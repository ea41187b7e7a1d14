import { type Interval, MINUTE } from "../kernel/instant.ts";
import type { Policy } from "../policy/policy.ts";
import { approvedExtraMinutes, authorisedMinutes } from "./money.ts";
import type { Order, OrderState } from "./order.ts";
import type { CommitmentChange } from "./outcome.ts";

/** The states in which a worker's time is taken: from accept to the end of the work. */
export const occupyingStates = ["accepted", "en_route", "arrived", "in_service", "paused"] as const satisfies readonly OrderState[];

/** The fixed buffer behind an order: 30 min, remote 10 (§6). The travel part depends on the neighbours and is judged at accept. */
export function fixedBuffer(order: Order, policy: Policy): number {
  return order.terms.mode === "remote" ? policy.dispatch.bufferRemote : policy.dispatch.bufferFixed;
}

/** The time an order needs from a start: booked, paid and agreed extra minutes. */
export function occupationFrom(order: Order, from: number): Interval {
  return { from, to: from + (authorisedMinutes(order) + approvedExtraMinutes(order)) * MINUTE };
}

/** When the work of an assigned order may begin: at its working start, and at another one while that is proposed. */
export function startsKept({ assignment, rescheduleProposal }: Order): readonly number[] {
  if (assignment === null) return [];
  return [assignment.workingStart, ...(rescheduleProposal === null ? [] : [rescheduleProposal.startsAt])];
}

/**
 * What an order keeps of calendars in its present state (I4): the assigned worker's working time, both intervals while
 * a reschedule is proposed, or the interval reserved for a chosen quote until it is paid.
 */
export function calendarCommitmentOf(order: Order, policy: Policy): CommitmentChange {
  const buffer = fixedBuffer(order, policy);
  const withBuffer = (from: number): Interval => {
    const occupation = occupationFrom(order, from);
    return { from: occupation.from, to: occupation.to + buffer };
  };
  if (order.assignment !== null && (occupyingStates as readonly OrderState[]).includes(order.state)) {
    const workerIds = [...new Set([order.assignment.workerId, ...order.assignment.crew])];
    return { workerIds, intervals: merged(startsKept(order).map(withBuffer)) };
  }
  if (order.state === "awaiting_payment" && order.chosenQuote !== null && order.startsAt !== null) {
    return { workerIds: [order.chosenQuote.workerId], intervals: [withBuffer(order.startsAt)] };
  }
  return { workerIds: [], intervals: [] };
}

/** Joins ranges that touch, so that one order never collides with itself. */
function merged(intervals: readonly Interval[]): readonly Interval[] {
  const joined: Interval[] = [];
  for (const interval of intervals.toSorted((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last !== undefined && interval.from <= last.to) joined[joined.length - 1] = { from: last.from, to: Math.max(last.to, interval.to) };
    else joined.push(interval);
  }
  return joined;
}
