import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { HOUR, type Interval, MINUTE } from "../kernel/instant.ts";
import { defaultPolicy as policy } from "../policy/policy.ts";
import { activityOf, ownMinutes } from "./activity.ts";
import { difference, durationOf, intersection, union } from "./intervals.ts";
import { isNight, isPeak, localDayOf } from "./local-time.ts";
import { breaksDailyLimit } from "./rest.ts";
import { hoursOn, instantAtWall, localDayOn, localDaysIn, onDay, type WallRange } from "./working-hours.ts";

const day = (name: string) => Temporal.PlainDate.from(name);
const on = (name: string, ranges: readonly WallRange[], zone: string) => onDay(localDayOn(day(name), zone), ranges);
const wholeDay = (name: string, zone: string): Interval => ({ from: instantAtWall(day(name), 0, zone), to: instantAtWall(day(name), 1_440, zone) });
const wall = (instant: number, zone: string) => Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).toPlainTime().toString();
/** Both changes of 2026 in three zones: the day, its length in hours, what is skipped or repeated. */
const changes = [
  { zone: "America/New_York", spring: "2026-03-08", shortest: 23, autumn: "2026-11-01", longest: 25 },
  { zone: "Europe/Berlin", spring: "2026-03-29", shortest: 23, autumn: "2026-10-25", longest: 25 },
  // Half an hour only, and in the south: spring is in October.
  { zone: "Australia/Lord_Howe", spring: "2026-10-04", shortest: 23.5, autumn: "2026-04-05", longest: 24.5 },
] as const;

describe("sets of time", () => {
  const ranges = fc.array(
    fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 20 })).map(([from, length]): Interval => ({ from, to: from + length })),
    { maxLength: 6 },
  );
  const holds = (set: readonly Interval[], at: number) => set.some(({ from, to }) => from <= at && at < to);

  it("agree with asking every instant", () => {
    fc.assert(
      fc.property(ranges, ranges, (a, b) => {
        const [both, common, left] = [union(a, b), intersection(a, b), difference(a, b)];
        for (let at = 0; at < 80; at += 1) {
          expect([holds(both, at), holds(common, at), holds(left, at)]).toEqual([
            holds(a, at) || holds(b, at),
            holds(a, at) && holds(b, at),
            holds(a, at) && !holds(b, at),
          ]);
        }
        expect(durationOf(common) + durationOf(left)).toBe(durationOf(a));
      }),
      { numRuns: 200 },
    );
  });
});

describe("hours on the wall, where clocks change", () => {
  it.each(changes)("the whole day is as long as it is in $zone", ({ zone, spring, shortest, autumn, longest }) => {
    expect(durationOf(on(spring, [{ fromMinute: 0, toMinute: 1_440 }], zone))).toBe(shortest * HOUR);
    expect(durationOf(on(autumn, [{ fromMinute: 0, toMinute: 1_440 }], zone))).toBe(longest * HOUR);
  });

  it.each(changes)("weekly hours begin and end by the wall on every day of the year in $zone", ({ zone }) => {
    const weekly = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, fromMinute: 8 * 60, toMinute: 18 * 60 }));
    const year = { from: instantAtWall(day("2026-01-01"), 0, zone), to: instantAtWall(day("2026-12-31"), 1_440, zone) };
    const hours = localDaysIn(year, zone).flatMap((one) => onDay(one, hoursOn(one, { weekly, exceptions: [] }).usual));
    expect(hours).toHaveLength(365);
    for (const { from, to } of hours) expect([wall(from, zone), wall(to, zone)]).toEqual(["08:00:00", "18:00:00"]);
  });

  it("a range that clocks jump over is empty, one they jump into begins when they do", () => {
    const zone = "America/New_York";
    const jump = Date.UTC(2026, 2, 8, 7);
    expect(on("2026-03-08", [{ fromMinute: 120, toMinute: 180 }], zone)).toEqual([]);
    expect(on("2026-03-08", [{ fromMinute: 150, toMinute: 240 }], zone)).toEqual([{ from: jump, to: jump + HOUR }]);
    expect(on("2026-11-01", [{ fromMinute: 0, toMinute: 180 }], zone).map(({ from, to }) => to - from)).toEqual([4 * HOUR]);
  });

  it.each(changes)("the 12 hours of a local day count elapsed time over the change in $zone", ({ zone, spring, autumn }) => {
    for (const name of [spring, autumn]) {
      const { from, to } = wholeDay(name, zone);
      const busy = { commitments: [{ orderId: "a", from, to: from + 8 * HOUR, position: null }], restBlocks: [], travelMode: "car" as const };
      expect(breaksDailyLimit(busy, { from: to - 4 * HOUR, to }, zone, policy)).toBe(false);
      expect(breaksDailyLimit(busy, { from: to - 4 * HOUR - MINUTE, to }, zone, policy)).toBe(true);
      expect(breaksDailyLimit(busy, { from: to - 4 * HOUR, to: to + 4 * HOUR }, zone, policy)).toBe(false);
    }
  });

  it.each(changes)("night and peaks go by the wall on both days in $zone", ({ zone, spring, autumn }) => {
    for (const name of [spring, autumn]) {
      const { from, to } = wholeDay(name, zone);
      expect(localDayOf(from, zone)).toEqual({ from, to });
      for (let at = from; at < to; at += 15 * MINUTE) {
        const hour = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).hour;
        expect([isNight(at, zone, policy), isPeak(at, zone, policy)]).toEqual([hour >= 20 || hour < 7, [7, 8, 18, 19].includes(hour)]);
      }
    }
  });

  it("names the local days of a window, once each", () => {
    const window = { from: Date.UTC(2026, 2, 28, 23, 30), to: Date.UTC(2026, 2, 30, 22) };
    expect(localDaysIn(window, "Europe/Berlin").map(({ name }) => name)).toEqual(["2026-03-29", "2026-03-30"]);
    expect(localDaysIn(window, "Asia/Shanghai").map(({ name }) => name)).toEqual(["2026-03-29", "2026-03-30", "2026-03-31"]);
  });
});

