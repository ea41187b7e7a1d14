import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DAY, HOUR } from "../kernel/instant.ts";
import { defaultPolicy } from "../policy/policy.ts";
import { isNight, isPeak, localDayOf, localMoment, rememberingLocalTime, splitAtMidnight } from "./local-time.ts";

const zones = ["Asia/Shanghai", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "America/Sao_Paulo"];

describe("local time", () => {
  it("gives days of 23 and 25 hours where clocks change", () => {
    const spring = localDayOf(Date.UTC(2026, 2, 29, 12), "Europe/Berlin");
    expect(spring.to - spring.from).toBe(23 * HOUR);
    const autumn = localDayOf(Date.UTC(2026, 9, 25, 12), "Europe/Berlin");
    expect(autumn.to - autumn.from).toBe(25 * HOUR);
    const plain = localDayOf(Date.UTC(2026, 10, 4, 16), "Asia/Shanghai");
    expect(plain).toEqual({ from: Date.UTC(2026, 10, 4, 16), to: Date.UTC(2026, 10, 5, 16) });
  });

  it("knows night and peak by the wall", () => {
    const shanghai = (hour: number, minute = 0) => Date.UTC(2026, 10, 4, hour - 8, minute);
    expect(isNight(shanghai(19, 59), "Asia/Shanghai", defaultPolicy)).toBe(false);
    expect(isNight(shanghai(20), "Asia/Shanghai", defaultPolicy)).toBe(true);
    expect(isNight(shanghai(30, 59), "Asia/Shanghai", defaultPolicy)).toBe(true);
    expect(isNight(shanghai(31), "Asia/Shanghai", defaultPolicy)).toBe(false);
    expect([6, 7, 8, 9, 17, 18, 19, 20].map((hour) => isPeak(shanghai(hour), "Asia/Shanghai", defaultPolicy))).toEqual([
      false,
      true,
      true,
      false,
      false,
      true,
      true,
      false,
    ]);
  });

  it("remembers without changing an answer", () => {
    const remembered = rememberingLocalTime();
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2035, 0) }), (zone, instant) => {
        expect(remembered(instant, zone)).toEqual(localMoment(instant, zone));
        expect(remembered(instant, zone)).toEqual(localMoment(instant, zone));
      }),
    );
  });

  it("splits without losing a millisecond", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: Date.UTC(2026, 0), max: Date.UTC(2027, 0) }),
        fc.integer({ min: 1, max: 3 * DAY }),
        (zone, from, length) => {
          const parts = splitAtMidnight({ from, to: from + length }, zone);
          expect(parts.reduce((sum, part) => sum + part.to - part.from, 0)).toBe(length);
          for (const part of parts) expect(localDayOf(part.to - 1, zone)).toEqual(localDayOf(part.from, zone));
        },
      ),
    );
  });
});
