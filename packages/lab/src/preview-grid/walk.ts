import { type FeePlanId, MINUTE } from "@lingong/domain";
import { compareAt, type Difference } from "./compare.ts";
import { acceptedAt, acceptedOrder, minutes } from "./grid.ts";

/** A difference and where in the grid it is. */
export interface Found extends Difference {
  readonly plan: FeePlanId;
  readonly amount: number;
  readonly minute: number;
}

/** Compares every minute of one order of the grid. */
export function walkOrder(plan: FeePlanId, amount: number): Found[] {
  const placed = acceptedOrder(plan, amount);
  const found: Found[] = [];
  for (let minute = 0; minute < minutes; minute += 1) {
    const difference = compareAt(placed, acceptedAt + minute * MINUTE);
    if (difference !== null) found.push({ plan, amount, minute, ...difference });
  }
  return found;
}
