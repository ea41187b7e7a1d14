import { assign } from "@lingong/domain";
import type { Dispatcher } from "./dispatcher.ts";
import { openPairs, type Pair } from "./party.ts";
import { perform, unhurried } from "./play.ts";
import type { Ends, Scenario } from "./scenario.ts";

/** Weights are told apart to this share of the heaviest: sums of them stay exact in a double. */
const finest = 2 ** 40;

/**
 * The greatest total weight anybody could reach who knew the whole scenario in advance: one exact assignment of all pairs
 * that are ever possible. Null where workers return: then it is no assignment any more.
 */
export function offlineOptimum(scenario: Scenario, ends?: Ends): number | null {
  if (scenario.returnsToWork) return null;
  const rows = pairsByOrder(scenario, ends);
  const heaviest = rows.reduce((most, pairs) => pairs.reduce((sofar, { weight }) => Math.max(sofar, weight), most), 0);
  if (heaviest === 0) return 0;
  const rowStart = new Int32Array(rows.length + 1);
  const flat: Pair[] = [];
  for (const [row, pairs] of rows.entries()) {
    for (const pair of pairs.sort((a, b) => b.weight - a.weight || a.worker.number - b.worker.number)) flat.push(pair);
    rowStart[row + 1] = flat.length;
  }
  const { edgeOfColumn } = assign({
    rows: rows.length,
    columns: scenario.workers.length,
    rowStart,
    edgeColumn: Int32Array.from(flat, ({ worker }) => worker.number),
    edgeWeight: Float64Array.from(flat, ({ weight }) => Math.round((weight / heaviest) * finest)),
    capacity: new Int32Array(rows.length).fill(1),
    bonus: new Float64Array(rows.length),
  });
  return edgeOfColumn.reduce((total, edge) => total + (flat[edge]?.weight ?? 0), 0);
}

/** Every pair that is ever possible: what everybody finds on coming, when nobody is ever joined. */
function pairsByOrder(scenario: Scenario, ends: Ends | undefined): Pair[][] {
  const rows: Pair[][] = scenario.orders.map(() => []);
  const onlooker: Dispatcher = {
    decidesOnArrival: true,
    hasRounds: false,
    arrived: (party) => {
      for (const pair of openPairs(party)) rows[pair.order.number]?.push(pair);
    },
    lastCall() {},
    round() {},
    gone() {},
  };
  perform(scenario, () => onlooker, { ...unhurried, ends });
  return rows;
}
