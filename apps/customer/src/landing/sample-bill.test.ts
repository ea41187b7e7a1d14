import { defaultPolicy } from "@lingong/domain";
import { expect, it } from "vitest";
import { sampleBill } from "./sample-bill.ts";

it("shows the example of the drawings, and its parts add up to what was prepaid", () => {
  const bill = sampleBill(defaultPolicy);
  expect(bill).toMatchObject({
    billedMinutes: 195,
    totalFen: 16_250,
    workerNetFen: 13_812,
    commissionFen: 2_438,
    refundFen: 1_250,
    prepaidFen: 17_500,
    rate: 1_500,
  });
  expect(bill.workerNetFen + bill.commissionFen + bill.refundFen).toBe(bill.prepaidFen);
});
