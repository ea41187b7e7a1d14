import { minutesAtSpeed } from "../geo/distance.ts";
import { type Instant, type Interval, MINUTE } from "../kernel/instant.ts";
import type { Policy } from "../policy/policy.ts";
import { isTaken, metresOnward, type TrigonometricPlace, trigonometryOf } from "../schedule/bookings.ts";
import { workingStartAt } from "../schedule/calendar.ts";
import { isClear, speedOf } from "../schedule/clearance.ts";
import { type Checks, checksOfOrder, checksOfTime, firstExclusion, overlapCheck, overlapPlace } from "./eligibility.ts";
import { appendExclusion, sortExclusions } from "./exclusion-table.ts";
import { appendFound } from "./found-table.ts";
import { caseOf } from "./judgement.ts";
import { takeNotes } from "./pair-notes.ts";
import { type Candidate, draftPair, fileDraft, type Rows } from "./pair-table.ts";
import { isHall } from "./room.ts";
import { type Qualified, qualifiedFor, type RoundState, rowOf } from "./round-state.ts";
import { distancePart, historyPart, tagPoints } from "./score.ts";
import type { Job, Qualification, WorkerSnapshot } from "./snapshot.ts";
import { tagsInCommon, writeTags } from "./tag-bits.ts";
import { calendarSize, field } from "./worker-table.ts";

/** Who may be asked for an order (rows of the round's pairs, best first), and who was considered and excluded (rows of its exclusions). */
export interface Candidates {
  readonly asking: Asking;
  /** The wave they were found in: behind the order's own, when there was nobody nearer. The number of waves: the hall. */
  readonly wave: number;
  readonly eligible: Rows;
  readonly excluded: Rows;
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
  /** Null: remote work. */
  readonly place: TrigonometricPlace | null;
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
  const place = job.mode === "remote" ? null : trigonometryOf(job.position);
  return { job, checks: anybody, checksBeyondRadius: beyondRadius, tagWords, tagsAsked, certifiedAt, startsAt, bookedMinutes, place, today: day };
}

/** One order's search among those qualified for it, and who was found within its first wave. */
export interface Search {
  readonly asking: Asking;
  readonly qualified: Qualified;
  readonly firstWave: number;
  readonly found: Rows;
}

/** Looks around an order as far as its first wave reaches; for remote work there is nowhere to look. */
export function searchFor(state: RoundState, job: Job, firstWave: number): Search {
  const { found, policy } = state;
  const qualified = qualifiedFor(state, job.categoryId);
  const from = found.size;
  if (job.mode !== "remote" && job.position !== null)
    qualified.places.within(job.position, radiusOf(firstWave, policy), (holder, metres) => appendFound(found, holder, metres));
  return { asking: askingOf(state, job), qualified, firstWave, found: { from, to: found.size } };
}

/** How far a wave reaches, metres; the hall nowhere. */
function radiusOf(wave: number, policy: Policy): number {
  return (policy.dispatch.waveRadiiKm[wave] ?? -1) * 1_000;
}

/**
 * Works out the rows of all whom the searches have found, in the order of the list: it is the order in which a city's workers mostly
 * lie in memory, and in any other most of the time would go to waiting for it.
 */
export function prepareRows(state: RoundState, searches: readonly Search[]): void {
  const { found, workers } = state;
  const wanted = new Uint8Array(workers.length);
  const remote = new Set(searches.flatMap(({ asking, qualified }) => (asking.job.mode === "remote" ? [qualified] : [])));
  for (const qualified of remote) for (const worker of qualified.workers) wanted[worker] = 1;
  for (const { qualified, found: rows } of searches) {
    for (let row = rows.from; row < rows.to; row += 1) wanted[qualified.workers[found.holder[row] as number] as number] = 1;
  }
  for (let worker = 0; worker < wanted.length; worker += 1) if (wanted[worker] === 1) rowOf(state, worker);
}

/**
 * Judges who may be asked for an order: qualified workers within the wave's radius, from the first wave on, wave by wave while
 * nobody is eligible and no offer is out; for remote work everybody qualified. Who is not qualified or is farther away was not
 * considered.
 */
