import { lifecycle, type OrderTable } from "@lingong/domain";
import { expect, test } from "vitest";
import { walkAtRandom } from "./random-walk.ts";

test("a million random operations on the pure machines keep every promise", { timeout: 300_000 }, () => {
  const report = walkAtRandom({ seed: 20_261_122, operations: 1_000_000 });
  expect(report.violations).toEqual([]);
  expect(report.taken).toBeGreaterThan(2_000);
  expect(report.operations).toBeGreaterThanOrEqual(1_000_000);
});

test("a posting that is skipped is found by chance, too", { timeout: 60_000 }, () => {
  const { confirm, autoConfirm } = lifecycle;
  const broken: OrderTable = { ...lifecycle, confirm: { ...confirm, then: confirm.then.slice(1) }, autoConfirm: { ...autoConfirm, then: [] } };
  const report = walkAtRandom({ seed: 1, operations: 300_000, table: broken });
  expect(report.violations).not.toHaveLength(0);
});
