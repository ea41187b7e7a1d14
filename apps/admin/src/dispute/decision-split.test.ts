import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fenOfYuan, firstSplit, splitFor } from "./decision-split.ts";

describe("a decision's two parts", () => {
  test("always add up to what is held, whatever is dragged or typed", () => {
    const typed = fc.oneof(fc.double(), fc.integer(), fc.constant(Number.NaN));
    fc.assert(
      fc.property(typed, fc.integer({ min: 0, max: 100_000_000 }), (toWorker, held) => {
        const { toWorkerFen, toCustomerFen } = splitFor(toWorker, held);
        expect(toWorkerFen + toCustomerFen).toBe(held);
        expect(toWorkerFen).toBeGreaterThanOrEqual(0);
        expect(toCustomerFen).toBeGreaterThanOrEqual(0);
        expect(Number.isSafeInteger(toWorkerFen)).toBe(true);
      }),
    );
  });

  test("begin with what a side proposed, else in the middle", () => {
    expect(firstSplit(13_001, null)).toEqual({ toWorkerFen: 6_501, toCustomerFen: 6_500 });
    expect(firstSplit(13_000, { toWorkerFen: 9_100, toCustomerFen: 3_900 })).toEqual({ toWorkerFen: 9_100, toCustomerFen: 3_900 });
  });
});

test.each([
  [91, 9_100],
  ["91.5", 9_150],
  ["0.1", 10],
  ["", 0],
  ["abc", 0],
])("%s yuan are %i fen", (typed, fen) => {
  expect(fenOfYuan(typed)).toBe(fen);
});
