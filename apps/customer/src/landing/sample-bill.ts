import { billTime, commissionOf, type Fen, type Policy, timeAmount } from "@lingong/domain";

/** The example of the landing page: a regular cleaning that was prepaid for 3.5 hours and took 3 hours 13 minutes. */
const rateFenPerHour = 5_000;
const workedMinutes = 193;
const bookedMinutes = 210;

export interface SampleBill {
  readonly workedMinutes: number;
  readonly billedMinutes: number;
  readonly prepaidFen: Fen;
  readonly totalFen: Fen;
  readonly workerNetFen: Fen;
  readonly commissionFen: Fen;
  readonly refundFen: Fen;
  /** Basis points. */
  readonly rate: number;
}

/** The example's figures, by the very rules that bill an order, at the rates of `policy`. */
export function sampleBill(policy: Policy): SampleBill {
  const time = billTime({ workedMinutes, minimumMinutes: 120, authorisedMinutes: bookedMinutes, rateFenPerHour, headcount: 1 }, policy);
  const facts = { plan: "life", certified: true, level: 4, completedOrders: 60, completedTogetherBefore: 0 } as const;
  const { commissionFen, workerNetFen, rows } = commissionOf({ ...facts, baseFen: time.amountFen }, policy);
  const prepaidFen = timeAmount(rateFenPerHour, bookedMinutes, 1);
  return {
    workedMinutes,
    billedMinutes: time.billedMinutes,
    prepaidFen,
    totalFen: time.amountFen,
    workerNetFen,
    commissionFen,
    refundFen: prepaidFen - time.amountFen,
    rate: rows[0]?.rate ?? 0,
  };
}
