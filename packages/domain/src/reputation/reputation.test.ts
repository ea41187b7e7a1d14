import fc from "fast-check";
import { describe, expect, test } from "vitest";
import vectors from "../../test/vectors/standing.json" with { type: "json" };
import { DAY, HOUR } from "../kernel/instant.ts";
import { defaultPolicy } from "../policy/policy.ts";
import { customerStandingOf, isHarshCustomer } from "./customer.ts";
import { halvedWeight, wilsonLowerBound } from "./exact.ts";
import { countFaults, type Fault, pausedUntil } from "./faults.ts";
import { levelAfter, levelName, levelOf, nextLevel } from "./level.ts";
import { isOnTime, type ReliabilityEvent, recordOf, streakOf } from "./record.ts";
import { reviewWeight, standingOf } from "./standing.ts";

const event = (at: number, name: ReliabilityEvent["event"], fault = false, excluded = false): ReliabilityEvent => ({
  at,
  event: name,
  fault,
  excluded,
});

describe("standing (§8)", () => {
  test.each(vectors)("computes case %#", ({ rating10000, onTime10000, completion10000, standing, level, completedOrders, ...input }) => {
    const result = standingOf(input, defaultPolicy);
    expect(result).toMatchObject({ rating10000, onTime10000, completion10000, standing });
    expect(levelOf(result.standing, completedOrders, defaultPolicy)).toBe(level);
  });

  test("its parts add up to it, and it stays within 0 and 1000", () => {
    const share = fc.nat(400).chain((of) => fc.nat(of).map((good) => ({ good, of })));
    const anyInput = fc.record({
      reviews: fc.array(fc.record({ stars: fc.integer({ min: 1, max: 5 }), ageDays: fc.nat(3_000) }), { maxLength: 40 }),
      onTime: share,
      completion: share,
      streak: fc.nat(200),
    });
    fc.assert(
      fc.property(anyInput, (input) => {
        const { parts, standing } = standingOf(input, defaultPolicy);
        expect(parts.rating + parts.onTime + parts.completion + parts.streak).toBe(standing);
        expect(standing).toBeGreaterThanOrEqual(0);
        expect(standing).toBeLessThanOrEqual(1_000);
      }),
    );
  });

  test("a newcomer stands at the prior alone", () => {
    expect(standingOf({ reviews: [], onTime: { good: 0, of: 0 }, completion: { good: 0, of: 0 }, streak: 0 }, defaultPolicy)).toEqual({
      rating10000: 46_000,
      onTime10000: 0,
      completion10000: 0,
      standing: 450,
      parts: { rating: 450, onTime: 0, completion: 0, streak: 0 },
    });
  });
});

describe("exact arithmetic", () => {
  test.each([
    [0, 10_000],
    [180, 5_000],
    [360, 2_500],
    [900, 313],
    [1_080, 156],
    [2_571, 1],
    [2_572, 0],
  ])("a review of %i days weighs %i", (days, weight) => {
    expect(reviewWeight(days, defaultPolicy)).toBe(weight);
  });

  test("a half is rounded up, whatever the float thinks", () => {
    expect(halvedWeight(1, 1, 1)).toBe(1);
    expect(halvedWeight(625, 1, 1)).toBe(313);
  });

  test("the Wilson bound is the floor of the textbook formula wherever the float is not near an integer", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5_000 }), fc.nat(5_000), (of, some) => {
        const good = Math.min(of, some);
        const z2 = 1.96 * 1.96;
        const share = good / of;
        const bound = (10_000 * (share + z2 / (2 * of) - 1.96 * Math.sqrt((share * (1 - share)) / of + z2 / (4 * of * of)))) / (1 + z2 / of);
        fc.pre(Math.abs(bound - Math.round(bound)) > 1e-6);
        expect(wilsonLowerBound(good, of, 196)).toBe(Math.floor(bound));
      }),
      { numRuns: 1_000 },
    );
  });

  test.each([
    [0, 0, 0],
    [0, 10, 0],
    [1, 1, 2_065],
    [10, 10, 7_224],
  ])("%i of %i is %i", (good, of, bound) => {
    expect(wilsonLowerBound(good, of, 196)).toBe(bound);
  });
});

describe("a worker's record (§8)", () => {
  test("a streak grows with completions, is halved by a fault and untouched by lateness", () => {
    const completed = Array.from({ length: 7 }, (_, at) => event(at, "completed"));
    expect(streakOf(completed)).toBe(7);
    expect(streakOf([...completed, event(8, "arrived_late")])).toBe(7);
    expect(streakOf([...completed, event(8, "no_show", true)])).toBe(3);
    expect(streakOf([...completed, event(8, "withdrawn", false)])).toBe(7);
  });

  test("ages run to the newest counted event, so that a pause costs nothing", () => {
    const record = recordOf([event(0, "completed"), event(10 * DAY, "completed")], [{ at: 4 * DAY, stars: 5, excluded: false }]);
    expect(record.input.reviews).toEqual([{ stars: 5, ageDays: 6 }]);
    expect(record.newestAt).toBe(10 * DAY);
  });

  test("safety exits, excused withdrawals and upheld appeals do not count", () => {
    const events = [
      event(1, "completed"),
      event(2, "arrived_on_time"),
      event(3, "arrived_late"),
      event(4, "safety_exit"),
      event(5, "withdrawn", false),
      event(6, "no_show", true, true),
      event(7, "withdrawn", true),
    ];
    const record = recordOf(events, [{ at: 1, stars: 1, excluded: true }]);
    expect(record.completedOrders).toBe(1);
    expect(record.input).toEqual({ reviews: [], onTime: { good: 1, of: 2 }, completion: { good: 1, of: 2 }, streak: 0 });
  });

  test("five minutes late is on time, a millisecond more is not", () => {
    expect(isOnTime(300_000, 0, defaultPolicy)).toBe(true);
    expect(isOnTime(300_001, 0, defaultPolicy)).toBe(false);
  });
});

