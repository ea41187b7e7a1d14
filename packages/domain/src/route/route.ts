import type { TravelMode } from "../dispatch/snapshot.ts";
import { travelMinutesBetween } from "../geo/distance.ts";
import type { Position } from "../geo/position.ts";
import { type Duration, type Instant, type Interval, MINUTE } from "../kernel/instant.ts";
import type { Policy } from "../policy/policy.ts";

/** A place to be at. */
export interface Stop {
  readonly id: string;
  readonly position: Position;
  /** When work may begin there: not before `from`, late after `to`. */
  readonly window: Interval;
  /** How long it takes. */
  readonly service: Duration;
}

/** Where and when the worker sets out; `position` null: the way to the first stop counts as none. */
export interface RouteStart {
  readonly position: Position | null;
  readonly at: Instant;
  /** Whether the worker comes from work: then the buffer is owed before the first stop as well. */
  readonly fromWork: boolean;
}

/** Minutes between two places, in whole minutes. */
export type TravelTime = (from: Position, to: Position) => number;

export interface RouteOptions {
  readonly policy: Policy;
  /** Minutes of travel: by the great circle (§6) unless a routing provider is asked. */
  readonly travel: TravelTime;
}

/** One stop of a route, in its turn. */
export interface RouteLeg {
  readonly stop: Stop;
  readonly travelMinutes: number;
  readonly leavesAt: Instant;
  readonly arrivesAt: Instant;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  /** How long after the window's end; 0: in time. */
  readonly lateBy: Duration;
  /** What is missing of the buffer to the stop before (§6: max(30 min, travel + 10 min)); 0: it is kept. */
  readonly bufferShort: Duration;
}

/** What makes one route better than another, in this order: lateness, missing buffers, minutes of travel. */
export interface RouteCost {
  readonly late: Duration;
  readonly short: Duration;
  readonly travel: number;
}

export interface Route extends RouteCost {
  readonly legs: readonly RouteLeg[];
  readonly endsAt: Instant;
}

export const nothingSpent: RouteCost = { late: 0, short: 0, travel: 0 };

/** Great-circle travel time at a mode's speed (§6). */
export function travelBy(mode: TravelMode, policy: Policy): TravelTime {
  return (from, to) => travelMinutesBetween(from, to, mode, policy);
}

/** Below zero: `a` is the better one. */
export function compareCost(a: RouteCost, b: RouteCost): number {
  return a.late - b.late || a.short - b.short || a.travel - b.travel;
}

/**
 * From where the worker is free to the work at the next stop. They wait for the buffer as long as that makes them late for
 * nothing; each part grows with `leavesAt`, never falls, on which the exactness of `bestRoute` rests.
 */
export function legTo(stop: Stop, travelMinutes: number, leavesAt: Instant, fromWork: boolean, policy: Policy): RouteLeg {
  const { bufferFixed, bufferAfterTravel } = policy.dispatch;
  const buffer = !fromWork ? 0 : Math.max(bufferFixed, travelMinutes * MINUTE + bufferAfterTravel);
  const arrivesAt = leavesAt + travelMinutes * MINUTE;
  const startsAt = Math.max(arrivesAt, stop.window.from, Math.min(leavesAt + buffer, stop.window.to));
  return {
    stop,
    travelMinutes,
    leavesAt,
    arrivesAt,
    startsAt,
    endsAt: startsAt + stop.service,
    lateBy: Math.max(0, startsAt - stop.window.to),
    bufferShort: Math.max(0, leavesAt + buffer - startsAt),
  };
}

/** What it is to visit the stops in this order. */
export function followRoute(stops: readonly Stop[], start: RouteStart, { policy, travel }: RouteOptions): Route {
  const legs: RouteLeg[] = [];
  let cost = nothingSpent;
  let [position, at] = [start.position, start.at];
  for (const stop of stops) {
    const leg = legTo(stop, position === null ? 0 : travel(position, stop.position), at, legs.length > 0 || start.fromWork, policy);
    legs.push(leg);
    cost = costWith(cost, leg);
    [position, at] = [stop.position, leg.endsAt];
  }
  return { ...cost, legs, endsAt: at };
}

export function costWith({ late, short, travel }: RouteCost, leg: RouteLeg): RouteCost {
  return { late: late + leg.lateBy, short: short + leg.bufferShort, travel: travel + leg.travelMinutes };
}
