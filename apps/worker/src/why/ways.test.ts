import type { ReceiptView } from "@lingong/contracts";
import { describe, expect, it } from "vitest";
import { isExclusion, wayOf } from "./ways.ts";

const receipt = (change: Partial<ReceiptView>) => ({ outcome: "passed_over", reason: "outranked", improvement: null, ...change }) as ReceiptView;
const step = (unit: "certificate" | "metres" | "percent" | "orders", part: "skill" | "distance" | "activity" | "response" | "profile" | "history") =>
  receipt({ improvement: { part, points: 10, unit, from: 0, to: 1, rank: 1 } });

describe("where a receipt leads", () => {
  it("is the page where what excluded one can be changed; nowhere where nothing can", () => {
    expect(wayOf(receipt({ outcome: "excluded", reason: "excluded_out_of_radius" }))).toBe("/me/settings");
    expect(wayOf(receipt({ outcome: "excluded", reason: "excluded_resting" }))).toBe("/schedule");
    expect(wayOf(receipt({ outcome: "excluded", reason: "excluded_blocked" }))).toBeNull();
    expect(wayOf(receipt({ outcome: "excluded", reason: "excluded_by_a_later_version" }))).toBeNull();
    expect(isExclusion("excluded_by_a_later_version")).toBe(false);
  });

  it("is the page where the smallest step begins", () => {
    expect(wayOf(step("certificate", "skill"))).toBe("/guide");
    expect(wayOf(step("percent", "activity"))).toBe("/schedule");
    expect(wayOf(step("percent", "response"))).toBeNull();
    expect(wayOf(step("percent", "profile"))).toBe("/guide");
    expect(wayOf(step("orders", "history"))).toBeNull();
  });

  it("is nowhere where the offer came, or no step would have changed the rank", () => {
    expect(wayOf({ ...step("certificate", "skill"), outcome: "offered" })).toBeNull();
    expect(wayOf(receipt({}))).toBeNull();
  });
});