describe("levels (§8)", () => {
  test("need both orders and standing", () => {
    expect(levelOf(1_000, 4, defaultPolicy)).toBe(1);
    expect(levelOf(549, 5, defaultPolicy)).toBe(1);
    expect(levelOf(550, 5, defaultPolicy)).toBe(2);
    expect(levelOf(820, 149, defaultPolicy)).toBe(4);
    expect(levelOf(820, 150, defaultPolicy)).toBe(5);
  });

  test("level 1 reads newcomer, then to improve", () => {
    expect(levelName(1, 4, defaultPolicy)).toBe("newcomer");
    expect(levelName(1, 5, defaultPolicy)).toBe("to_improve");
    expect(levelName(3, 30, defaultPolicy)).toBe("level_3");
  });

  test("the next step names what is missing", () => {
    expect(nextLevel(2, 600, 12, defaultPolicy)).toEqual({ level: 3, missingOrders: 8, missingStanding: 50 });
    expect(nextLevel(5, 900, 200, defaultPolicy)).toBeNull();
  });

  test("a level falls only after seven days below its threshold", () => {
    const warned = levelAfter({ level: 4, belowSince: null }, 3, 0, defaultPolicy);
    expect(warned).toEqual({ level: 4, belowSince: 0, change: "warned", fallsAt: 7 * DAY });
    expect(levelAfter(warned, 3, 7 * DAY - 1, defaultPolicy)).toMatchObject({ level: 4, change: "warned" });
    expect(levelAfter(warned, 4, 6 * DAY, defaultPolicy)).toMatchObject({ level: 4, belowSince: null, change: "held" });
    expect(levelAfter(warned, 3, 7 * DAY, defaultPolicy)).toMatchObject({ level: 3, change: "fell" });
    expect(levelAfter(warned, 5, DAY, defaultPolicy)).toMatchObject({ level: 5, change: "rose" });
  });
});

describe("faults (§5)", () => {
  const withdrawn = (at: number): Fault => ({ at, kind: "withdrawn" });

  test("three within 30 days pause live offers for 24 h, and the count starts anew", () => {
    const faults = [withdrawn(0), withdrawn(DAY), withdrawn(2 * DAY)];
    expect(countFaults(faults, 2 * DAY, defaultPolicy)).toEqual({ count: 0, limit: 3, pause: { from: 2 * DAY, to: 3 * DAY } });
    expect(pausedUntil(faults, 3 * DAY - 1, defaultPolicy)).toBe(3 * DAY);
    expect(pausedUntil(faults, 3 * DAY, defaultPolicy)).toBeNull();
    expect(countFaults([...faults, withdrawn(4 * DAY)], 4 * DAY, defaultPolicy).count).toBe(1);
  });

  test("a no-show counts two; what is 30 days old no longer counts", () => {
    expect(countFaults([{ at: 0, kind: "no_show" }, withdrawn(HOUR)], HOUR, defaultPolicy).pause).not.toBeNull();
    expect(countFaults([{ at: 0, kind: "no_show" }, withdrawn(30 * DAY)], 30 * DAY, defaultPolicy)).toMatchObject({ count: 1, pause: null });
  });
});

describe("customers (§6, §8)", () => {
  test("harsh: at least three given in 180 days, 30 % of them with one or two stars", () => {
    const given = (stars: readonly number[], at = 0) => stars.map((star) => ({ at, stars: star }));
    expect(isHarshCustomer(given([1, 1]), DAY, defaultPolicy)).toBe(false);
    expect(isHarshCustomer(given([1, 5, 5]), DAY, defaultPolicy)).toBe(true);
    expect(isHarshCustomer(given([1, 5, 5, 5]), DAY, defaultPolicy)).toBe(false);
    expect(isHarshCustomer(given([1, 1, 1]), 180 * DAY, defaultPolicy)).toBe(false);
  });

  test("stars, cancellations, lost disputes and bad reviews given all lower a standing", () => {
    const good = {
      reviews: [{ stars: 5, ageDays: 0 }],
      completed: 20,
      cancelled: 0,
      disputes: 2,
      disputesLost: 0,
      reviewsGiven: 10,
      badReviewsGiven: 0,
    };
    const standing = customerStandingOf(good, defaultPolicy).standing;
    for (const worse of [{ reviews: [{ stars: 1, ageDays: 0 }] }, { cancelled: 5 }, { disputesLost: 1 }, { badReviewsGiven: 4 }]) {
      expect(customerStandingOf({ ...good, ...worse }, defaultPolicy).standing).toBeLessThan(standing);
    }
  });
});
