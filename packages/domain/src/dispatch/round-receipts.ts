import type { Candidate, Exclusion } from "./candidates.ts";
import { type CityChoice, columnOf, type Opening } from "./city-assignment.ts";
import { improvementAt, type PassedOverReason, type Ranking, type Receipt } from "./receipt.ts";
import { holds, type RoundState } from "./round-state.ts";
import type { ScoreParts } from "./score.ts";
import type { Job, WorkerSnapshot } from "./snapshot.ts";

/** A place in the ranking of a wave, from 1. */
export interface Rank {
  readonly wave: number;
  readonly rank: number;
  readonly of: number;
}

/** All parts of a candidate's score. */
export function partsOf(state: RoundState, { worker, skill, distance, history }: Candidate): ScoreParts {
  const { standing, activity, response, profile, fairness } = state.ownParts[worker] as RoundState["ownParts"][number];
  return { skill, distance, standing, history, activity, response, profile, fairness };
}

export function offeredReceipt(state: RoundState, job: Job, candidate: Candidate, { wave, rank, of }: Rank): Receipt {
  return { ...headOf(state, job, wave, candidate.worker), outcome: "offered", parts: partsOf(state, candidate), score: candidate.score, rank, of };
}

export function excludedReceipt(state: RoundState, job: Job, wave: number, { worker, code }: Exclusion): Receipt {
  return { ...headOf(state, job, wave, worker), outcome: "excluded", reason: code };
}

/** The receipt of an eligible worker who was not asked: own parts and rank, why, and what would have moved them up. */
export function passedOverReceipt(
  state: RoundState,
  job: Job,
  candidate: Candidate,
  { wave, rank, of, reason, ranking }: Rank & { readonly reason: PassedOverReason; readonly ranking: Ranking },
): Receipt {
  const { policy, now } = state;
  const { score, metres } = candidate;
  const parts = partsOf(state, candidate);
  const worker = state.workers[candidate.worker] as WorkerSnapshot;
  const improvement = improvementAt(ranking, rank - 1, { job, worker, parts, metres, policy, now });
  return { ...headOf(state, job, wave, candidate.worker), outcome: "passed_over", reason, parts, score, rank, of, improvement };
}

/** For each candidate of an opening, by rank, why they were not asked; null: they were. */
export function passedOverReasons(state: RoundState, { live, eligible }: Opening, chosen: CityChoice, index: number): (PassedOverReason | null)[] {
  return eligible.map(({ worker }) => {
    const given = chosen[columnOf(state, worker, live)] ?? -1;
    if (given === index) return null;
    if (holds(state, worker, live)) return "holding_offer";
    return given < 0 ? "outranked" : "offered_elsewhere";
  });
}

function headOf(state: RoundState, job: Job, wave: number, worker: number) {
  const { id } = state.workers[worker] as WorkerSnapshot;
  return { orderId: job.orderId, workerId: id, at: state.now, policyVersion: state.policy.version, round: job.round, wave };
}
