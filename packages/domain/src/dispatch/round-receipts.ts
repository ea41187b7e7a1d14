import type { Exclusion } from "./candidates.ts";
import { type CityChoice, columnOf, type Opening } from "./city-assignment.ts";
import { type Candidate, pairAt } from "./pair-table.ts";
import { improvementAt, type PassedOverReason, type Receipt } from "./receipt.ts";
import { holds, type RoundState } from "./round-state.ts";
import type { Receipts } from "./round-types.ts";
import type { ScoreParts } from "./score.ts";
import type { Job, WorkerSnapshot } from "./snapshot.ts";

/** A place in the ranking of a wave, from 1. */
export interface Rank {
  readonly wave: number;
  readonly rank: number;
  readonly of: number;
}

/** What was decided in a round, as far as its receipts need it. */
export interface Decided {
  /** Receipts of exclusive offers: they rank nobody. */
  readonly exclusive: readonly Receipt[];
  readonly openings: readonly Opening[];
  readonly chosen: CityChoice;
}

/**
 * The receipts of a round, written out as they are read: the decisions stand in columns, and a city's receipts are many
 * more than anybody reads at once.
 */
export function receiptsOf(state: RoundState, decided: Decided): Receipts {
  const { exclusive, openings } = decided;
  const length = openings.reduce((count, { eligible, excluded }) => count + eligible.to - eligible.from + excluded.length, exclusive.length);
  return {
    length,
    *[Symbol.iterator]() {
      yield* exclusive;
      for (const [index, { job, wave, eligible, excluded }] of openings.entries()) {
        for (let pair = eligible.from; pair < eligible.to; pair += 1) yield eligibleReceipt(state, decided, index, pair);
        for (const exclusion of excluded) yield excludedReceipt(state, job, wave, exclusion);
      }
    },
  };
}

/** The receipt of an eligible worker: offered, or passed over, why, and what would have moved them up. */
function eligibleReceipt(state: RoundState, { openings, chosen }: Decided, index: number, pair: number): Receipt {
  const { policy, now, pairs, localTime } = state;
  const { job, wave, live, eligible } = openings[index] as Opening;
  const candidate = pairAt(pairs, pair);
  const rank = { wave, rank: pair - eligible.from + 1, of: eligible.to - eligible.from };
  const given = chosen[columnOf(state, candidate.worker, live)] ?? -1;
  if (given === index) return offeredReceipt(state, job, candidate, rank);
  const parts = partsOf(state, candidate);
  const worker = state.workers[candidate.worker] as WorkerSnapshot;
  const ranking = { workers: pairs.worker, scores: pairs.score, ...eligible };
  return {
    ...headOf(state, job, wave, candidate.worker),
    outcome: "passed_over",
    reason: reasonFor(state, candidate.worker, live, given),
    parts,
    score: candidate.score,
    rank: rank.rank,
    of: rank.of,
    metres: candidate.metres,
    improvement: improvementAt(ranking, pair, { job, worker, parts, metres: candidate.metres, policy, now, localTime }),
  };
}

function reasonFor(state: RoundState, worker: number, live: boolean, given: number): PassedOverReason {
  if (holds(state, worker, live)) return "holding_offer";
  return given < 0 ? "outranked" : "offered_elsewhere";
}

/** All parts of a candidate's score. */
export function partsOf(state: RoundState, { worker, skill, distance, history }: Candidate): ScoreParts {
  const { standing, activity, response, profile, fairness } = state.ownParts[worker] as RoundState["ownParts"][number];
  return { skill, distance, standing, history, activity, response, profile, fairness };
}

export function offeredReceipt(state: RoundState, job: Job, candidate: Candidate, { wave, rank, of }: Rank): Receipt {
  const { score, metres } = candidate;
  return { ...headOf(state, job, wave, candidate.worker), outcome: "offered", parts: partsOf(state, candidate), score, rank, of, metres };
}

export function excludedReceipt(state: RoundState, job: Job, wave: number, { worker, code }: Exclusion): Receipt {
  return { ...headOf(state, job, wave, worker), outcome: "excluded", reason: code };
}

function headOf(state: RoundState, job: Job, wave: number, worker: number) {
  const { id } = state.workers[worker] as WorkerSnapshot;
  return { orderId: job.orderId, workerId: id, at: state.now, policyVersion: state.policy.version, round: job.round, wave };
}
