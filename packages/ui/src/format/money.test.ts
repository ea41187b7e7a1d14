import { describe, expect, it } from "vitest";
import { formatChange, formatCount, formatMoney, formatMoneyRange, formatRate, formatShare, formatYuan, moneyParts } from "./money.ts";
import { familyNameOf, groupPhone, maskPhone } from "./phone.ts";

describe("money", () => {
  it("has groups, two decimals and a true minus", () => {
    expect(formatMoney(126_348)).toBe("¥1,263.48");
    expect(formatMoney(5)).toBe("¥0.05");
    expect(formatMoney(0)).toBe("¥0.00");
    expect(formatMoney(-2_438)).toBe("\u2212¥24.38");
    expect(formatMoney(10_000_000)).toBe("¥100,000.00");
  });

  it("is exact to the largest safe integer", () => {
    expect(formatMoney(Number.MAX_SAFE_INTEGER)).toBe("¥90,071,992,547,409.91");
  });

  it("falls into parts that make the whole", () => {
    expect(moneyParts(16_250)).toEqual({ minus: "", sign: "¥", whole: "162", fraction: ".50" });
  });

  it("is written in whole yuan for bands and axes", () => {
    expect(formatMoneyRange(4_500, 5_800)).toBe("¥45–58");
    expect(formatYuan(40_000)).toBe("¥400");
  });
});

describe("rates and counts", () => {
  it("keep a space that does not break before the percent sign", () => {
    expect(formatRate(1_500)).toBe("15\u00a0%");
    expect(formatRate(1_550)).toBe("15.5\u00a0%");
    expect(formatShare(0.939)).toBe("93.9\u00a0%");
    expect(formatChange(0.068)).toBe("+6.8\u00a0%");
    expect(formatChange(-0.021)).toBe("\u22122.1\u00a0%");
  });

  it("group thousands", () => {
    expect(formatCount(2_917)).toBe("2,917");
  });
});

describe("people", () => {
  it("have masked numbers", () => {
    expect(maskPhone("13800138000")).toBe("138 **** 8000");
    expect(maskPhone("+86 138 0013 8000")).toBe("138 **** 8000");
    expect(maskPhone("5521")).toBe("****21");
  });

  it("see their number grouped while typing", () => {
    expect(groupPhone("138")).toBe("138");
    expect(groupPhone("13800138000")).toBe("138 0013 8000");
  });

  it("are drawn by their family name", () => {
    expect(familyNameOf("周桂芳")).toBe("周");
    expect(familyNameOf("Mr. Wang")).toBe("W");
    expect(familyNameOf(" ")).toBe("?");
  });
});
