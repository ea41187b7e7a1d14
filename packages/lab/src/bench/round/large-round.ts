import { type AssignmentProblem, assign, defaultPolicy, dispatchRound, type RoundResult, type RoundSnapshot } from "@lingong/domain";
import { cityOf, morning } from "./city.ts";
import { type Timing, timed } from "./timing.ts";

export interface LargeRound {
  readonly pairs: number;
  readonly receipts: number;
  readonly offers: number;
  /** From the snapshot to the decisions, and on to every receipt written out. */
  readonly decided: readonly Timing[];
  readonly withReceipts: readonly Timing[];
  /** The exact solver alone, each order asking one worker, and each asking three. */
  readonly solvedOnes: readonly Timing[];
  readonly solvedThrees: readonly Timing[];
}

/** Plays one round of a whole city several times over. */
export function largeRound(orders: number, workers: number, runs: number): LargeRound {
  const city = cityOf(orders, workers, 1);
  const decided: Timing[] = [];
  const withReceipts: Timing[] = [];
  let last = dispatchRound(city, defaultPolicy, morning);
  for (let run = 0; run < runs; run += 1) {
    const decision = timed(() => dispatchRound(city, defaultPolicy, morning));
    const written = timed(() => writtenOut(decision.result));
    decided.push(decision.timing);
    withReceipts.push(sumOf(decision.timing, written.timing));
    last = decision.result;
  }
  const solve = (capacity: number) => {
    const problem = problemOf(city, last, capacity);
    return Array.from({ length: runs + 1 }, () => timed(() => assign(problem)).timing).slice(1);
  };
  const { receipts, pairs } = writtenOut(last);
  return { pairs, receipts, offers: last.offers.length, decided, withReceipts, solvedOnes: solve(1), solvedThrees: solve(3) };
}

const sumOf = (a: Timing, b: Timing): Timing => ({ clock: a.clock + b.clock, processor: a.processor + b.processor });

function writtenOut({ receipts }: RoundResult): { readonly receipts: number; readonly pairs: number } {
  let pairs = 0;
  let count = 0;
  for (const { outcome } of receipts) {
    count += 1;
    if (outcome !== "excluded") pairs += 1;
  }
  return { receipts: count, pairs };
}

/** The round's own pairs as a problem for the solver. */
function problemOf({ jobs, workers }: RoundSnapshot, { receipts }: RoundResult, capacity: number): AssignmentProblem {
  const columnOf = new Map(workers.map(({ id }, column) => [id, column]));
  const rowOf = new Map(jobs.map(({ orderId }, row) => [orderId, row]));
  const edges: { row: number; column: number; score: number }[] = [];
  for (const receipt of receipts) {
    if (receipt.outcome === "excluded") continue;
    edges.push({ row: rowOf.get(receipt.orderId) ?? 0, column: columnOf.get(receipt.workerId) ?? 0, score: receipt.score });
  }
  edges.sort((a, b) => a.row - b.row || b.score - a.score || a.column - b.column);
  const rowStart = new Int32Array(jobs.length + 1);
  for (const { row } of edges) rowStart[row + 1] = (rowStart[row + 1] as number) + 1;
  for (let row = 0; row < jobs.length; row += 1) rowStart[row + 1] = (rowStart[row + 1] as number) + (rowStart[row] as number);
  return {
    rows: jobs.length,
    columns: workers.length,
    rowStart,
    edgeColumn: Int32Array.from(edges, ({ column }) => column),
    edgeWeight: Float64Array.from(edges, ({ score }) => score),
    capacity: new Int32Array(jobs.length).fill(capacity),
    bonus: new Float64Array(jobs.length),
  };
}
