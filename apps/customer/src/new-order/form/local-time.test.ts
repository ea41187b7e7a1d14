import { describe, expect, it } from "vitest";
import { addDays, dayFromKey, dayKey, instantOf, localDayOf, minuteOfDay } from "./local-time.ts";

describe("local days and times of a city", () => {
  it("finds the instant at which a clock in Shanghai shows a time", () => {
    expect(new Date(instantOf({ year: 2026, month: 3, day: 20 }, 14 * 60, "Asia/Shanghai")).toISOString()).toBe("2026-03-20T06:00:00.000Z");
  });

  it("follows a zone over the change of its clocks", () => {
    expect(new Date(instantOf({ year: 2026, month: 3, day: 28 }, 12 * 60, "Europe/Berlin")).toISOString()).toBe("2026-03-28T11:00:00.000Z");
    expect(new Date(instantOf({ year: 2026, month: 3, day: 29 }, 12 * 60, "Europe/Berlin")).toISOString()).toBe("2026-03-29T10:00:00.000Z");
  });

  it("reads day and minute back, also just before midnight", () => {
    const at = Date.parse("2026-03-19T15:59:00.000Z");
    expect(localDayOf(at, "Asia/Shanghai")).toEqual({ year: 2026, month: 3, day: 19 });
    expect(minuteOfDay(at, "Asia/Shanghai")).toBe(23 * 60 + 59);
    expect(localDayOf(at + 60_000, "Asia/Shanghai")).toEqual({ year: 2026, month: 3, day: 20 });
  });

  it("counts days over the end of a month and keeps a key for each", () => {
    expect(dayKey(addDays({ year: 2026, month: 2, day: 27 }, 3))).toBe("2026-03-02");
    expect(dayFromKey("2026-03-02")).toEqual({ year: 2026, month: 3, day: 2 });
    expect(dayFromKey("soon")).toBeNull();
  });
});
