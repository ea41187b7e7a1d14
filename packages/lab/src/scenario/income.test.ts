import { expect, it } from "vitest";
import { gini } from "./income.ts";

it("tells equal from unequal", () => {
  expect(gini([])).toBe(0);
  expect(gini([0, 0])).toBe(0);
  expect(gini([3, 3, 3])).toBeCloseTo(0, 12);
  expect(gini([0, 0, 0, 8])).toBeCloseTo(0.75, 12);
  expect(gini([1, 2, 3, 4])).toBeCloseTo(0.25, 12);
});
