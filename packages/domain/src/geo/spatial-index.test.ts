import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { distanceMetres, isPlausible } from "./distance.ts";
import { spatialIndex } from "./spatial-index.ts";

const nearby = fc.record({ dLat: fc.double({ min: -0.2, max: 0.2, noNaN: true }), dLng: fc.double({ min: -0.2, max: 0.2, noNaN: true }) });
const centre = fc.record({
  lat: fc.oneof(fc.constantFrom(0.01, 31.23, 69.6, 89.95, -89.99), fc.double({ min: -90, max: 90, noNaN: true })),
  lng: fc.oneof(fc.constantFrom(121.47, 179.99, -179.95), fc.double({ min: -180, max: 180, noNaN: true })),
});

/** Brings a longitude back into −180…180. */
function wrap(lng: number): number {
  return ((((lng + 180) % 360) + 360) % 360) - 180;
}

describe("spatial index", () => {
  it("finds exactly what measuring every position finds, near the poles and across the date line too", () => {
    fc.assert(
      fc.property(centre, fc.array(nearby, { maxLength: 60 }), fc.integer({ min: 0, max: 30_000 }), (middle, offsets, metres) => {
        // Longitudes shrink towards the poles: spread them so that some points stay near.
        const stretch = Math.min(500, 1 / Math.max(1e-6, Math.cos((middle.lat * Math.PI) / 180)));
        const positions = offsets.map(({ dLat, dLng }) => ({
          lat: Math.max(-90, Math.min(90, middle.lat + dLat)),
          lng: wrap(middle.lng + dLng * stretch),
        }));
        const found = new Map<number, number>();
        spatialIndex(positions).within(middle, metres, (index, away) => {
          expect(found.has(index)).toBe(false);
          found.set(index, away);
        });
        const measured = new Map<number, number>();
        for (const [index, position] of positions.entries()) {
          const away = distanceMetres(middle, position);
          if (isPlausible(position) && away <= metres) measured.set(index, away);
        }
        expect([...found].sort(([a], [b]) => a - b)).toEqual([...measured]);
      }),
      { numRuns: 500 },
    );
  });

  it("leaves out missing and implausible positions", () => {
    const index = spatialIndex([null, { lat: 0, lng: 0 }, { lat: Number.NaN, lng: 2 }, { lat: 0.001, lng: 0 }]);
    const found: number[] = [];
    index.within({ lat: 0, lng: 0.001 }, 1_000, (item) => found.push(item));
    expect(found).toEqual([3]);
    expect(() => spatialIndex([null]).within({ lat: 1, lng: 1 }, 5, () => expect.unreachable())).not.toThrow();
  });
});