export function candidatesOf(state: RoundState, search: Search): Candidates {
  const { pairs, excluded, policy } = state;
  const { job } = search.asking;
  const excludedFrom = excluded.size;
  considerFirstWave(state, search);
  let wave = search.firstWave;
  while (pairs.draft.size === 0 && job.openOffers === 0 && !isHall(wave, policy)) {
    wave += 1;
    if (!isHall(wave, policy)) considerFartherWave(state, search, wave);
  }
  const eligible = fileDraft(pairs);
  takeNotes(state.notes, state.table, eligible, pairs.worker, search.asking);
  return { asking: search.asking, wave, eligible, excluded: sortExclusions(excluded, excludedFrom) };
}

function considerFirstWave(state: RoundState, search: Search): void {
  const { asking, qualified, found, firstWave } = search;
  const isForAll = asking.job.mode === "remote" && !isHall(firstWave, state.policy);
  if (isForAll) for (let holder = 0; holder < qualified.workers.length; holder += 1) consider(state, search, holder, 0);
  const { holder, metres } = state.found;
  for (let row = found.from; row < found.to; row += 1) consider(state, search, holder[row] as number, metres[row] as number);
}

/** Considers whom a wave adds to the one before. */
function considerFartherWave(state: RoundState, search: Search, wave: number): void {
  const { mode, position } = search.asking.job;
  if (mode === "remote" || position === null) return;
  const seen = radiusOf(wave - 1, state.policy);
  search.qualified.places.within(position, radiusOf(wave, state.policy), (holder, metres) => {
    if (metres > seen) consider(state, search, holder, metres);
  });
}

/** The checks that may exclude a worker from an order at a distance. */
export function openChecks(state: RoundState, asking: Asking, worker: number, metres: number): Checks {
  const { cells } = state.table;
  const row = rowOf(state, worker);
  const open = asking.checks & (cells[row + field.checks] as number);
  const left = (open & checksOfTime) !== 0 && hasTime(state, asking, worker, metres) ? open & ~checksOfTime : open;
  return metres <= (cells[row + field.radius] as number) ? left : left | asking.checksBeyondRadius;
}

/** Whether a worker certainly has time for an order. */
function hasTime(state: RoundState, asking: Asking, worker: number, metres: number): boolean {
  const { cells, numbers, bookings } = state.table;
  const row = rowOf(state, worker);
  const { place } = asking;
  const onward =
    place === null ? 0 : metresOnward(bookings, cells[row + field.bookingsFrom] as number, cells[row + field.bookingsTo] as number, place);
  return isClear(numbers, worker * calendarSize, asking, { metres, onward }, state);
}

/** Judges one pair, and adds it to the eligible or the excluded ones. */
function consider(state: RoundState, search: Search, holder: number, metres: number): void {
  const { asking, qualified } = search;
  const worker = qualified.workers[holder] as number;
  const open = openChecks(state, asking, worker, metres);
  const place = open === 0 ? -1 : placeOfExclusion(state, search, holder, { metres, open });
  if (place >= 0) appendExclusion(state.excluded, worker, place);
  else draftPair(state.pairs.draft, candidateOf(state, asking, { worker, metres, certifiedUntil: qualified.certifiedUntil[holder] as Instant }));
}

/** The first check that excludes a pair, of those that are open; −1: none. Most fail the same one, which is answered without the calendar. */
function placeOfExclusion(
  state: RoundState,
  { asking, qualified }: Search,
  holder: number,
  { metres, open }: { readonly metres: number; readonly open: Checks },
): number {
  const worker = qualified.workers[holder] as number;
  if ((open & -open) === overlapCheck && isTimeTaken(state, asking, worker, metres)) return overlapPlace;
  const snapshot = state.workers[worker] as WorkerSnapshot;
  const pair = { job: asking.job, worker: snapshot, qualification: qualified.qualifications[holder] as Qualification, metres };
  return firstExclusion(caseOf(pair, state.judgement), open);
}

/** Whether a worker certainly has something else at the time of an order, or too near to it. */
function isTimeTaken(state: RoundState, asking: Asking, worker: number, metres: number): boolean {
  const { place, startsAt, bookedMinutes } = asking;
  if (place === null) return false;
  const { policy, now } = state;
  const { cells, numbers, bookings } = state.table;
  const row = rowOf(state, worker);
  const kmPerHour = speedOf(numbers, worker * calendarSize);
  const from = workingStartAt(startsAt, minutesAtSpeed(metres, kmPerHour, policy), policy, now);
  const visit = { from, to: from + bookedMinutes * MINUTE, place, kmPerHour };
  return isTaken(bookings, cells[row + field.bookingsFrom] as number, cells[row + field.bookingsTo] as number, visit, policy);
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
