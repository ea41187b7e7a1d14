import { describe, expect, it } from "vitest";
import { northOf, samplePlace } from "../dispatch/dispatch.samples.ts";
import type { CommittedInterval } from "../dispatch/snapshot.ts";
import { HOUR, MINUTE } from "../kernel/instant.ts";
import { defaultPolicy as policy } from "../policy/policy.ts";
import { bufferBetween, conflictWith, workingStartAt } from "./calendar.ts";
import { breaksContinuousRest, breaksDailyLimit, breaksNightRest, breaksRestBlock, isRestingAt, type WorkCalendar, workOnDayOf } from "./rest.ts";
import { timeRefusal } from "./time-guards.ts";

const zone = "Asia/Shanghai";
/** An instant of 2026-11-04 in Shanghai; hours may run over. */
const at = (hour: number, minute = 0) => Date.UTC(2026, 10, 4, hour - 8, minute);
const work = (from: number, to: number, position: CommittedInterval["position"] = samplePlace): CommittedInterval => ({
  orderId: `${from}-${to}`,
  from,
  to,
  position,
});
const calendar = (...commitments: CommittedInterval[]): WorkCalendar => ({ commitments, restBlocks: [], travelMode: "ebike" });

describe("buffer between orders (§6)", () => {
  const morning = work(at(8), at(10));
  const conflict = (from: number, metres = 0) =>
    conflictWith([morning], { from, to: from + HOUR }, northOf(samplePlace, metres), "ebike", policy)?.orderId ?? null;

  it("is 30 minutes nearby, on both sides", () => {
    expect(conflict(at(10, 29))).toBe(morning.orderId);
    expect(conflict(at(10, 30))).toBeNull();
    expect(conflict(at(6, 30))).toBeNull();
    expect(conflict(at(6, 31))).toBe(morning.orderId);
    expect(conflict(at(8, 30))).toBe(morning.orderId);
  });

  it("is travel + 10 minutes when that is longer", () => {
    // 6 km by e-bike: 7.8 km at 18 km/h are 26 minutes, so 36 to keep free.
    expect(conflict(at(10, 35), 6_000)).toBe(morning.orderId);
    expect(conflict(at(10, 36), 6_000)).toBeNull();
    expect(conflict(at(6, 24), 6_000)).toBeNull();
    expect(conflict(at(6, 25), 6_000)).toBe(morning.orderId);
  });

  it("is 10 minutes between remote work, 30 between remote and on site", () => {
    expect(bufferBetween(null, null, "car", policy)).toBe(10 * MINUTE);
    expect(bufferBetween(null, samplePlace, "car", policy)).toBe(30 * MINUTE);
  });

  it("sets the working start", () => {
    expect(workingStartAt(null, 12, policy, at(10))).toBe(at(10, 25));
    expect(workingStartAt(at(11), 12, policy, at(10))).toBe(at(11));
    expect(workingStartAt(at(11), 12, policy, at(10, 51))).toBe(at(11, 5));
  });
});

