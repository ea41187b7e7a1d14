import { type BasisPoints, type Fen, shareOf, sum } from "../kernel/money.ts";
import type { FeePlan, FeePlanId, Policy } from "../policy/policy.ts";

/** The facts commission is charged on; those of an order are pinned at accept (§4, I10). */
export interface CommissionFacts {
  readonly plan: FeePlanId;
  /** Whether the worker holds a valid certificate in the order's category. */
  readonly certified: boolean;
  readonly level: number;
  readonly completedOrders: number;
  /** Completed orders of this customer and worker together, before this one. */
  readonly completedTogetherBefore: number;
}

/** One line of the commission as screens show it: the part of the base, its rate and what it comes to. */
export interface CommissionRow {
  readonly fromFen: Fen;
  readonly toFen: Fen;
  readonly partFen: Fen;
  readonly rate: BasisPoints;
  readonly commissionFen: Fen;
}

export interface Commission {
  readonly commissionFen: Fen;
  readonly workerNetFen: Fen;
  readonly rows: readonly CommissionRow[];
}

/** Who pays the most under any plan: no certificate, no level, no orders yet. */
const newcomer = { certified: false, level: 1, completedOrders: 0, completedTogetherBefore: 0 } as const;

/** A bracket with the rate that applies to these facts. */
interface RatedBracket {
  readonly upToFen: Fen | null;
  readonly rate: BasisPoints;
}

function gradedRate(plan: Extract<FeePlan, { kind: "graded" }>, facts: CommissionFacts): BasisPoints {
  if (!facts.certified) return plan.base;
  return facts.level >= plan.fromLevel ? plan.certifiedAndLevel : plan.certified;
}

function volumeDiscount(plan: Extract<FeePlan, { kind: "marginal" }>, completedOrders: number): BasisPoints {
  let points = 0;
  for (const discount of plan.discounts) {
    if (completedOrders >= discount.fromCompletedOrders) points = Math.max(points, discount.points);
  }
  return points;
}

function bracketsOf(plan: FeePlan, facts: CommissionFacts): readonly RatedBracket[] {
  switch (plan.kind) {
    case "graded":
      return [{ upToFen: null, rate: gradedRate(plan, facts) }];
    case "flat":
      return [{ upToFen: null, rate: plan.rate }];
    case "marginal": {
      const points = volumeDiscount(plan, facts.completedOrders);
      return plan.brackets.map((bracket) => ({ upToFen: bracket.upToFen, rate: Math.max(plan.lowest, bracket.rate - points) }));
    }
  }
}

/** Regulars are never dearer: a point less, never below the plan's own lowest rate (§4). */
function forRegulars(rate: BasisPoints, plan: FeePlan, facts: CommissionFacts, policy: Policy): BasisPoints {
  if (facts.completedTogetherBefore < policy.fees.regularFromCompletedTogether) return rate;
  return Math.max(Math.min(rate, plan.lowest), rate - policy.fees.regularDiscount);
}

/**
 * The commission on a base of time and items done, and the worker's net (§4). Each bracket is rounded half up on its
 * own and summed. Preview and charge are both this function.
 */
export function commissionOf(order: CommissionFacts & { readonly baseFen: Fen }, policy: Policy): Commission {
  const plan = policy.fees.plans[order.plan];
  const rows: CommissionRow[] = [];
  let fromFen = 0;
  for (const bracket of bracketsOf(plan, order)) {
    const toFen = bracket.upToFen === null ? order.baseFen : Math.min(order.baseFen, bracket.upToFen);
    if (toFen > fromFen) {
      const rate = forRegulars(bracket.rate, plan, order, policy);
      rows.push({ fromFen, toFen, partFen: toFen - fromFen, rate, commissionFen: shareOf(toFen - fromFen, rate) });
      fromFen = toFen;
    }
  }
  const commissionFen = sum(rows.map((row) => row.commissionFen));
  return { commissionFen, workerNetFen: order.baseFen - commissionFen, rows };
}

/** The most that a plan may take of a base: what a newcomer without a certificate pays. */
export function highestCommission(plan: FeePlanId, baseFen: Fen, policy: Policy): Fen {
  return commissionOf({ ...newcomer, plan, baseFen }, policy).commissionFen;
}

/**
 * What is still to be charged when a settlement comes in parts: commission(all so far) − commission already charged,
 * on the same pinned facts, so that the parts add up to the whole (§4, I10).
 * @throws RangeError when the base has shrunk below what was already charged on: a settled part is never taken back.
 */
export function commissionDue(baseSoFarFen: Fen, alreadyChargedFen: Fen, facts: CommissionFacts, policy: Policy): Fen {
  const due = commissionOf({ ...facts, baseFen: baseSoFarFen }, policy).commissionFen - alreadyChargedFen;
  if (due < 0) throw new RangeError("commissionDue: the base so far is smaller than the base already charged");
  return due;
}
