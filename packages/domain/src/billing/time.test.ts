import fc from "fast-check";
import { describe, expect, test } from "vitest";
import vectors from "../../test/vectors/billing.json" with { type: "json" };
import { defaultPolicy } from "../policy/policy.ts";
import { billedMinutes, billTime, minutesUntilNextBlock, timeAmount } from "./time.ts";

const time = { workedMinutes: 0, minimumMinutes: 0, authorisedMinutes: 600, rateFenPerHour: 6_000, headcount: 1 };
const anyTime = fc.record({
  workedMinutes: fc.nat(900),
  minimumMinutes: fc.constantFrom(0, 30, 60, 120),
  authorisedMinutes: fc.nat(48).map((quarters) => quarters * 15),
  rateFenPerHour: fc.integer({ min: 1, max: 10_000_000 }),
  headcount: fc.integer({ min: 1, max: 20 }),
});

describe("time billed (§3)", () => {
  test.each(vectors)("bills case %#", ({ billedMinutes, amountFen, ...input }) => {
    expect(billTime(input, defaultPolicy)).toEqual({ billedMinutes, amountFen });
  });

  test.each([
    [0, 0],
    [7, 0],
    [8, 15],
    [67, 60],
    [68, 75],
    [121, 120],
    [127, 120],
    [128, 135],
  ])("%i minutes worked bill %i", (workedMinutes, billed) => {
    expect(billTime({ ...time, workedMinutes }, defaultPolicy).billedMinutes).toBe(billed);
  });

  test("never bills more than authorised (I8), and never less for more work", () => {
    fc.assert(
      fc.property(anyTime, fc.nat(60), (input, more) => {
        const bill = billTime(input, defaultPolicy);
        const longer = billTime({ ...input, workedMinutes: input.workedMinutes + more }, defaultPolicy);
        expect(bill.billedMinutes).toBeLessThanOrEqual(input.authorisedMinutes);
        expect(longer.billedMinutes).toBeGreaterThanOrEqual(bill.billedMinutes);
        expect(longer.amountFen).toBeGreaterThanOrEqual(bill.amountFen);
      }),
    );
  });

  test("the bill grows exactly when the announced minute is worked", () => {
    fc.assert(
      fc.property(anyTime, (input) => {
        const minutes = minutesUntilNextBlock(input, defaultPolicy);
        const billed = billedMinutes(input, defaultPolicy);
        if (minutes === null) {
          expect(billed).toBe(input.authorisedMinutes);
          return;
        }
        expect(minutes).toBeGreaterThanOrEqual(1);
        const worked = input.workedMinutes + minutes;
        expect(billedMinutes({ ...input, workedMinutes: worked - 1 }, defaultPolicy)).toBe(billed);
        expect(billedMinutes({ ...input, workedMinutes: worked }, defaultPolicy)).toBeGreaterThan(billed);
      }),
    );
  });

  test("a large amount is exact beyond 2^53 in between", () => {
    expect(timeAmount(9_007_199_254_739, 59, 20)).toBe(Number((9_007_199_254_739n * 59n * 20n * 2n + 60n) / 120n));
  });
});
