import type { Instant } from "../kernel/instant.ts";
import { compareCost, costWith, legTo, nothingSpent, type RouteCost, type RouteOptions, type RouteStart, type Stop } from "./route.ts";

/** A way of having visited some stops, the last of them `last`; what comes before is in `before`. */
interface Label extends RouteCost {
  readonly last: number;
  readonly freeAt: Instant;
  readonly before: Label | null;
}

/**
 * The best order of the stops, exactly: dynamic programming over subsets. For each set of stops visited and each last one,
 * every way is kept that no other equals or beats in both cost and time: an earlier end with the same cost can only help,
 * because what a leg adds never falls with the time it begins. Few ways survive; the work is about n² · 2ⁿ.
 */
export function exactOrder(stops: readonly Stop[], start: RouteStart, options: RouteOptions): Stop[] {
  const minutes = stops.map(({ position }) => stops.map((other) => options.travel(position, other.position)));
  const full = 2 ** stops.length - 1;
  const table = new Map<number, Label[]>();
  const extend = (label: Label | null, visited: number) => {
    for (const [next, stop] of stops.entries()) {
      if (visited & (1 << next)) continue;
      const travel = label === null ? firstTravel(stop, start, options) : (minutes[label.last]?.[next] ?? 0);
      const leg = legTo(stop, travel, label?.freeAt ?? start.at, label !== null || start.fromWork, options.policy);
      keep(table, (visited | (1 << next)) * stops.length + next, {
        ...costWith(label ?? nothingSpent, leg),
        last: next,
        freeAt: leg.endsAt,
        before: label,
      });
    }
  };
  extend(null, 0);
  for (let visited = 1; visited < full; visited += 1) {
    for (let last = 0; last < stops.length; last += 1) for (const label of table.get(visited * stops.length + last) ?? []) extend(label, visited);
  }
  const ends = stops.flatMap((_, last) => table.get(full * stops.length + last) ?? []);
  return orderOf(best(ends), stops);
}

function firstTravel(stop: Stop, { position }: RouteStart, { travel }: RouteOptions): number {
  return position === null ? 0 : travel(position, stop.position);
}

/** Adds a way unless one as good is there, and drops those it makes needless. */
function keep(table: Map<number, Label[]>, key: number, label: Label): void {
  const others = table.get(key) ?? [];
  if (others.some((other) => isAsGood(other, label))) return;
  table.set(key, [...others.filter((other) => !isAsGood(label, other)), label]);
}

function isAsGood(a: Label, b: Label): boolean {
  return a.freeAt <= b.freeAt && compareCost(a, b) <= 0;
}

function best(labels: readonly Label[]): Label | undefined {
  return labels.toSorted((a, b) => compareCost(a, b) || a.freeAt - b.freeAt || a.last - b.last)[0];
}

function orderOf(end: Label | undefined, stops: readonly Stop[]): Stop[] {
  const order: Stop[] = [];
  for (let label: Label | null | undefined = end; label != null; label = label.before) order.push(stops[label.last] as Stop);
  return order.reverse();
}
