import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DAY } from "../kernel/instant.ts";
import { defaultPolicy, type Policy } from "../policy/policy.ts";
import { commissionOf } from "./commission.ts";
import { feeLab, type LabSum, type PastOrder } from "./fee-lab.ts";
import { checkChange, checkPlans, type FeePlans, feePlanIds, problemsOf, withPlans } from "./plan-change.ts";
import { diffOf } from "./plan-difference.ts";

const policy: Policy = defaultPolicy;
const { plans } = policy.fees;
const now = Date.UTC(2026, 2, 17);

/** Drafts that keep every rule of §4. */
const lawful: fc.Arbitrary<FeePlans> = fc
  .record({
    life: fc.tuple(fc.integer({ min: 1_500, max: 1_800 }), fc.integer({ min: 1_500, max: 1_800 }), fc.integer({ min: 1_500, max: 1_800 })),
    lowest: fc.integer({ min: 1_200, max: 1_900 }),
    ends: fc.uniqueArray(fc.integer({ min: 1, max: 500_000 }), { maxLength: 5 }),
    over: fc.array(fc.nat(800), { minLength: 6, maxLength: 6 }),
    steps: fc.uniqueArray(fc.integer({ min: 1, max: 300 }), { maxLength: 3 }),
    off: fc.uniqueArray(fc.integer({ min: 1, max: 800 }), { minLength: 3, maxLength: 3 }),
  })
  .map(({ life: [base, certified, certifiedAndLevel], lowest, ends, over, steps, off }): FeePlans => {
    const ascending = [...ends].sort((a, b) => a - b);
    const brackets = [...ascending, null].map((upToFen, index) => ({ upToFen, rate: Math.min(2_000, lowest + (over[index] ?? 0)) }));
    const most = Math.max(...brackets.map(({ rate }) => rate)) - lowest;
    const points = [...off].sort((a, b) => a - b);
    const discounts = [...steps]
      .sort((a, b) => a - b)
      .map((fromCompletedOrders, index) => ({ fromCompletedOrders, points: points[index] ?? 0 }))
      .filter((discount) => discount.points <= most);
    return {
      life: { kind: "graded", base, certified, certifiedAndLevel, fromLevel: 4, lowest: Math.min(base, certified, certifiedAndLevel) },
      pro: { kind: "marginal", brackets, discounts, lowest },
      flat: plans.flat,
    };
  });

const anyOrder: fc.Arbitrary<PastOrder> = fc.record({
  workerId: fc.constantFrom(..."abcdefghijklmnop"),
  categoryId: fc.constantFrom("daily_cleaning", "graphic_design", "moving"),
  plan: fc.constantFrom(...feePlanIds),
  certified: fc.boolean(),
  level: fc.integer({ min: 1, max: 5 }),
  completedOrders: fc.nat(400),
  completedTogetherBefore: fc.nat(2),
  baseFen: fc.nat(2_000_000),
});

function withPro(change: Partial<Extract<FeePlans["pro"], { kind: "marginal" }>>): FeePlans {
  return { ...plans, pro: { ...(plans.pro as Extract<FeePlans["pro"], { kind: "marginal" }>), ...change } };
}

