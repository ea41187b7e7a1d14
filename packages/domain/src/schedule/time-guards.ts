import type { CommittedInterval } from "../dispatch/snapshot.ts";
import { conflictWith } from "./calendar.ts";
import { type RestCode, type RestContext, restGuards, type WorkCalendar } from "./rest.ts";

export type TimeCode = "excluded_overlapping" | RestCode;

export interface TimeGuard {
  readonly code: TimeCode;
  readonly breaks: (calendar: WorkCalendar, work: CommittedInterval, context: RestContext) => boolean;
}

/** Free, with buffer and travel on both sides (§6, I4). */
export const overlapGuard: TimeGuard = {
  code: "excluded_overlapping",
  breaks: ({ commitments, travelMode }, work, { policy }) => conflictWith(commitments, work, work.position, travelMode, policy) !== null,
};

/**
 * Everything a worker's time is held to (§6), in its order of precedence: free with buffer, then rest. Whatever puts work
 * into a calendar asks these: an offer, an accept, a quote, an admin's hand, another start, extra time on a running order.
 */
export const timeGuards: readonly TimeGuard[] = [overlapGuard, ...restGuards];

/** Why a worker's time forbids `work`, or null. Leave the order's own commitment out of the calendar. */
export function timeRefusal(calendar: WorkCalendar, work: CommittedInterval, context: RestContext): TimeCode | null {
  return timeGuards.find(({ breaks }) => breaks(calendar, work, context))?.code ?? null;
}
