import { compareCost, followRoute, type Route, type RouteOptions, type RouteStart, type Stop } from "./route.ts";

/** Rounds of improvement at most: each goes through all pairs of stops, and more than a few have never been seen. */
const roundsAtMost = 50;

/**
 * A good order of many stops: each, by the end of its window, put where it costs least; then parts turned round (2-opt) and
 * short runs of stops moved elsewhere, for as long as that helps. Deterministic; the same stops in any order give the same.
 */
export function goodOrder(stops: readonly Stop[], start: RouteStart, options: RouteOptions): Stop[] {
  const costOf = (order: readonly Stop[]) => followRoute(order, start, options);
  let order: Stop[] = [];
  for (const stop of stops.toSorted((a, b) => a.window.to - b.window.to || (a.id < b.id ? -1 : 1))) {
    order = cheapest(
      Array.from({ length: order.length + 1 }, (_, at) => order.toSpliced(at, 0, stop)),
      costOf,
    );
  }
  for (let round = 0; round < roundsAtMost; round += 1) {
    const better = improved(order, costOf);
    if (better === null) return order;
    order = better;
  }
  return order;
}

type CostOf = (order: readonly Stop[]) => Route;

function isBetter(a: Route, b: Route): boolean {
  return (compareCost(a, b) || a.endsAt - b.endsAt) < 0;
}

function cheapest(orders: readonly Stop[][], costOf: CostOf): Stop[] {
  let [best, cost] = [orders[0] ?? [], costOf(orders[0] ?? [])];
  for (const order of orders.slice(1)) {
    const other = costOf(order);
    if (isBetter(other, cost)) [best, cost] = [order, other];
  }
  return best;
}

/** The best neighbour of an order, or null when none is better. */
function improved(order: readonly Stop[], costOf: CostOf): Stop[] | null {
  const neighbours = [...turned(order), ...moved(order)];
  const best = cheapest([[...order], ...neighbours], costOf);
  return isBetter(costOf(best), costOf(order)) ? best : null;
}

/** Every order in which one part is visited backwards. */
function* turned(order: readonly Stop[]): Generator<Stop[]> {
  for (let from = 0; from < order.length - 1; from += 1)
    for (let to = from + 2; to <= order.length; to += 1) yield [...order.slice(0, from), ...order.slice(from, to).reverse(), ...order.slice(to)];
}

/** Every order in which one to three neighbouring stops are visited at another time. */
function* moved(order: readonly Stop[]): Generator<Stop[]> {
  for (let length = 1; length <= 3; length += 1)
    for (let from = 0; from + length <= order.length; from += 1) {
      const part = order.slice(from, from + length);
      const rest = order.toSpliced(from, length);
      for (let at = 0; at <= rest.length; at += 1) if (at !== from) yield rest.toSpliced(at, 0, ...part);
    }
}
