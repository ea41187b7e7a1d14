import { HOUR, MINUTE } from "@lingong/domain";
import { describe, expect, it } from "vitest";
import { dayPartOf, durationChoices, flagOf, nearDays, slotsOf, stepMinutesBy } from "./slots.ts";

const zone = "Asia/Shanghai";
const now = Date.parse("2026-03-17T05:36:00.000Z"); // 13:36 in Shanghai
const today = { year: 2026, month: 3, day: 17 };

describe("starts one can choose", () => {
  it("offers no start nearer than ninety minutes", () => {
    const [first] = slotsOf(today, now, zone);
    expect(first?.at).toBe(Date.parse("2026-03-17T07:30:00.000Z")); // 15:06 is the earliest, 15:30 the next half hour
    for (const { at } of slotsOf(today, now, zone)) expect(at - now).toBeGreaterThanOrEqual(90 * MINUTE);
  });

  it("offers none beyond sixty days", () => {
    expect(slotsOf({ year: 2026, month: 5, day: 20 }, now, zone)).toEqual([]);
  });

  it("begins with tomorrow when nothing is left of today", () => {
    const late = Date.parse("2026-03-17T15:00:00.000Z"); // 23:00
    expect(nearDays(late, zone, 2)[0]).toEqual({ year: 2026, month: 3, day: 18 });
  });

  it("marks peak hours and night as the rules count them", () => {
    const at = (hour: number) => Date.parse("2026-03-17T16:00:00.000Z") + hour * HOUR;
    expect([6, 7, 9, 12, 18, 19, 20].map((hour) => flagOf(at(hour), zone))).toEqual(["night", "peak", null, null, "peak", "peak", "night"]);
  });

  it("splits the day into parts that together hold every start", () => {
    const tomorrow = { year: 2026, month: 3, day: 18 };
    const parts = (["morning", "afternoon", "evening"] as const).flatMap((part) => slotsOf(tomorrow, now, zone, part));
    expect(parts).toEqual(slotsOf(tomorrow, now, zone));
    expect(slotsOf(tomorrow, now, zone, "evening").every(({ at }) => dayPartOf(at, zone) === "evening")).toBe(true);
  });
});

describe("durations", () => {
  it("never goes below the category's minimum nor above the most", () => {
    expect(stepMinutesBy(120, -1, { least: 120, most: 720 })).toBe(120);
    expect(stepMinutesBy(120, 1, { least: 120, most: 720 })).toBe(135);
    expect(stepMinutesBy(720, 1, { least: 120, most: 720 })).toBe(720);
  });

  it("offers the minimum, the usual lengths and the suggestion, once each, in order", () => {
    expect(durationChoices(120, 195)).toEqual([120, 180, 195, 240]);
    expect(durationChoices(60, 90)).toEqual([60, 90, 120, 180, 240]);
  });
});
