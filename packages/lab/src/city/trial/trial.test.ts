import { defaultPolicy, HOUR, MINUTE } from "@lingong/domain";
import { describe, expect, it } from "vitest";
import { isAtWork, planCity } from "../plan.ts";
import { batch, usualBatch } from "./batch.ts";
import { compareCities } from "./compare.ts";
import { figuresOf } from "./figures.ts";
import { greedy } from "./greedy.ts";
import { wokeAt } from "./people.ts";
import { playTrial } from "./play-trial.ts";
import { estimate, studentQuantile } from "./statistics.ts";
import type { TrialPolicy } from "./trial.ts";

const size = { workers: 40, orders: 100, hours: 24, seed: 1_001 };
const plan = await planCity(size);
const play = (policy: TrialPolicy) => playTrial(plan, size, policy, defaultPolicy);
const { bufferFixed, offerLive, waveRadiiKm } = defaultPolicy.dispatch;

describe.each([
  ["greedy", greedy],
  ["batch", batch(usualBatch)],
] as const)("a city played %s", (_, policy) => {
  const trial = play(policy);

  it("ends with every order, whoever took it", () => {
    expect(trial.orders).toHaveLength(size.orders);
    const ends = Object.groupBy(trial.orders, ({ end }) => end);
    expect(ends.waiting ?? []).toEqual([]);
    expect(ends.taken ?? []).toEqual([]);
    expect(ends.served?.length).toBeGreaterThan(size.orders / 2);
    expect(ends.cancelled?.length).toBeGreaterThan(0);
  });

  it("gives work to those at work, near enough and able, one order after the other with the buffer between", () => {
    for (const order of trial.orders) {
      const { takenBy, takenAt, asked } = order;
      if (takenBy === null) continue;
      // An offer may be accepted after the day's end that was made before it.
      expect(isAtWork(takenBy.planned, takenAt - offerLive - wokeAt) || isAtWork(takenBy.planned, takenAt - wokeAt)).toBe(true);
      expect(takenBy.planned.person.categoryIds).toContain(order.planned.terms.categoryId);
      expect(order.metres).toBeLessThanOrEqual(Math.max(...waveRadiiKm) * 1_000);
      expect(takenAt).toBeLessThan(order.expiresAt);
      expect(new Set(asked).size).toBe(asked.length);
    }
    for (const { commitments } of trial.workers) {
      const gaps = commitments.toSorted((a, b) => a.from - b.from).map(({ from }, index, all) => from - (all[index - 1]?.to ?? 0));
      // Work may take eight minutes longer than booked.
      for (const gap of gaps) expect(gap).toBeGreaterThanOrEqual(bufferFixed - 8 * MINUTE);
    }
  });

  it("comes out the same again", () => {
    const fates = ({ orders }: typeof trial) => orders.map(({ id, end, takenBy, takenAt }) => [id, end, takenBy?.id, takenAt]);
    expect(fates(play(policy))).toEqual(fates(trial));
  });
});

it("holds an order for a nearer worker, never a near one", () => {
  const patient = play(batch({ hold: 60 * MINUTE, nearMetres: 1_000 }));
  for (const { takenBy, takenAt, postedAt, metres } of patient.orders) {
    if (takenBy === null || takenAt - postedAt >= HOUR) continue;
    expect(metres).toBeLessThanOrEqual(1_000 + (11_000 * (takenAt - postedAt)) / HOUR);
  }
  const hasty = play(batch({ hold: 1, nearMetres: 12_000 }));
  expect(figuresOf(patient).travelKmPerOrder).toBeLessThan(0.97 * figuresOf(hasty).travelKmPerOrder);
  expect(figuresOf(patient).waitMinutes).toBeGreaterThan(figuresOf(hasty).waitMinutes);
});

it("compares city by city", async () => {
  const options = { workers: 16, orders: 30, hours: 8, firstSeed: 1_001, seeds: 5, draft: null, hold: usualBatch.hold };
  const seen: number[] = [];
  const found = await compareCities({ ...options, played: (seed) => seen.push(seed) });
  expect(seen).toEqual([1_001, 1_002, 1_003, 1_004, 1_005]);
  expect(found.difference.served.mean).toBeCloseTo(found.batch.served.mean - found.greedy.served.mean, 3);
  expect(found.percent.travelKm.low).toBeLessThan(found.percent.travelKm.high);
});

describe("an estimate", () => {
  it("knows Student's quantiles", () => {
    // From the tables: 4, 9, 19 and 99 degrees of freedom.
    for (const [freedom, quantile] of [
      [4, 2.7764],
      [9, 2.2622],
      [19, 2.093],
      [99, 1.9842],
    ] as const)
      expect(Math.abs(studentQuantile(freedom) / quantile - 1)).toBeLessThan(0.003);
  });

  it("is a mean with its interval", () => {
    // Standard deviation √2.5, five values: 2.7764 × √(2.5 / 5) either way.
    const { mean, low, high } = estimate([1, 2, 3, 4, 5]);
    expect(mean).toBe(3);
    expect(high - mean).toBeCloseTo(1.963, 1);
    expect(mean - low).toBeCloseTo(high - mean, 4);
    expect(() => estimate([1, 2, 3, 4])).toThrow(RangeError);
  });
});
