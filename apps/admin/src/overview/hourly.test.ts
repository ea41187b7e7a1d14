import { HOUR } from "@lingong/domain";
import { describe, expect, test } from "vitest";
import { hourlyChart, roundTop, shareOfDay } from "./hourly.ts";

describe("the axis of a day", () => {
  test.each([
    [0, 2],
    [1, 2],
    [3, 4],
    [7, 8],
    [11, 12],
    [37, 40],
    [99, 100],
    [108, 120],
    [612, 800],
  ])("for %i it ends at %i", (most, top) => {
    expect(roundTop(most)).toBe(top);
  });
});

describe("a day by the hour", () => {
  const zone = "Asia/Shanghai";
  const midnight = Date.parse("2026-03-16T16:00:00Z");
  const hourly = Array.from({ length: 24 }, (_, hour) => ({ hour, accepted: hour < 13 ? 10 : 0, waiting: hour === 12 ? 3 : 0 }));

  test("sums what was accepted and what waits", () => {
    const chart = hourlyChart(hourly, midnight + 13 * HOUR, zone);
    expect([chart.accepted, chart.waiting, chart.top]).toEqual([130, 3, 16]);
  });

  test("knows where now stands on the wall clock of the city", () => {
    expect(shareOfDay(midnight, zone)).toBe(0);
    expect(shareOfDay(midnight + 18 * HOUR, zone)).toBe(0.75);
  });
});
