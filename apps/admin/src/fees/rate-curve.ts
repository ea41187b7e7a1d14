import { type BasisPoints, commissionOf, type FeePlanId, type Fen, type Policy } from "@lingong/domain";

/** What the platform takes of an order of that amount, as a share of it. */
export interface CurvePoint {
  readonly baseFen: Fen;
  readonly currentRate: BasisPoints;
  readonly draftRate: BasisPoints;
}

export const curveUpToFen = 500_000;
const steps = 100;

/** Somebody's first order: what everybody starts with. */
export const newcomer = { certified: false, level: 1, completedOrders: 0, completedTogetherBefore: 0 } as const;

function effectiveRate(plan: FeePlanId, baseFen: Fen, policy: Policy): BasisPoints {
  return Math.round((commissionOf({ ...newcomer, plan, baseFen }, policy).commissionFen * 10_000) / baseFen);
}

/** The effective rate of both policies over the amount of an order, from 50 to 5,000 yuan. */
export function rateCurve(plan: FeePlanId, current: Policy, draft: Policy): CurvePoint[] {
  return Array.from({ length: steps }, (_, index) => {
    const baseFen = ((index + 1) * curveUpToFen) / steps;
    return { baseFen, currentRate: effectiveRate(plan, baseFen, current), draftRate: effectiveRate(plan, baseFen, draft) };
  });
}
