import type { Instant, Interval } from "../kernel/instant.ts";
import type { Policy } from "../policy/policy.ts";
import { clearanceSize, isClear } from "../schedule/clearance.ts";
import { type Checks, checksOfOrder, checksOfTime, firstExclusion } from "./eligibility.ts";
import { appendExclusion, sortExclusions } from "./exclusion-table.ts";
import { caseOf } from "./judgement.ts";
import { appendPair, type Candidate, type Rows, sortTail } from "./pair-table.ts";
import { type Qualified, qualifiedFor, type RoundState, rowOf } from "./round-state.ts";
import { distancePart, historyPart, tagPoints } from "./score.ts";
import type { Job, Qualification, WorkerSnapshot } from "./snapshot.ts";
import { tagsInCommon, writeTags } from "./tag-bits.ts";
import { field } from "./worker-table.ts";

/** Who may be asked for an order (rows of the round's pairs, best first), and who was considered and excluded (rows of its exclusions). */
export interface Candidates {
  readonly asking: Asking;
  /** The wave they were found in: behind the order's own, when there was nobody nearer. The number of waves: the hall. */
  readonly wave: number;
  readonly eligible: Rows;
  readonly excluded: Rows;
}

/** Whether a wave number means the hall, where nobody is asked any more. */
export function isHall(wave: number, policy: Policy): boolean {
  return wave >= policy.dispatch.waveRadiiKm.length;
}

/** An order as its pairs are judged and scored: what of it every worker is compared with. */
export interface Asking {
  readonly job: Job;
  /** Which checks may exclude somebody found for it; and which more, somebody whose radius does not reach it. */
  readonly checks: Checks;
  readonly checksBeyondRadius: Checks;
  readonly tagWords: Int32Array;
  readonly tagsAsked: number;
  /** Certificates count that are valid then (§6: at accept and at start). */
  readonly certifiedAt: Instant;
  readonly startsAt: Instant | null;
  readonly bookedMinutes: number;
  /** The local day of now where the order is. */
  readonly today: Interval;
}

export function askingOf({ tags, now, judgement }: RoundState, job: Job): Asking {
  const tagWords = new Int32Array(tags.words);
  const tagsAsked = writeTags(tags, job.tags, tagWords, 0);
  const { anybody, beyondRadius } = checksOfOrder(job, judgement);
  const { startsAt, bookedMinutes, zone } = job;
  const certifiedAt = Math.max(now, startsAt ?? now);
  const { day } = judgement.localTime(now, zone);
  return { job, checks: anybody, checksBeyondRadius: beyondRadius, tagWords, tagsAsked, certifiedAt, startsAt, bookedMinutes, today: day };
}

/**
 * Finds and judges who may be asked for an order: qualified workers within the wave's radius, from `firstWave` on, wave by
 * wave while nobody is eligible and no offer is out; for remote work everybody qualified. Who is not qualified or is
 * farther away was not considered.
 */
export function candidatesFor(state: RoundState, job: Job, firstWave: number): Candidates {
  const { pairs, excluded, policy } = state;
  const [pairsFrom, excludedFrom] = [pairs.size, excluded.size];
  const search = { state, asking: askingOf(state, job), qualified: qualifiedFor(state, job.categoryId) };
  let wave = firstWave;
  for (let seen = -1; !isHall(wave, policy); wave += 1) {
    seen = considerWave(search, wave, seen);
    if (pairs.size > pairsFrom || job.openOffers > 0) break;
  }
  sortTail(pairs, pairsFrom);
  return { asking: search.asking, wave, eligible: { from: pairsFrom, to: pairs.size }, excluded: sortExclusions(excluded, excludedFrom) };
}

/** One order's search among those qualified for it. */
interface Search {
  readonly state: RoundState;
  readonly asking: Asking;
  readonly qualified: Qualified;
}

/** Considers whom the wave adds beyond `seen` metres; answers how far it has looked. */
function considerWave(search: Search, wave: number, seen: number): number {
  const { state, asking, qualified } = search;
  const { mode, position } = asking.job;
  if (mode === "remote") {
    if (seen < 0) for (let holder = 0; holder < qualified.workers.length; holder += 1) consider(search, holder, 0);
    return 0;
  }
  const metres = (state.policy.dispatch.waveRadiiKm[wave] ?? 0) * 1_000;
  if (position === null) return metres;
  qualified.places.within(position, metres, (holder, away) => {
    if (away > seen) consider(search, holder, away);
  });
  return metres;
}

/** The checks that may exclude a worker from an order at a distance. */
export function openChecks(state: RoundState, asking: Asking, worker: number, metres: number): Checks {
  const { cells, clearances } = state.table;
  const row = rowOf(state, worker);
  const open = asking.checks & (cells[row + field.checks] as number);
  const left = (open & checksOfTime) !== 0 && isClear(clearances, worker * clearanceSize, asking, metres, state) ? open & ~checksOfTime : open;
  return metres <= (cells[row + field.radius] as number) ? left : left | asking.checksBeyondRadius;
}

/** Judges one pair, and adds it to the eligible or the excluded ones. */
function consider({ state, asking, qualified }: Search, holder: number, metres: number): void {
  const worker = qualified.workers[holder] as number;
  const open = openChecks(state, asking, worker, metres);
  if (open !== 0) {
    const snapshot = state.workers[worker] as WorkerSnapshot;
    const pair = { job: asking.job, worker: snapshot, qualification: qualified.qualifications[holder] as Qualification, metres };
    const place = firstExclusion(caseOf(pair, state.judgement), open);
    if (place >= 0) {
      appendExclusion(state.excluded, worker, place);
      return;
    }
  }
  appendPair(state.pairs, candidateOf(state, asking, { worker, metres, certifiedUntil: qualified.certifiedUntil[holder] as Instant }));
}

/** A pair's score, with the parts that depend on both: the same as `scoreOf` on the worker's row. */
export function candidateOf(
  state: RoundState,
  asking: Asking,
  { worker, metres, certifiedUntil }: { readonly worker: number; readonly metres: number; readonly certifiedUntil: Instant },
): Candidate {
  const { policy } = state;
  const { job, certifiedAt } = asking;
  const row = rowOf(state, worker);
  const { cells } = state.table;
  const tags = pointsOfTags(state, asking, row);
  const skill = certifiedUntil > certifiedAt ? tags + policy.dispatch.score.skillCertified : tags;
  const distance = distancePart(job, metres, policy);
  const history = cells[row + field.hasHistory] === 1 ? historyPart(job, state.workers[worker] as WorkerSnapshot, policy) : 0;
  return { worker, score: skill + distance + history + (cells[row + field.ownTotal] as number), skill, distance, history, metres };
}

/** How many of the tags an order asks for a worker has. */
export function tagsMatched({ table: { cells } }: RoundState, { tagWords }: Asking, row: number): number {
  return tagsInCommon(tagWords, cells, row + field.tags);
}

/** The tag term of the skill part. */
export function pointsOfTags(state: RoundState, asking: Asking, row: number): number {
  return tagPoints(tagsMatched(state, asking, row), asking.tagsAsked, state.table.cells[row + field.tagsOnProfile] as number, state.policy);
}
