import fc from "fast-check";
import { describe, expect, test } from "vitest";
import vectors from "../../test/vectors/commission.json" with { type: "json" };
import { shareOf } from "../kernel/money.ts";
import { defaultPolicy, type FeePlanId } from "../policy/policy.ts";
import { type CommissionFacts, commissionDue, commissionOf, highestCommission } from "./commission.ts";

const plans: readonly FeePlanId[] = ["life", "pro", "flat"];
const anyFacts: fc.Arbitrary<CommissionFacts> = fc.record({
  plan: fc.constantFrom(...plans),
  certified: fc.boolean(),
  level: fc.integer({ min: 1, max: 5 }),
  completedOrders: fc.constantFrom(0, 19, 20, 49, 50, 199, 200, 999),
  completedTogetherBefore: fc.constantFrom(0, 1, 7),
});
const anyBase = fc.oneof(fc.nat(1_000), fc.integer({ min: 49_900, max: 50_100 }), fc.integer({ min: 199_900, max: 200_100 }), fc.nat(100_000_000));

describe("commission (§4)", () => {
  test.each(vectors)("charges case %#", ({ commissionFen, workerNetFen, plan, ...facts }) => {
    const commission = commissionOf({ ...facts, plan: plan as FeePlanId }, defaultPolicy);
    expect(commission).toMatchObject({ commissionFen, workerNetFen });
  });

  test("the rows cover the base once and add up to the commission", () => {
    fc.assert(
      fc.property(anyFacts, anyBase, (facts, baseFen) => {
        const { rows, commissionFen, workerNetFen } = commissionOf({ ...facts, baseFen }, defaultPolicy);
        expect(rows.reduce((total, row) => total + row.partFen, 0)).toBe(baseFen);
        expect(rows.reduce((total, row) => total + row.commissionFen, 0)).toBe(commissionFen);
        expect(commissionFen + workerNetFen).toBe(baseFen);
      }),
    );
  });

  test("commission and net never fall as the amount grows", () => {
    fc.assert(
      fc.property(anyFacts, anyBase, fc.nat(2_000), (facts, baseFen, more) => {
        const small = commissionOf({ ...facts, baseFen }, defaultPolicy);
        const large = commissionOf({ ...facts, baseFen: baseFen + more }, defaultPolicy);
        expect(large.commissionFen).toBeGreaterThanOrEqual(small.commissionFen);
        expect(large.workerNetFen).toBeGreaterThanOrEqual(small.workerNetFen);
      }),
      { numRuns: 500 },
    );
  });

  test("every rate lies between the plan's lowest and its highest", () => {
    fc.assert(
      fc.property(anyFacts, anyBase, (facts, baseFen) => {
        const plan = defaultPolicy.fees.plans[facts.plan];
        const { rows, commissionFen } = commissionOf({ ...facts, baseFen }, defaultPolicy);
        for (const row of rows) {
          expect(row.rate).toBeGreaterThanOrEqual(plan.lowest);
          expect(row.rate).toBeLessThanOrEqual({ life: 1_800, pro: 2_000, flat: 1_500 }[facts.plan]);
        }
        expect(commissionFen).toBeLessThanOrEqual(highestCommission(facts.plan, baseFen, defaultPolicy));
      }),
    );
  });

  test("a regular is never dearer", () => {
    fc.assert(
      fc.property(anyFacts, anyBase, (facts, baseFen) => {
        const first = commissionOf({ ...facts, completedTogetherBefore: 0, baseFen }, defaultPolicy);
        const regular = commissionOf({ ...facts, completedTogetherBefore: 1, baseFen }, defaultPolicy);
        expect(regular.commissionFen).toBeLessThanOrEqual(first.commissionFen);
      }),
    );
  });

  test("a settlement in parts charges what the whole would have been charged (I10)", () => {
    fc.assert(
      fc.property(anyFacts, fc.array(fc.nat(300_000), { minLength: 1, maxLength: 6 }), (facts, parts) => {
        let base = 0;
        let charged = 0;
        for (const part of parts) {
          base += part;
          charged += commissionDue(base, charged, facts, defaultPolicy);
        }
        expect(charged).toBe(commissionOf({ ...facts, baseFen: base }, defaultPolicy).commissionFen);
      }),
    );
  });

  test("a shrunken base is refused loudly", () => {
    const facts: CommissionFacts = { plan: "flat", certified: false, level: 1, completedOrders: 0, completedTogetherBefore: 0 };
    expect(() => commissionDue(100, 150, facts, defaultPolicy)).toThrow(RangeError);
  });

  test("another policy gives another commission: no number lives in the function", () => {
    const dearer = {
      ...defaultPolicy,
      fees: { ...defaultPolicy.fees, plans: { ...defaultPolicy.fees.plans, flat: { kind: "flat", rate: 3_000, lowest: 3_000 } as const } },
    };
    expect(highestCommission("flat", 9_999, dearer)).toBe(shareOf(9_999, 3_000));
  });
});