describe("activity (§6)", () => {
  const zone = "Asia/Shanghai";
  /** A day of November 2026 in Shanghai. */
  const at = (date: number, hour: number) => Date.UTC(2026, 10, date, hour - 8);
  const window = { from: at(2, 0), to: at(9, 0) };
  const measured = { window, days: localDaysIn({ from: at(1, 0), to: at(10, 0) }, zone) };
  // Monday 2 November: 08–18, with 07–09 and 18–20 as peaks: one peak hour of ten.
  const weekly = [{ weekday: 1, fromMinute: 480, toMinute: 1_080 }];
  const plain = { hours: { weekly, exceptions: [] }, restBlocks: [], online: [{ from: at(2, 8), to: at(2, 13) }] };
  const of = (record: Parameters<typeof activityOf>[0]) => activityOf(record, measured, policy);

  it("is the online share of one's own time, peak hours twice", () => {
    expect(of(plain)).toEqual({ online: 360, available: 660 });
    expect(of({ ...plain, online: [{ from: at(2, 0), to: at(3, 0) }] })).toEqual({ online: 660, available: 660 });
    expect(of({ ...plain, hours: { weekly: [], exceptions: [] } })).toEqual({ online: 0, available: 0 });
  });

  it("leaves rest and days off out, and takes what is offered on another date in", () => {
    expect(of({ ...plain, restBlocks: [{ from: at(2, 13), to: at(2, 18) }] })).toEqual({ online: 360, available: 360 });
    expect(of({ ...plain, hours: { weekly, exceptions: [{ day: "2026-11-02", ranges: [] }] } })).toEqual({ online: 360, available: 360 });
    const sunday = { day: "2026-11-08", ranges: [{ fromMinute: 600, toMinute: 660 }] };
    expect(of({ ...plain, hours: { weekly, exceptions: [sunday] } })).toEqual({ online: 360, available: 720 });
  });

  it("spreads income over own hours, rested or not", () => {
    expect(ownMinutes(measured, plain.hours)).toBe(600);
    expect(ownMinutes(measured, { weekly, exceptions: [{ day: "2026-11-02", ranges: [] }] })).toBe(600);
  });

  it("never falls by resting, whenever the rest is entered", () => {
    const hour = fc.integer({ min: 0, max: 23 });
    const span = fc
      .tuple(fc.integer({ min: 2, max: 8 }), hour, fc.integer({ min: 1, max: 12 }))
      .map(([date, from, length]) => ({ from: at(date, from), to: at(date, from + length) }));
    const range = fc
      .tuple(fc.integer({ min: 1, max: 7 }), hour)
      .map(([weekday, from]) => ({ weekday, fromMinute: from * 60, toMinute: Math.min(1_440, from * 60 + 480) }));
    const record = fc.record({
      weekly: fc.array(range, { maxLength: 5 }),
      online: fc.array(span, { maxLength: 4 }),
      rests: fc.array(span, { maxLength: 3 }),
      rest: span,
      off: fc.integer({ min: 2, max: 8 }),
    });
    const points = ({ online, available }: { online: number; available: number }) => (available === 0 ? null : Math.floor((60 * online) / available));
    fc.assert(
      fc.property(record, ({ weekly: usual, online, rests, rest, off }) => {
        const hours = { weekly: usual, exceptions: [] };
        const before = of({ hours, restBlocks: rests, online });
        const dayOff = { weekly: usual, exceptions: [{ day: `2026-11-0${off}`, ranges: [] }] };
        for (const after of [of({ hours, restBlocks: [...rests, rest], online }), of({ hours: dayOff, restBlocks: rests, online })]) {
          expect(after.online).toBe(before.online);
          expect(after.available).toBeLessThanOrEqual(before.available);
          expect(after.online).toBeLessThanOrEqual(after.available);
          expect(points(after) ?? 30).toBeGreaterThanOrEqual(points(before) ?? 30);
        }
      }),
      { numRuns: 150 },
    );
  });
});
