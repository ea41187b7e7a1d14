import { exactOrder } from "./exact-route.ts";
import { goodOrder } from "./long-route.ts";
import { followRoute, type Route, type RouteOptions, type RouteStart, type Stop } from "./route.ts";

/** Up to so many stops the best order is found exactly; a worker's day of 12 hours seldom has more than six. */
export const exactStopsAtMost = 10;

/**
 * The best order to visit the day's stops in: least lateness, then least missing buffer (§6), then least travel. Exact up to
 * ten stops, good beyond. Pure and deterministic: the same stops, listed in any order, give the same route.
 */
export function bestRoute(stops: readonly Stop[], start: RouteStart, options: RouteOptions): Route {
  const listed = stops.toSorted((a, b) => a.window.from - b.window.from || (a.id < b.id ? -1 : 1));
  const order = listed.length <= exactStopsAtMost ? exactOrder(listed, start, options) : goodOrder(listed, start, options);
  return followRoute(order, start, options);
}
