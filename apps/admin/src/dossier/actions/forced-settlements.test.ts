import { describe, expect, test } from "vitest";
import { forcedSettlements } from "./forced-settlements.ts";

const consequence = { to: "cancelled", paysFen: 0, workerReceivesFen: 0, commissionFen: 0, refundFen: 15_000, heldFen: 0, next: null } as const;
const money = { prepaidFen: 15_000, heldFen: 15_000, refundedFen: 0, workerNetFen: 0, commissionFen: 0 };
const cancellation = { steps: [], nowFeeFen: 7_500, nowWorkerFen: 6_150, waived: null };

describe("what a forced end may pay", () => {
  test("with a fee on the ladder there is a choice, and each way moves all that is held", () => {
    const ways = forcedSettlements({ money, cancellation }, { consequence });
    expect(ways.map(({ key }) => key)).toEqual(["full_refund", "ladder"]);
    for (const { workerFen, commissionFen, refundFen } of ways) expect(workerFen + commissionFen + refundFen).toBe(money.heldFen);
    expect(ways[1]).toEqual({ key: "ladder", workerFen: 6_150, commissionFen: 1_350, refundFen: 7_500 });
  });

  test("while the ladder is free there is nothing to choose", () => {
    expect(forcedSettlements({ money, cancellation: { ...cancellation, nowFeeFen: 0, nowWorkerFen: 0 } }, { consequence })).toHaveLength(1);
  });

  test("once work has begun the bill decides", () => {
    const worked = { ...consequence, workerReceivesFen: 4_100, commissionFen: 900, refundFen: 10_000 };
    expect(forcedSettlements({ money, cancellation: null }, { consequence: worked })).toEqual([
      { key: "full_refund", workerFen: 4_100, commissionFen: 900, refundFen: 10_000 },
    ]);
  });
});