describe("rest (§6)", () => {
  it("asks for 20 minutes after more than 4 hours in a row", () => {
    const four = calendar(work(at(8), at(12)));
    const more = calendar(work(at(8), at(12, 1)));
    expect(isRestingAt(four, policy, at(12, 5))).toBe(false);
    expect(isRestingAt(more, policy, at(12, 0))).toBe(false);
    expect(isRestingAt(more, policy, at(12, 1))).toBe(true);
    expect(isRestingAt(more, policy, at(12, 20))).toBe(true);
    expect(isRestingAt(more, policy, at(12, 21))).toBe(false);
  });

  it("counts work as continuous over gaps that travel eats up", () => {
    // 3 km away: 13 minutes of travel, so a gap of 30 minutes holds 17 of rest.
    const far = calendar(work(at(8), at(10)), work(at(10, 30), at(12, 30), northOf(samplePlace, 3_000)));
    const near = calendar(work(at(8), at(10)), work(at(10, 30), at(12, 30)));
    expect(isRestingAt(far, policy, at(12, 40))).toBe(true);
    expect(isRestingAt(near, policy, at(12, 40))).toBe(false);
  });

  it("does not plan an order into the rest after a long run, before or behind", () => {
    const place = northOf(samplePlace, 3_000);
    const long = work(at(8), at(12, 30));
    expect(breaksContinuousRest(calendar(long), work(at(13), at(14), place), policy)).toBe(true);
    expect(breaksContinuousRest(calendar(long), work(at(13, 3), at(14), place), policy)).toBe(false);
    expect(breaksContinuousRest(calendar(work(at(13), at(14), place)), long, policy)).toBe(true);
    expect(breaksContinuousRest(calendar(), work(at(8), at(18)), policy)).toBe(false);
  });

  it("does not blame an order for a run it has no part in", () => {
    const place = northOf(samplePlace, 3_000);
    const before = calendar(work(at(8), at(12, 30)), work(at(13), at(14), place));
    expect(breaksContinuousRest(before, work(at(16), at(17), place), policy)).toBe(false);
  });

  it("keeps rest blocks hard", () => {
    const resting = { ...calendar(), restBlocks: [{ from: at(12), to: at(13) }] };
    expect(breaksRestBlock(resting, { from: at(12, 59), to: at(14) })).toBe(true);
    expect(breaksRestBlock(resting, { from: at(13), to: at(14) })).toBe(false);
    expect(breaksRestBlock(resting, { from: at(11), to: at(12) })).toBe(false);
    expect([at(11, 59), at(12), at(12, 59), at(13)].map((now) => isRestingAt(resting, policy, now))).toEqual([false, true, true, false]);
  });

  it("refuses above 12 hours on a local day, split at midnight", () => {
    const tenHours = calendar(work(at(6), at(16)));
    expect(breaksDailyLimit(tenHours, { from: at(17), to: at(19) }, zone, policy)).toBe(false);
    expect(breaksDailyLimit(tenHours, { from: at(17), to: at(19) + 1 }, zone, policy)).toBe(true);
    expect(breaksDailyLimit(tenHours, { from: at(22, 30), to: at(26) }, zone, policy)).toBe(false);
    expect(breaksDailyLimit(calendar(work(at(30), at(40))), { from: at(23), to: at(27) }, zone, policy)).toBe(true);
    expect(workOnDayOf(tenHours, at(3), zone)).toBe(10 * HOUR);
  });

  it("counts elapsed hours on the day clocks change", () => {
    const berlin = (day: number, hour: number) => Date.UTC(2026, 9, day, hour);
    // 25 October 2026 has 25 hours in Berlin: from the 24th 22:00Z to the 25th 23:00Z.
    const night = { commitments: [work(berlin(24, 22), berlin(25, 5))], restBlocks: [], travelMode: "car" as const };
    expect(breaksDailyLimit(night, { from: berlin(25, 18), to: berlin(25, 23) }, "Europe/Berlin", policy)).toBe(false);
    expect(breaksDailyLimit(night, { from: berlin(25, 17), to: berlin(25, 23) }, "Europe/Berlin", policy)).toBe(true);
    expect(breaksDailyLimit(night, { from: berlin(25, 17), to: berlin(25, 23) }, "Asia/Shanghai", policy)).toBe(false);
  });

  it("keeps 8 hours between two days, not within one", () => {
    const late = calendar(work(at(19), at(23)));
    expect(breaksNightRest(late, work(at(30, 59), at(33)), zone, policy)).toBe(true);
    expect(breaksNightRest(late, work(at(31), at(33)), zone, policy)).toBe(false);
    expect(breaksNightRest(late, work(at(13), at(15)), zone, policy)).toBe(false);
    expect(breaksNightRest(calendar(work(at(31), at(33))), work(at(22), at(23, 30)), zone, policy)).toBe(true);
  });

  it("tells the first reason against extra time", () => {
    const resting = { ...calendar(work(at(6), at(17))), restBlocks: [{ from: at(19), to: at(20) }] };
    expect(timeRefusal(resting, work(at(17, 30), at(18, 30)), { zone, policy })).toBeNull();
    expect(timeRefusal(resting, work(at(17, 30), at(18, 31)), { zone, policy })).toBe("excluded_daily_limit");
    expect(timeRefusal(resting, work(at(17, 30), at(19, 1)), { zone, policy })).toBe("excluded_resting");
    expect(timeRefusal(resting, work(at(24), at(25)), { zone, policy })).toBe("excluded_night_rest");
  });
});
