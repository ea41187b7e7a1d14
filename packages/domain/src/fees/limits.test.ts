import fc from "fast-check";
import { describe, expect, test } from "vitest";
import vectors from "../../test/vectors/withdrawal.json" with { type: "json" };
import { defaultPolicy, type FeePlanId } from "../policy/policy.ts";
import { checkRate, leastHourlyNet, leastRate } from "./minimum-wage.ts";
import { checkTravel, travelAtMost } from "./travel.ts";
import { quoteWithdrawal, withdrawalFee } from "./withdrawal.ts";

const request = { amountFen: 10_000, balanceFen: 50_000, madeToday: 0, closing: false };

describe("withdrawal (§4)", () => {
  test.each(vectors)("$amountFen fen cost $feeFen", ({ amountFen, feeFen }) => {
    expect(withdrawalFee(amountFen, defaultPolicy)).toBe(feeFen);
  });

  test("what leaves the wallet is fee and payment", () => {
    expect(quoteWithdrawal(request, defaultPolicy)).toEqual({ ok: true, value: { feeFen: 100, receivedFen: 9_900 } });
  });

  test.each([
    [{ amountFen: 99 }, "withdrawal_too_small"],
    [{ amountFen: 0, closing: true }, "amount_invalid"],
    [{ amountFen: 0.5 }, "amount_invalid"],
    [{ amountFen: -100 }, "amount_invalid"],
    [{ amountFen: 50_001 }, "balance_too_low"],
    [{ madeToday: 3 }, "withdrawal_daily_limit"],
  ])("%o is refused with %s", (change, code) => {
    expect(quoteWithdrawal({ ...request, ...change }, defaultPolicy)).toMatchObject({ ok: false, error: { code } });
  });

  test("at account closing any amount may leave", () => {
    expect(quoteWithdrawal({ ...request, amountFen: 99, closing: true }, defaultPolicy)).toMatchObject({ ok: true });
  });
});

describe("travel compensation (§4)", () => {
  test.each([
    [0, 0],
    [999, 199],
    [24_999, 4_999],
    [25_000, 5_000],
    [900_000, 5_000],
  ])("a base of %i carries at most %i", (baseFen, most) => {
    expect(travelAtMost(baseFen, defaultPolicy)).toBe(most);
    expect(checkTravel(most, baseFen, defaultPolicy).ok).toBe(true);
    expect(checkTravel(most + 1, baseFen, defaultPolicy)).toMatchObject({ ok: false, error: { code: "travel_compensation_too_high" } });
  });
});

describe("minimum wage (§4)", () => {
  test("the least rate passes and one fen less does not", () => {
    fc.assert(
      fc.property(fc.constantFrom<FeePlanId>("life", "pro", "flat"), fc.integer({ min: 1, max: 200_000 }), (plan, wage) => {
        const rate = leastRate(plan, wage, defaultPolicy);
        expect(checkRate(rate, plan, wage, defaultPolicy)).toEqual({ ok: true, value: rate });
        expect(leastHourlyNet(plan, rate - 1, defaultPolicy)).toBeLessThan(wage);
      }),
    );
  });

  test("the refusal names the least rate", () => {
    expect(checkRate(2_500, "life", 2_500, defaultPolicy)).toMatchObject({
      error: { code: "rate_below_minimum_wage", details: { leastRateFen: 3_049 } },
    });
    expect(checkRate(0, "life", 2_500, defaultPolicy)).toMatchObject({ error: { code: "rate_invalid" } });
  });
});
