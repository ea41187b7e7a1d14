import type { Candidates } from "./candidates.ts";
import { chooseRows } from "./choose-rows.ts";
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

/** Chooses the offers of all openings at once: greatest total score, plus each order's urgency once; then the lower worker id. */
export function chooseForCity(state: RoundState, openings: readonly Opening[]): CityChoice {
  const { workers, pairs, policy, now } = state;
  const rowStart = new Int32Array(openings.length + 1);
  const pairColumn = new Int32Array(pairs.size);
  const pairScore = new Int32Array(pairs.size);
  let size = 0;
  for (const [row, { eligible, live }] of openings.entries()) {
    for (let pair = eligible.from; pair < eligible.to; pair += 1) {
      const worker = pairs.worker[pair] as number;
      if (holds(state, worker, live)) continue;
      pairColumn[size] = columnOf(state, worker, live);
      pairScore[size] = pairs.score[pair] as number;
      size += 1;
    }
    rowStart[row + 1] = size;
  }
  return chooseRows({
    rowStart,
    pairColumn: pairColumn.subarray(0, size),
    pairScore: pairScore.subarray(0, size),
    columns: 2 * workers.length,
    people: workers.length,
    capacity: Int32Array.from(openings, ({ room }) => room),
    bonus: Float64Array.from(openings, ({ job }) => (job.openOffers === 0 ? urgencyOf(job, policy, now) : 0)),
  });
}
