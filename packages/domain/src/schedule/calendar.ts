import type { CommittedInterval, TravelMode } from "../dispatch/snapshot.ts";
import { atMostMetres, travelMinutes, travelMinutesBetween } from "../geo/distance.ts";
import type { Position } from "../geo/position.ts";
import { type Duration, type Instant, type Interval, MINUTE, roundUpTo } from "../kernel/instant.ts";
import type { Policy } from "../policy/policy.ts";

/**
 * The time to keep free between two orders (§6): max(30 min, travel + 10 min) where a place is involved, 10 min between
 * two remote ones (§2). Where only one is remote the larger buffer holds: the worker still travels to the other.
 */
export function bufferBetween(a: Position | null, b: Position | null, travelMode: TravelMode, policy: Policy): Duration {
  const { bufferFixed, bufferAfterTravel, bufferRemote } = policy.dispatch;
  if (a === null && b === null) return bufferRemote;
  return Math.max(bufferFixed, travelMinutesBetween(a, b, travelMode, policy) * MINUTE + bufferAfterTravel);
}

/**
 * The first commitment that leaves no room for `interval` at `place` (null: remote work), the buffer kept on both sides
 * (§6, I4); null when it fits. Leave an order's own commitment out of the list when that order is the one asked about.
 */
export function conflictWith(
  commitments: readonly CommittedInterval[],
  interval: Interval,
  place: Position | null,
  travelMode: TravelMode,
  policy: Policy,
): CommittedInterval | null {
  for (const commitment of commitments) {
    const gap = gapBetween(commitment, interval);
    if (gap < 0) return commitment;
    if (
      gap >= policy.dispatch.bufferFixed &&
      leavesTimeToTravel(commitment.position, place, travelMode, gap - policy.dispatch.bufferAfterTravel, policy)
    )
      continue;
    if (gap < bufferBetween(commitment.position, place, travelMode, policy)) return commitment;
  }
  return null;
}

/** The time between two intervals; below zero where they overlap. */
export function gapBetween(a: Interval, b: Interval): Duration {
  return Math.max(a.from - b.to, b.from - a.to);
}

/** Whether `time` is certainly enough for the way between two places: a quick answer for most; false says "measure it". */
export function leavesTimeToTravel(a: Position | null, b: Position | null, travelMode: TravelMode, time: Duration, policy: Policy): boolean {
  if (a === null || b === null) return time >= 0;
  return travelMinutes(atMostMetres(a, b), travelMode, policy) * MINUTE <= time;
}

/**
 * When a worker who accepts at `now` is expected at work (§2): the agreed start, or later when the way is longer than
 * that (rounded up to 5 min); without an agreed start, as soon as possible: accept + travel + 10 min, rounded up to 5 min.
 */
export function workingStartAt(startsAt: Instant | null, travel: number, policy: Policy, now: Instant): Instant {
  const { asSoonAsPossibleSlack, startRounding } = policy.lifecycle;
  if (startsAt === null) return roundUpTo(now + travel * MINUTE + asSoonAsPossibleSlack, startRounding);
  return Math.max(startsAt, roundUpTo(now + travel * MINUTE, startRounding));
}
