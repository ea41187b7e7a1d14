import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { northOf, sampleNow, samplePlace } from "../dispatch/dispatch.samples.ts";
import { HOUR, MINUTE } from "../kernel/instant.ts";
import { defaultPolicy as policy } from "../policy/policy.ts";
import { bestRoute } from "./best-route.ts";
import { exactOrder } from "./exact-route.ts";
import { goodOrder } from "./long-route.ts";
import { compareCost, followRoute, type RouteStart, type Stop, travelBy } from "./route.ts";

const options = { policy, travel: travelBy("ebike", policy) };
const start: RouteStart = { position: samplePlace, at: sampleNow, fromWork: false };

function stop(id: string, from: number, changes: Partial<Stop> = {}): Stop {
  return { id, position: samplePlace, window: { from: sampleNow + from * MINUTE, to: sampleNow + from * MINUTE }, service: HOUR, ...changes };
}

const minutes = (most: number) => fc.integer({ min: 0, max: most });
const anyStop = fc.record({
  north: fc.integer({ min: -8_000, max: 8_000 }),
  east: fc.integer({ min: -8, max: 8 }),
  from: minutes(600),
  wide: minutes(240),
  service: fc.integer({ min: 2, max: 12 }),
});
const anyStops = (least: number, most: number) =>
  fc.array(anyStop, { minLength: least, maxLength: most }).map((all) =>
    all.map(({ north, east, from, wide, service }, index): Stop => {
      const { lat, lng } = northOf(samplePlace, north);
      const window = { from: sampleNow + from * MINUTE, to: sampleNow + (from + wide) * MINUTE };
      return { id: `stop-${index}`, position: { lat, lng: lng + east * 0.01 }, window, service: service * 15 * MINUTE };
    }),
  );
const anyStart = fc.record({ position: fc.constantFrom(samplePlace, null), at: fc.constant(sampleNow), fromWork: fc.boolean() });

function* permutations(stops: readonly Stop[]): Generator<Stop[]> {
  if (stops.length === 0) yield [];
  for (const [index, first] of stops.entries()) for (const rest of permutations(stops.toSpliced(index, 1))) yield [first, ...rest];
}

describe("route of the day", () => {
  it("costs what the best of all orders costs, on 300 small days", () => {
    fc.assert(
      fc.property(anyStops(0, 6), anyStart, (stops, from) => {
        const found = bestRoute(stops, from, options);
        expect(found.legs.map(({ stop: { id } }) => id).sort()).toEqual(stops.map(({ id }) => id).sort());
        for (const order of permutations(stops))
          if (compareCost(followRoute(order, from, options), found) < 0) expect(order).toBe("no better than what was found");
      }),
      { numRuns: 300 },
    );
  });

  it("does not depend on how the stops are listed", () => {
    fc.assert(
      fc.property(anyStops(2, 12), fc.nat(), (stops, turn) => {
        const at = turn % stops.length;
        const other = [...stops.slice(at), ...stops.slice(0, at)].reverse();
        expect(bestRoute(other, start, options)).toEqual(bestRoute(stops, start, options));
      }),
      { numRuns: 20 },
    );
  });

  it("is near the exact one beyond ten stops: in all within 3 %, and never later where the exact one is in time", () => {
    const days = fc.sample(anyStops(8, 8), { numRuns: 20, seed: 7 }).map((stops) => stops.map((one) => ({ ...one, service: one.service / 4 })));
    const costs = days.map((stops) => ({
      exact: followRoute(exactOrder(stops, start, options), start, options),
      good: followRoute(goodOrder(stops, start, options), start, options),
    }));
    const sum = (of: (pair: (typeof costs)[number]) => number) => costs.reduce((total, pair) => total + of(pair), 0);
    expect(sum(({ good }) => good.late)).toBeLessThanOrEqual(sum(({ exact }) => exact.late) * 1.03);
    for (const { exact, good } of costs) if (exact.late === 0) expect(good.late).toBe(0);
    const wide = days.map((stops) => stops.map((one) => ({ ...one, window: { from: sampleNow, to: sampleNow + 48 * HOUR } })));
    const travel = (order: typeof exactOrder) =>
      wide.reduce((total, stops) => total + followRoute(order(stops, start, options), start, options).travel, 0);
    expect(travel(goodOrder)).toBeLessThanOrEqual(travel(exactOrder) * 1.03);
  });

  it("keeps the buffer where there is time for it, and says what is missing where there is none", () => {
    const loose = stop("b", 0, { window: { from: sampleNow + HOUR, to: sampleNow + 2 * HOUR } });
    const [, kept] = bestRoute([stop("a", 0), loose], start, options).legs;
    expect(kept).toMatchObject({ arrivesAt: sampleNow + HOUR, startsAt: sampleNow + HOUR + 30 * MINUTE, lateBy: 0, bufferShort: 0 });
    const [, short] = bestRoute([stop("a", 0), stop("b", 70)], start, options).legs;
    expect(short).toMatchObject({ startsAt: sampleNow + 70 * MINUTE, lateBy: 0, bufferShort: 20 * MINUTE });
  });

  it("warns of being late by as much as the way is too long", () => {
    // 6 km by e-bike: 26 minutes.
    const far = stop("far", 20, { position: northOf(samplePlace, 6_000) });
    expect(bestRoute([far], start, options).legs[0]).toMatchObject({ travelMinutes: 26, lateBy: 6 * MINUTE });
    expect(bestRoute([far], { ...start, position: null }, options).legs[0]).toMatchObject({ travelMinutes: 0, lateBy: 0 });
  });

  it("goes round by the shortest way when time leaves the choice", () => {
    const open = { window: { from: sampleNow, to: sampleNow + 12 * HOUR } };
    const places = [3_000, 1_000, 2_000].map((metres, index) => stop(`${index}`, 0, { ...open, position: northOf(samplePlace, metres) }));
    expect(bestRoute(places, start, options).legs.map(({ stop: { id } }) => id)).toEqual(["1", "2", "0"]);
  });

  it("has nowhere to go on a day without orders", () => {
    expect(bestRoute([], start, options)).toEqual({ late: 0, short: 0, travel: 0, legs: [], endsAt: sampleNow });
  });
});
