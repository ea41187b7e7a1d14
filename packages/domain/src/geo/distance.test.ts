import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultPolicy } from "../policy/policy.ts";
import { atMostMetres, blur, distanceMetres, EARTH_RADIUS_METRES, isPlausible, travelMinutes, travelMinutesBetween } from "./distance.ts";
import { gcj02FromWgs84, wgs84FromGcj02 } from "./gcj02.ts";

const anyPosition = fc.record({ lat: fc.double({ min: -90, max: 90, noNaN: true }), lng: fc.double({ min: -180, max: 180, noNaN: true }) });
const inChina = fc.record({ lat: fc.double({ min: 18, max: 53, noNaN: true }), lng: fc.double({ min: 74, max: 134, noNaN: true }) });

describe("distance", () => {
  it("measures known great circles", () => {
    expect(distanceMetres({ lat: 0, lng: 1 }, { lat: 0, lng: 2 })).toBe(111_195);
    expect(distanceMetres({ lat: 31.2304, lng: 121.4737 }, { lat: 39.9042, lng: 116.4074 })).toBeGreaterThan(1_066_000);
    expect(distanceMetres({ lat: 31.2304, lng: 121.4737 }, { lat: 39.9042, lng: 116.4074 })).toBeLessThan(1_070_000);
    expect(distanceMetres({ lat: 80, lng: 179.999 }, { lat: 80, lng: -179.999 })).toBe(39);
    expect(distanceMetres({ lat: 90, lng: 0 }, { lat: -90, lng: 77 })).toBe(20_015_114);
  });

  it("is symmetric, whole and zero at home", () => {
    fc.assert(
      fc.property(anyPosition, anyPosition, (a, b) => {
        const metres = distanceMetres(a, b);
        expect(metres).toBe(distanceMetres(b, a));
        expect(Number.isSafeInteger(metres)).toBe(true);
        expect(distanceMetres(a, a)).toBe(0);
        expect(atMostMetres(a, b)).toBeGreaterThanOrEqual(metres);
      }),
    );
  });

  it("is the same metre by the short series and by the library's sine and arc sine, near and far", () => {
    const radians = (degrees: number) => (degrees * Math.PI) / 180;
    const byLibrary = (a: { lat: number; lng: number }, b: { lat: number; lng: number }) => {
      const [north, east] = [Math.sin(radians(b.lat - a.lat) / 2), Math.sin(radians(b.lng - a.lng) / 2)];
      const haversine = north * north + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * east * east;
      return Math.round(2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(haversine))));
    };
    const step = fc
      .tuple(fc.integer({ min: 0, max: 6 }), fc.double({ min: -1, max: 1, noNaN: true }))
      .map(([zeros, part]) => 3 * part * 10 ** -zeros);
    fc.assert(
      fc.property(anyPosition, step, step, (a, north, east) => {
        const b = { lat: Math.max(-90, Math.min(90, a.lat + north)), lng: a.lng + east };
        expect(distanceMetres(a, b)).toBe(byLibrary(a, b));
      }),
      { numRuns: 5_000 },
    );
  });

  it("turns metres into minutes by mode, rounded up", () => {
    expect(travelMinutes(0, "ebike", defaultPolicy)).toBe(0);
    expect(travelMinutes(3_000, "ebike", defaultPolicy)).toBe(13);
    expect(travelMinutes(3_001, "ebike", defaultPolicy)).toBe(14);
    expect(travelMinutes(10_000, "car", defaultPolicy)).toBe(28);
    expect(travelMinutes(10_000, "transit", defaultPolicy)).toBe(39);
    expect(travelMinutesBetween(null, { lat: 31, lng: 121 }, "car", defaultPolicy)).toBe(0);
  });

  it("knows what is no position", () => {
    for (const position of [null, { lat: 0, lng: 0 }, { lat: Number.NaN, lng: 1 }, { lat: 91, lng: 1 }, { lat: 1, lng: Number.POSITIVE_INFINITY }]) {
      expect(isPlausible(position)).toBe(false);
    }
    expect(isPlausible({ lat: 31.2, lng: 121.4 })).toBe(true);
    expect(isPlausible({ lat: 0, lng: 1 })).toBe(true);
  });

  it("blurs to the same grid point within half a cell's diagonal", () => {
    fc.assert(
      fc.property(
        fc.record({ lat: fc.double({ min: -85, max: 85, noNaN: true }), lng: fc.double({ min: -179, max: 179, noNaN: true }) }),
        (position) => {
          const blurred = blur(position, 500);
          expect(blur(position, 500)).toEqual(blurred);
          expect(distanceMetres(position, blurred)).toBeLessThan(365);
        },
      ),
    );
    const corner = blur({ lat: 31.2304, lng: 121.4737 }, 500);
    expect(blur({ lat: corner.lat + 0.001, lng: corner.lng - 0.001 }, 500)).toEqual(corner);
  });

  it("inverts GCJ-02 to the metre, and leaves the rest of the world alone", () => {
    fc.assert(
      fc.property(inChina, (position) => {
        expect(distanceMetres(wgs84FromGcj02(gcj02FromWgs84(position)), position)).toBe(0);
      }),
    );
    const paris = { lat: 48.8566, lng: 2.3522 };
    expect(wgs84FromGcj02(paris)).toEqual(paris);
    // Around Beijing the two systems lie about half a kilometre apart.
    const shift = distanceMetres({ lat: 39.9042, lng: 116.4074 }, gcj02FromWgs84({ lat: 39.9042, lng: 116.4074 }));
    expect(shift).toBeGreaterThan(450);
    expect(shift).toBeLessThan(650);
  });
});
