import { describe, expect, it } from "vitest";
import { daySpan } from "../today/day-span.ts";
import { hoursOf, mondayOf, shiftedDay, timeChoices, withDay } from "./week.ts";

describe("the week", () => {
  it("begins on Monday, also for a Sunday and over a year's end", () => {
    expect(["2026-03-16", "2026-03-17", "2026-03-22", "2027-01-03"].map(mondayOf)).toEqual(["2026-03-16", "2026-03-16", "2026-03-16", "2026-12-28"]);
    expect([shiftedDay("2026-02-28", 1), shiftedDay("2026-03-01", -1)]).toEqual(["2026-03-01", "2026-02-28"]);
  });

  it("sets, changes and clears one day and leaves the others", () => {
    const monday = { weekday: 1, fromMinute: 480, toMinute: 720 };
    const both = withDay([monday], 3, { fromMinute: 600, toMinute: 660 });
    expect(both.map(({ weekday }) => weekday)).toEqual([1, 3]);
    expect(hoursOf(both, 3)).toEqual({ fromMinute: 600, toMinute: 660 });
    expect(withDay(both, 3, null)).toEqual([monday]);
    expect(hoursOf(both, 2)).toBeNull();
    expect(timeChoices(1_380, 1_440).map(({ label }) => label)).toEqual(["23:00", "23:30", "24:00"]);
  });
});

describe("the day line", () => {
  const midnight = Date.parse("2026-03-16T16:00:00Z");
  const block = (kind: "order" | "buffer", from: string, to: string) => ({ kind, from: `2026-03-17T${from}+08:00`, to: `2026-03-17T${to}+08:00` });

  it("shows eight to twenty, more where there is more, and half an hour of buffer with its words", () => {
    expect(daySpan(midnight, [])).toEqual({ from: midnight + 8 * 3_600_000, to: midnight + 20 * 3_600_000, pixelsPerHour: 30 });
    const { from, to, pixelsPerHour } = daySpan(midnight, [block("buffer", "06:30:00", "07:00:00"), block("order", "07:00:00", "21:10:00")]);
    expect([from, to]).toEqual([midnight + 6 * 3_600_000, midnight + 22 * 3_600_000]);
    expect(pixelsPerHour).toBe(48);
  });
});