describe("a draft of the fee plans (§4)", () => {
  test("the plans of the rule book keep their own rules", () => {
    expect(problemsOf(plans, policy)).toEqual([]);
  });

  test("every lawful draft passes, and under it neither commission nor net ever falls as the amount grows", () => {
    fc.assert(
      fc.property(lawful, anyOrder, fc.nat(1_000_000), fc.nat(3_000), (draft, facts, baseFen, more) => {
        const drafted = withPlans(policy, draft);
        const small = commissionOf({ ...facts, baseFen }, drafted);
        const large = commissionOf({ ...facts, baseFen: baseFen + more }, drafted);
        expect(large.commissionFen).toBeGreaterThanOrEqual(small.commissionFen);
        expect(large.workerNetFen).toBeGreaterThanOrEqual(small.workerNetFen);
        for (const { rate } of large.rows) expect(rate).toBeGreaterThanOrEqual(draft[facts.plan].lowest);
      }),
      { numRuns: 500 },
    );
    fc.assert(
      fc.property(lawful, (draft) => {
        expect(problemsOf(draft, policy)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  test.each([
    ["a rate above its range", { ...plans, life: { ...plans.life, base: 1_801 } }, "life.base", "above_range", 1_800],
    ["a rate below its range", withPro({ lowest: 1_199 }), "pro.lowest", "below_range", 1_200],
    ["a rate that is no whole number", { ...plans, life: { ...plans.life, base: 1_650.5 } }, "life.base", "not_a_number", null],
    ["a rate below the plan's own lowest", { ...plans, life: { ...plans.life, lowest: 1_700 } }, "life.certified", "below_lowest", 1_700],
    ["another flat rate", { ...plans, flat: { ...plans.flat, rate: 1_600 } }, "flat.rate", "above_range", 1_500],
    ["no brackets", withPro({ brackets: [], discounts: [] }), "pro.brackets", "brackets_missing", null],
    ["a last bracket that ends", withPro({ brackets: [{ upToFen: 50_000, rate: 2_000 }] }), "pro.brackets.0.upToFen", "last_bracket_ends", null],
    [
      "bracket ends that do not ascend",
      withPro({
        brackets: [
          { upToFen: 50_000, rate: 2_000 },
          { upToFen: 50_000, rate: 1_700 },
          { upToFen: null, rate: 1_400 },
        ],
      }),
      "pro.brackets.1.upToFen",
      "bracket_ends_not_ascending",
      50_000,
    ],
    [
      "discounts that do not ascend",
      withPro({
        discounts: [
          { fromCompletedOrders: 20, points: 400 },
          { fromCompletedOrders: 50, points: 400 },
        ],
      }),
      "pro.discounts.1.points",
      "discounts_not_ascending",
      400,
    ],
    [
      "a discount beyond the lowest rate",
      withPro({ discounts: [{ fromCompletedOrders: 20, points: 801 }] }),
      "pro.discounts.0.points",
      "discount_below_lowest",
      800,
    ],
    ["another kind of plan", { ...plans, pro: plans.flat }, "pro", "other_kind", null],
  ] as const)("refuses %s, naming the number", (_, draft, field, problem, bound) => {
    expect(checkPlans(draft as FeePlans, policy)).toEqual({ ok: false, error: { code: "fee_plan_invalid", details: { field, problem, bound } } });
  });

  test("more brackets than allowed are refused", () => {
    const many = Array.from({ length: 7 }, (_, index) => ({ upToFen: index === 6 ? null : (index + 1) * 100, rate: 1_700 }));
    expect(problemsOf(withPro({ brackets: many }), policy)).toContainEqual({ path: "pro.brackets", code: "too_many", bound: 6 });
  });

  test("a change is announced ahead, and changes something (§10)", () => {
    const cheaper: FeePlans = { ...plans, life: { ...plans.life, base: 1_700 } as FeePlans["life"] };
    const at = (effectiveAt: number, draft = cheaper) => checkChange({ plans: draft, replaced: plans, effectiveAt }, policy, now);
    expect(at(now + 14 * DAY)).toEqual({ ok: true, value: cheaper });
    expect(at(now + 14 * DAY - 1)).toEqual({ ok: false, error: { code: "fee_change_too_soon", details: { days: 14 } } });
    expect(at(now + 367 * DAY)).toEqual({ ok: false, error: { code: "fee_change_too_far", details: { days: 366 } } });
    expect(at(now + 20 * DAY, plans)).toEqual({ ok: false, error: { code: "fee_change_empty" } });
  });
});

/** Puts one changed number back into a copy. */
function applied(value: unknown, differences: ReturnType<typeof diffOf>): unknown {
  const copy = JSON.parse(JSON.stringify(value)) as Record<string, unknown>;
  for (const { path, to } of differences) {
    const keys = path.split(".");
    const last = keys.pop() ?? "";
    let part: Record<string, unknown> = copy;
    for (const key of keys) {
      part[key] ??= {};
      part = part[key] as Record<string, unknown>;
    }
    if (to === undefined) delete part[last];
    else part[last] = to;
  }
  return copy;
}

describe("the difference of two versions", () => {
  test("names each changed number once, with its path", () => {
    const draft = withPro({
      brackets: [
        { upToFen: 50_000, rate: 1_800 },
        { upToFen: null, rate: 1_400 },
      ],
    });
    expect(diffOf(plans, draft)).toEqual([
      { path: "pro.brackets.0.rate", from: 2_000, to: 1_800 },
      { path: "pro.brackets.1.upToFen", from: 200_000, to: null },
      { path: "pro.brackets.1.rate", from: 1_700, to: 1_400 },
      { path: "pro.brackets.2.upToFen", from: null, to: undefined },
      { path: "pro.brackets.2.rate", from: 1_400, to: undefined },
    ]);
  });

  test("is complete: put into the first, it gives the second; nothing differs from itself", () => {
    fc.assert(
      fc.property(lawful, lawful, (from, to) => {
        expect(diffOf(from, from)).toEqual([]);
        expect(diffOf(applied(from, diffOf(from, to)), to)).toEqual([]);
      }),
    );
  });
});

const columns = [
  "orders",
  "baseFen",
  "currentCommissionFen",
  "draftCommissionFen",
  "currentNetFen",
  "draftNetFen",
  "better",
  "same",
  "worse",
] as const;
function sumOf(rows: readonly LabSum[]): Record<string, number> {
  return Object.fromEntries(columns.map((column) => [column, rows.reduce((total, row) => total + row[column], 0)]));
}

describe("the fee lab", () => {
  test("each table adds up to the total, and the total to the orders one by one", () => {
    fc.assert(
      fc.property(fc.array(anyOrder, { maxLength: 60 }), lawful, (orders, draft) => {
        const drafted = withPlans(policy, draft);
        const { total, byPlan, byCategory, workers } = feeLab(orders, policy, drafted);
        expect(sumOf(byPlan)).toEqual(total);
        expect(sumOf(byCategory)).toEqual(total);
        expect(total.currentCommissionFen + total.currentNetFen).toBe(total.baseFen);
        expect(total.draftCommissionFen + total.draftNetFen).toBe(total.baseFen);
        expect(total.draftNetFen).toBe(orders.reduce((net, order) => net + commissionOf(order, drafted).workerNetFen, 0));
        expect(total.better + total.same + total.worse).toBe(orders.length);
        expect(workers.better + workers.same + workers.worse).toBe(workers.count);
        for (const value of workers.decilesFen) expect(Number.isSafeInteger(value)).toBe(true);
        expect([...workers.decilesFen].sort((a, b) => a - b)).toEqual(workers.decilesFen);
        if (workers.worse > 0) expect(workers.decilesFen[0]).toBe(workers.losers[0]?.changeFen);
      }),
    );
  });

  test("names who would lose and who would gain the most", () => {
    const order = (workerId: string, plan: PastOrder["plan"], baseFen: number): PastOrder => ({
      ...{ workerId, plan, baseFen, categoryId: plan, certified: false, level: 1, completedOrders: 0, completedTogetherBefore: 0 },
    });
    const draft = withPro({ brackets: [{ upToFen: null, rate: 1_700 }] });
    const orders = [order("a", "pro", 10_000), order("b", "pro", 1_000_000), order("c", "life", 10_000), order("a", "pro", 20_000)];
    const { workers, total } = feeLab(orders, policy, withPlans(policy, draft));
    expect(workers).toMatchObject({ count: 3, better: 1, same: 1, worse: 1 });
    // a: 3 % of 300.00 less; b: 170,000 instead of 10,000 + 25,500 + 112,000.
    expect(workers.gainers.map(({ workerId, changeFen, orders: count }) => [workerId, changeFen, count])).toEqual([["a", 900, 2]]);
    expect(workers.losers.map(({ workerId, changeFen }) => [workerId, changeFen])).toEqual([["b", -22_500]]);
    expect(workers.decilesFen).toEqual([-22_500, -22_500, -22_500, 0, 0, 0, 0, 0, 900, 900, 900]);
    expect(total).toMatchObject({ orders: 4, better: 2, same: 1, worse: 1 });
  });

  test("of nothing is nothing", () => {
    expect(feeLab([], policy, policy)).toMatchObject({ total: { orders: 0, baseFen: 0 }, byPlan: [], workers: { count: 0, decilesFen: [] } });
  });
});
