import { lifecycle, type OrderRow } from "@lingong/domain";
import { describe, expect, test } from "vitest";
import { explore } from "./explore.ts";
import { scenarios } from "./scenarios.ts";

describe("the model check", () => {
  test("finds nothing wrong in the real lifecycle, and every row of the table fires", { timeout: 120_000 }, () => {
    const found = explore({ mostStates: 700 });
    expect(found.violations).toEqual([]);
    const unfired = Object.keys(lifecycle).filter((row) => !found.rows.has(row));
    expect(unfired).toEqual([]);
    expect(found.states).toBeGreaterThan(10_000);
  });

  const scheduled = scenarios.filter((scenario) => scenario.name === "scheduled");
  const defects: readonly (readonly [string, string, Partial<OrderRow>])[] = [
    ["a refund that is never posted", "cancel", { then: lifecycle.cancel.then.slice(0, 2) }],
    ["a deadline a millisecond late", "paymentEnds", { at: (timed) => (lifecycle.paymentEnds.at(timed) ?? 0) + 1 }],
    ["a stranger who may cancel", "cancel", { if: [] }],
    ["an accept without insurance", "accept", { then: [...lifecycle.accept.then.slice(0, 2), ...lifecycle.accept.then.slice(3)] }],
  ];

  test.each(defects)("notices %s, and names the shortest way to it", { timeout: 60_000 }, (_what, row, changes) => {
    const original: OrderRow = lifecycle[row as keyof typeof lifecycle];
    const found = explore({ table: { ...lifecycle, [row]: { ...original, ...changes } }, scenarios: scheduled, mostStates: 700, mostViolations: 1 });
    expect(found.violations).not.toHaveLength(0);
    expect(found.violations[0]?.sequence.length).toBeGreaterThan(0);
  });
});
