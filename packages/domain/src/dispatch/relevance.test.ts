import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isInBox } from "../geo/box.ts";
import type { Position } from "../geo/position.ts";
import { defaultPolicy as policy } from "../policy/policy.ts";
import { northOf, sampleJob, samplePlace, sampleWorker } from "./dispatch.samples.ts";
import { relevantTo, searchAreaOf } from "./relevance.ts";

const market = { medianIncomePerHourFen: null, medianRateFen: {} };
/** Anywhere on earth, with poles and the 180th meridian, or close together. */
const anyPlace: fc.Arbitrary<Position> = fc.oneof(
  fc.record({ lat: fc.double({ min: -90, max: 90, noNaN: true }), lng: fc.double({ min: -180, max: 180, noNaN: true }) }),
  fc.record({ lat: fc.double({ min: 31, max: 31.4, noNaN: true }), lng: fc.double({ min: 121.2, max: 121.7, noNaN: true }) }),
  fc.record({ lat: fc.double({ min: 9.9, max: 10.1, noNaN: true }), lng: fc.constantFrom(179.95, -179.95, 180, -180) }),
  fc.record({ lat: fc.constantFrom(89.97, -89.97, 90), lng: fc.double({ min: -180, max: 180, noNaN: true }) }),
);

describe("the area a round looks in", () => {
  it("holds everybody who bears on an order, wherever both are", () => {
    fc.assert(
      fc.property(fc.array(anyPlace, { minLength: 1, maxLength: 30 }), fc.array(anyPlace, { minLength: 1, maxLength: 30 }), (places, homes) => {
        const jobs = places.map((position, index) => sampleJob({ orderId: `order-${index}`, position }));
        const workers = homes.map((position, index) => sampleWorker({ id: `worker-${index}`, position }));
        const { boxes } = searchAreaOf(jobs, policy);
        const kept = relevantTo({ jobs, workers, openOffers: [], market }, policy).workers;
        expect(kept.filter(({ position }) => !boxes.some((box) => isInBox(box, position)))).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
  });

  it("is a box around each order, one around all where there are many, and every worker of a remote trade", () => {
    const jobs = (count: number) => Array.from({ length: count }, (_, index) => sampleJob({ position: northOf(samplePlace, 1_000 * index) }));
    expect(searchAreaOf(jobs(3), policy).boxes).toHaveLength(3);
    const [over, ...others] = searchAreaOf(jobs(100), policy).boxes;
    expect(others).toEqual([]);
    expect((over?.north ?? 0) - (over?.south ?? 0)).toBeGreaterThan(1);
    const remote = [1, 2].map(() => sampleJob({ mode: "remote", position: null, categoryId: "programming" }));
    expect(searchAreaOf(remote, policy)).toEqual({ boxes: [], remoteCategoryIds: ["programming"] });
  });
});
