import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { defaultPolicy } from "../policy/policy.ts";
import { checkAsk, checkFloor, counter, leastBargain, leastCounter, RATE_AT_MOST } from "./bargain.ts";
import { isLowRate, marketPrice, newcomerHint, suggestedRate, warnsOfPriceWar } from "./market.ts";

const ask = { askFenPerHour: 10_000, floorFenPerHour: 9_000, countersMade: 0, leastRateFen: 0 };

describe("bargaining (§7)", () => {
  test.each([
    [7_999, "quote_counter_too_low"],
    [8_000, "put_to_worker"],
    [8_999, "put_to_worker"],
    [9_000, "agreed"],
    [12_000, "agreed"],
    [0, "rate_invalid"],
    [8_000.5, "rate_invalid"],
  ])("a counter of %d: %s", (rate, answer) => {
    const result = counter(ask, rate, defaultPolicy);
    expect(result.ok ? result.value.kind : result.error.code).toBe(answer);
  });

  test("is agreed at the counter's price, never above the ask", () => {
    expect(counter(ask, 9_500, defaultPolicy)).toMatchObject({ value: { rateFenPerHour: 9_500 } });
    expect(counter(ask, 12_000, defaultPolicy)).toMatchObject({ value: { rateFenPerHour: 10_000 } });
  });

  test("without a floor only the ask is agreed at once; the fourth counter is refused", () => {
    expect(counter({ ...ask, floorFenPerHour: null }, 9_999, defaultPolicy)).toMatchObject({ value: { kind: "put_to_worker", countersLeft: 2 } });
    expect(counter({ ...ask, countersMade: 2 }, 8_500, defaultPolicy)).toMatchObject({ value: { countersLeft: 0 } });
    expect(counter({ ...ask, countersMade: 3 }, 9_500, defaultPolicy)).toMatchObject({ error: { code: "quote_too_many_counters" } });
  });

  test("a floor lies between 80 % of the ask and the ask", () => {
    const free = { askFenPerHour: 10_000, leastRateFen: 0 };
    expect(checkFloor(free, 8_000, defaultPolicy).ok).toBe(true);
    expect(checkFloor(free, 7_999, defaultPolicy)).toMatchObject({ error: { code: "quote_floor_invalid", details: { leastFen: 8_000 } } });
    expect(checkFloor(free, 10_001, defaultPolicy)).toMatchObject({ error: { code: "quote_floor_invalid" } });
    expect(checkFloor(free, null, defaultPolicy)).toEqual({ ok: true, value: null });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000_000 }), (rate) => {
        const least = leastCounter(rate, defaultPolicy);
        expect(least * 10_000).toBeGreaterThanOrEqual(rate * 8_000);
        expect((least - 1) * 10_000).toBeLessThan(rate * 8_000);
      }),
    );
  });
});

describe("the minimum wage holds while bargaining (§4)", () => {
  const near = { askFenPerHour: 3_000, floorFenPerHour: null, countersMade: 0, leastRateFen: 2_900 };

  test("no counter and no floor below the least rate, though 80 % of the ask would be", () => {
    expect(leastBargain(near, defaultPolicy)).toBe(2_900);
    expect(counter(near, 2_899, defaultPolicy)).toMatchObject({ error: { code: "quote_counter_too_low", details: { leastFen: 2_900 } } });
    expect(checkFloor(near, 2_899, defaultPolicy)).toMatchObject({ error: { code: "quote_floor_invalid" } });
    expect(checkFloor(near, 2_900, defaultPolicy)).toMatchObject({ ok: true });
  });

  test.each([
    [0, "rate_invalid"],
    [-5_000, "rate_invalid"],
    [5_000.5, "rate_invalid"],
    [Number.NaN, "rate_invalid"],
    [RATE_AT_MOST + 1, "rate_invalid"],
    [2_500, "rate_below_minimum_wage"],
    [5_000, "fine"],
  ])("asking %d an hour: %s", (rate, answer) => {
    const checked = checkAsk(rate, { plan: "life", minimumWageFen: 2_400 }, defaultPolicy);
    expect(checked.ok ? "fine" : checked.error.code).toBe(answer);
  });
});

describe("market price (§7)", () => {
  test("five samples speak, four do not", () => {
    expect(marketPrice([1, 2, 3, 4], 5_000, defaultPolicy)).toEqual({
      p25Fen: 5_000,
      medianFen: 5_000,
      p75Fen: 5_000,
      samples: 4,
      source: "reference",
    });
    expect(marketPrice([5_000, 1_000, 4_000, 2_000, 3_000], 9_999, defaultPolicy)).toEqual({
      p25Fen: 2_000,
      medianFen: 3_000,
      p75Fen: 4_000,
      samples: 5,
      source: "settled",
    });
  });

  test("interpolates between neighbours, half up", () => {
    expect(marketPrice([1, 2, 3, 4, 5, 6], 0, defaultPolicy)).toMatchObject({ p25Fen: 2, medianFen: 4, p75Fen: 5 });
  });

  test("the order of samples does not matter, and the band is in order", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(100_000), { minLength: 5, maxLength: 50 }), (rates) => {
        const market = marketPrice(rates, 0, defaultPolicy);
        expect(marketPrice(rates.toReversed(), 0, defaultPolicy)).toEqual(market);
        expect(market.p25Fen).toBeLessThanOrEqual(market.medianFen);
        expect(market.medianFen).toBeLessThanOrEqual(market.p75Fen);
        expect(market.p75Fen).toBeLessThanOrEqual(Math.max(...rates));
      }),
    );
  });

  test("low is under 70 % of the median", () => {
    expect(isLowRate(6_999, 10_000, defaultPolicy)).toBe(true);
    expect(isLowRate(7_000, 10_000, defaultPolicy)).toBe(false);
  });

  test("newcomers are hinted 5–10 % below the median", () => {
    expect(newcomerHint(5_000, 4, defaultPolicy)).toEqual({ fromFen: 4_500, toFen: 4_750 });
    expect(newcomerHint(5_000, 5, defaultPolicy)).toBeNull();
  });

  test("the third cheap order in a row warns", () => {
    const cheap = { rateFenPerHour: 3_499, medianFen: 5_000 };
    const fair = { rateFenPerHour: 3_500, medianFen: 5_000 };
    expect(warnsOfPriceWar([cheap, cheap], cheap, defaultPolicy)).toBe(true);
    expect(warnsOfPriceWar([cheap], cheap, defaultPolicy)).toBe(false);
    expect(warnsOfPriceWar([cheap, cheap, fair], cheap, defaultPolicy)).toBe(false);
    expect(warnsOfPriceWar([cheap, cheap], fair, defaultPolicy)).toBe(false);
  });

  test("a suggestion is a whole yuan and never below the least rate", () => {
    const market = marketPrice([], 4_550, defaultPolicy);
    expect(suggestedRate(market, 3_000, defaultPolicy)).toBe(4_600);
    expect(suggestedRate(market, 4_601, defaultPolicy)).toBe(4_700);
  });
});
