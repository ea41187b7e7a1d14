import { type CityChoice, columnOf, type Opening } from "./city-assignment.ts";
import { type Exclusion, exclusionIn } from "./exclusion-table.ts";
import { type ImprovementDesk, improvementAt, improvementDesk } from "./improvement.ts";
import { note, noteSize } from "./pair-notes.ts";
import { type Candidate, pairAt } from "./pair-table.ts";
import type { PassedOverReason, Receipt } from "./receipt.ts";
import { holds, type RoundState } from "./round-state.ts";
import type { Receipts } from "./round-types.ts";
import { type ScoreParts, tagPoints } from "./score.ts";
import type { Job } from "./snapshot.ts";
import { field } from "./worker-table.ts";

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
  const length = openings.reduce(
    (count, { eligible, excluded }) => count + eligible.to - eligible.from + excluded.to - excluded.from,
    exclusive.length,
  );
  return {
    length,
    *[Symbol.iterator]() {
      yield* exclusive;
      for (let index = 0; index < openings.length; index += 1) {
        const page = pageOf(state, decided, index);
        const { job, wave, eligible, excluded } = page.opening;
        for (let row = eligible.from; row < eligible.to; row += 1) yield eligibleReceipt(page, row);
        for (let row = excluded.from; row < excluded.to; row += 1) yield excludedReceipt(state, job, wave, exclusionIn(state.excluded, row));
      }
    },
  };
}

/** What the receipts of one opening share. */
interface Page {
  readonly state: RoundState;
  readonly opening: Opening;
  /** The opening's place among all: what `chosen` says of whom it was given. */
  readonly index: number;
  readonly chosen: CityChoice;
  readonly desk: ImprovementDesk;
}

function pageOf(state: RoundState, { openings, chosen }: Decided, index: number): Page {
  const opening = openings[index] as Opening;
  return { state, opening, index, chosen, desk: improvementDesk(state, opening.asking, opening.eligible.from) };
}

/** The receipt of the eligible worker at a row: offered, or passed over, why, and what would have moved them up. */
function eligibleReceipt(page: Page, row: number): Receipt {
  const { state, opening, index, chosen } = page;
  const { job, wave, live, eligible } = opening;
  const worker = state.pairs.worker[row] as number;
  const [rank, of] = [row - eligible.from + 1, eligible.to - eligible.from];
  const given = chosen[columnOf(state, worker, live)] as number;
  if (given === index) return offeredReceipt(state, job, pairAt(state.pairs, row), { wave, rank, of });
  takeInHand(page, row, worker);
  const { parts, metres } = page.desk;
  return {
    orderId: job.orderId,
    workerId: state.ids[worker] as string,
    at: state.now,
    policyVersion: state.policy.version,
    round: job.round,
    wave,
    outcome: "passed_over",
    reason: reasonFor(state, worker, live, given),
    parts,
    score: state.pairs.score[row] as number,
    rank,
    of,
    metres,
    improvement: improvementAt(page.desk, row),
  };
}

/**
 * Puts the worker at a row on the desk. Its parts are written here and not by `partsOf`: those of offers are kept and these mostly are
 * not, and the engine would put both among what is kept, where room is costly, if they came from one place.
 */
function takeInHand({ state, desk }: Page, row: number, worker: number): void {
  const { pairs, notes, policy } = state;
  const { cells } = notes;
  const at = row * noteSize;
  const matched = cells[at + note.tagsMatched] as number;
  desk.worker = worker;
  desk.pair = row;
  desk.metres = pairs.metres[row] as number;
  desk.tagsMatched = matched;
  desk.tagPoints = tagPoints(matched, desk.asking.tagsAsked, cells[at + note.tagsOnProfile] as number, policy);
  desk.parts = {
    skill: pairs.skill[row] as number,
    distance: pairs.distance[row] as number,
    standing: cells[at + note.standing] as number,
    history: pairs.history[row] as number,
    activity: cells[at + note.activity] as number,
    response: cells[at + note.response] as number,
    profile: cells[at + note.profile] as number,
    fairness: cells[at + note.fairness] as number,
  };
}

function reasonFor(state: RoundState, worker: number, live: boolean, given: number): PassedOverReason {
  if (holds(state, worker, live)) return "holding_offer";
  return given < 0 ? "outranked" : "offered_elsewhere";
}

/** All parts of a candidate's score. */
export function partsOf({ table: { cells, stride } }: RoundState, { worker, skill, distance, history }: Candidate): ScoreParts {
  const row = worker * stride;
  return {
    skill,
    distance,
    standing: cells[row + field.standing] as number,
    history,
    activity: cells[row + field.activity] as number,
    response: cells[row + field.response] as number,
    profile: cells[row + field.profile] as number,
    fairness: cells[row + field.fairness] as number,
  };
}

export function offeredReceipt(state: RoundState, job: Job, candidate: Candidate, { wave, rank, of }: Rank): Receipt {
  return {
    orderId: job.orderId,
    workerId: state.ids[candidate.worker] as string,
    at: state.now,
    policyVersion: state.policy.version,
    round: job.round,
    wave,
    outcome: "offered",
    parts: partsOf(state, candidate),
    score: candidate.score,
    rank,
    of,
    metres: candidate.metres,
  };
}

export function excludedReceipt(state: RoundState, job: Job, wave: number, { worker, code }: Exclusion): Receipt {
  return {
    orderId: job.orderId,
    workerId: state.ids[worker] as string,
    at: state.now,
    policyVersion: state.policy.version,
    round: job.round,
    wave,
    outcome: "excluded",
    reason: code,
  };
}
