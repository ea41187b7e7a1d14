import { assign } from "./assignment.ts";
import type { Candidates } from "./candidates.ts";
import { holds, type RoundState } from "./round-state.ts";
import type { Job } from "./snapshot.ts";
import { urgencyOf } from "./urgency.ts";

/** An order with room for offers, and its candidates. */
export interface Opening extends Candidates {
  readonly job: Job;
  readonly live: boolean;
  /** How many may still be asked in this wave. */
  readonly room: number;
}

/** For each worker and kind of offer (see `columnOf`) the index of the opening they are given, or −1. */
export type CityChoice = Int32Array;

/** A worker's live and future offers are two columns: at most one of each kind. */
export function columnOf(state: RoundState, worker: number, live: boolean): number {
  return live ? worker : worker + state.workers.length;
}

/**
 * Chooses the offers of all openings at once: greatest total score, plus each order's urgency once. A lower worker id
 * decides between equal totals: scores are scaled up until all such preferences together are worth less than one point.
 */
export function chooseForCity(state: RoundState, openings: readonly Opening[]): CityChoice {
  const { workers, pairs, policy, now } = state;
  const columns = 2 * workers.length;
  const room = openings.reduce((sum, opening) => sum + opening.room, 0);
  const point = (Math.min(room, columns) + 1) * (workers.length + 1);

  const rowStart = new Int32Array(openings.length + 1);
  const edgeColumn = new Int32Array(pairs.size);
  const edgeWeight = new Float64Array(pairs.size);
  let edge = 0;
  for (const [row, { eligible, live }] of openings.entries()) {
    for (let pair = eligible.from; pair < eligible.to; pair += 1) {
      const worker = pairs.worker[pair] as number;
      if (holds(state, worker, live)) continue;
      edgeColumn[edge] = columnOf(state, worker, live);
      edgeWeight[edge] = (pairs.score[pair] as number) * point + workers.length - worker;
      edge += 1;
    }
    rowStart[row + 1] = edge;
  }
  const capacity = Int32Array.from(openings, (opening) => opening.room);
  const bonus = Float64Array.from(openings, ({ job }) => (job.openOffers === 0 ? urgencyOf(job, policy, now) * point : 0));
  const { edgeOfColumn } = assign({ rows: openings.length, columns, rowStart, edgeColumn, edgeWeight, capacity, bonus });
  return rowsOf(edgeOfColumn, rowStart);
}

/** From chosen edges to the rows they belong to. */
function rowsOf(edgeOfColumn: Int32Array, rowStart: Int32Array): CityChoice {
  const rowOfEdge = new Int32Array(rowStart.at(-1) ?? 0);
  for (let row = 0; row + 1 < rowStart.length; row += 1) rowOfEdge.fill(row, rowStart[row], rowStart[row + 1]);
  return edgeOfColumn.map((edge) => (edge < 0 ? -1 : (rowOfEdge[edge] as number)));
}
