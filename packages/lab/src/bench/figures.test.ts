import { expect, test } from "vitest";
import { comparisonOf, figureOf, percentile } from "./figures.ts";

test("a percentile is a value that was measured", () => {
  const values = [5, 1, 4, 2, 3];
  expect([0, 0.5, 0.8, 0.99, 1].map((share) => percentile(values, share))).toEqual([1, 3, 4, 5, 5]);
  expect(values).toEqual([5, 1, 4, 2, 3]);
  expect(() => percentile([], 0.5)).toThrow(RangeError);
});

test("a figure keeps the least and the most of its runs", () => {
  expect(figureOf("ms", [12.34567, 10, 20])).toEqual({ unit: "ms", median: 12.35, least: 10, most: 20, runs: 3 });
});

test("a ratio is taken within each run: a slow minute for both changes nothing", () => {
  const { ratio } = comparisonOf("/s", [
    { ours: 200, theirs: 100 },
    { ours: 20, theirs: 10 },
    { ours: 400, theirs: 200 },
  ]);
  expect(ratio).toMatchObject({ median: 2, least: 2, most: 2 });
});
