import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DAY } from "../kernel/instant.ts";
import { endOfWorkingDay, endOfWorkingDays, isWorkingDay } from "./working-days.ts";
import { publishedYears } from "./working-days-data.ts";

const zone = "Asia/Shanghai";
const at = (local: string, inZone = zone): number => Temporal.PlainDateTime.from(local).toZonedDateTime(inZone).epochMilliseconds;

describe("working days (§8)", () => {
  test.each([
    ["2026-03-17", true],
    ["2026-03-21", false],
    ["2026-02-14", true],
    ["2026-02-28", true],
    ["2026-02-16", false],
    ["2026-10-10", true],
    ["2026-10-07", false],
    ["2025-09-28", true],
    ["2025-10-08", false],
  ])("%s worked: %s", (day, works) => {
    expect(isWorkingDay(day)).toEqual({ works, published: true });
  });

  test("an unpublished year counts weekends alone, and says so", () => {
    expect(isWorkingDay("2031-10-01")).toEqual({ works: true, published: false });
    expect(isWorkingDay("2031-10-04")).toEqual({ works: false, published: false });
    expect(endOfWorkingDays(1, at("2030-12-31T12:00"), zone).unpublishedYears).toEqual([2031]);
  });

  test.each([
    [3, "2026-03-17T13:36", "2026-03-21T00:00"],
    [1, "2026-03-20T23:59", "2026-03-24T00:00"],
    [1, "2026-02-13T10:00", "2026-02-15T00:00"],
    [2, "2026-02-13T10:00", "2026-02-25T00:00"],
    [5, "2026-09-30T09:00", "2026-10-14T00:00"],
    [1, "2026-05-08T00:00", "2026-05-10T00:00"],
  ])("%i working days after %s end at %s", (count, after, end) => {
    expect(endOfWorkingDay(count, at(after), zone)).toBe(at(end));
  });

  test("the event's own day is the local one", () => {
    const instant = at("2026-03-17T01:00");
    expect(endOfWorkingDay(1, instant, "Asia/Shanghai")).toBe(at("2026-03-19T00:00"));
    expect(endOfWorkingDay(1, instant, "Asia/Urumqi")).toBe(at("2026-03-18T00:00", "Asia/Urumqi"));
  });

  test("more days end later, and never sooner than so many days", () => {
    const instant = fc.integer({ min: at("2025-01-01T00:00"), max: at("2026-11-30T00:00") });
    fc.assert(
      fc.property(instant, fc.integer({ min: 1, max: 10 }), (after, count) => {
        const end = endOfWorkingDay(count, after, zone);
        expect(end).toBeGreaterThan(after + (count - 1) * DAY);
        expect(endOfWorkingDay(count + 1, after, zone)).toBeGreaterThanOrEqual(end + DAY);
      }),
    );
  });

  test("a count below one is a mistake", () => {
    expect(() => endOfWorkingDay(0, 0, zone)).toThrow(RangeError);
  });

  test("the data is well formed: make-up days are weekends of their year and not off", () => {
    for (const { year, off, worked } of publishedYears) {
      for (const day of worked) {
        expect(Temporal.PlainDate.from(day).dayOfWeek).toBeGreaterThanOrEqual(6);
        expect(Temporal.PlainDate.from(day).year).toBe(year);
        expect(off.some((period) => day >= period.from && day <= period.to)).toBe(false);
      }
      for (const period of off) expect(period.from <= period.to).toBe(true);
    }
  });
});
