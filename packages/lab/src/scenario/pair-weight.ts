import { defaultPolicy, tagCounts, tagPoints } from "@lingong/domain";
import type { Party } from "./party.ts";
import type { Scenario } from "./scenario.ts";

/** What joining an order with a worker at this distance is worth; ≥ 0. */
export type PairWeight = (order: Party, worker: Party, distance: number) => number;

/**
 * `value`: worker's value × order's value. `score`: the parts of a dispatch score (§6) that a scenario can tell, in whole points: tags,
 * distance, and the worker's value (0–1) as standing. On a plane distance counts to nothing at the worker's own radius.
 */
export function pairWeightOf({ weight, metric }: Scenario): PairWeight {
  if (weight === "value") return (order, worker) => order.value * worker.value;
  const { distance: most, distanceZeroAtKm, standing } = defaultPolicy.dispatch.score;
  return (order, worker, distance) => {
    const zeroAt = metric === "geo" ? distanceZeroAtKm : worker.reach;
    const near = zeroAt > 0 ? Math.max(0, Math.floor(most * (1 - distance / zeroAt))) : most;
    return tagPart(order, worker) + near + Math.floor(standing * Math.min(1, worker.value));
  };
}

function tagPart(order: Party, worker: Party): number {
  const { matched, asked, onProfile } = tagCounts(order, worker);
  return tagPoints(matched, asked, onProfile, defaultPolicy);
}
