import { isPlausible, travelMinutes } from "../geo/distance.ts";
import type { ErrorCode } from "../kernel/error-codes.ts";
import type { Instant } from "../kernel/instant.ts";
import { offerWindow } from "../offer/window.ts";
import type { Policy } from "../policy/policy.ts";
import { askingOf, candidateOf, candidatesOf, prepareRows, type Search, searchFor } from "./candidates.ts";
import { chooseForCity, columnOf, type Opening } from "./city-assignment.ts";
import { exclusionAt } from "./eligibility.ts";
import { flagsAt } from "./flags.ts";
import { certifiedUntil, isLive, metresTo, qualificationFor } from "./pair-facts.ts";
import { type Candidate, pairAt } from "./pair-table.ts";
import type { Receipt } from "./receipt.ts";
import { isHall, roomOf } from "./room.ts";
import { type Decided, excludedReceipt, offeredReceipt, partsOf, type Rank, receiptsOf } from "./round-receipts.ts";
import { byId, hold, holds, indexOfWorker, openRound, type RoundState } from "./round-state.ts";
import type { ExclusiveEnd, RoundOffer, RoundResult, RoundSnapshot, WaveMove } from "./round-types.ts";
import type { Job, WorkerSnapshot } from "./snapshot.ts";

interface Decisions {
  readonly offers: RoundOffer[];
  /** Receipts of exclusive offers; those of the openings follow from the choice. */
  readonly exclusive: Receipt[];
  readonly waves: WaveMove[];
  readonly exclusivesOver: ExclusiveEnd[];
}

/**
 * One round for one city (§6): exclusive offers first (direct booking, regulars), then one assignment of all open orders to
 * the workers who may be asked, at the greatest total score. Each worker gets at most one offer of a kind (live or
 * future), each order at most what its wave has left. Pure and deterministic: the same snapshot, in any order, gives the
 * same result; equal scores go to the lower worker id.
 */
export function dispatchRound(snapshot: RoundSnapshot, policy: Policy, now: Instant): RoundResult {
  const state = openRound(snapshot, policy, now);
  const decisions: Decisions = { offers: [], exclusive: [], waves: [], exclusivesOver: [] };
  const unplaceable: { orderId: string; code: ErrorCode }[] = [];
  const shared: Job[] = [];
  const exclusive: Job[] = [];
  for (const job of [...snapshot.jobs].sort((a, b) => byId(a.orderId, b.orderId))) {
    const code = whyUnplaceable(job, policy, now);
    if (code !== null) unplaceable.push({ orderId: job.orderId, code });
    else (job.exclusiveWorkerId === null ? shared : exclusive).push(job);
  }
  // Who has waited longest for the same worker is asked for first.
  for (const job of exclusive.sort((a, b) => a.waitingSince - b.waitingSince || byId(a.orderId, b.orderId))) offerExclusively(state, job, decisions);
  const decided = offerInWaves(state, shared, decisions);
  const { offers, waves, exclusivesOver } = decisions;
  const unreachable = state.workers.filter(isBroken).map(({ id }) => ({ workerId: id, code: "position_invalid" as const }));
  return { at: now, policyVersion: policy.version, offers, receipts: receiptsOf(state, decided), waves, exclusivesOver, unplaceable, unreachable };
}

/** What no round can do anything with: it is named, and the others go on. */
function whyUnplaceable(job: Job, policy: Policy, now: Instant): ErrorCode | null {
  const { startsAt, expiresAt, waitingSince, bookedMinutes, mode } = job;
  if (![expiresAt, waitingSince, startsAt ?? now].every(Number.isSafeInteger)) return "invalid_input";
  if (expiresAt <= now) return "deadline_passed";
  if (!Number.isSafeInteger(bookedMinutes) || bookedMinutes <= 0) return "minutes_invalid";
  if (mode === "on_site" && bookedMinutes > policy.lifecycle.onSiteAtMostMinutes) return "minutes_invalid";
  if (mode === "on_site" && !isPlausible(job.position)) return "place_missing";
  return null;
}

/** A position that is none: they are asked for remote work alone, until their device knows where it is. */
function isBroken({ position }: WorkerSnapshot): boolean {
  return position !== null && !isPlausible(position);
}

/** One worker for the whole window. While they look at another live offer the order waits for the next round. */
function offerExclusively(state: RoundState, job: Job, decisions: Decisions): void {
  if (job.exclusiveWorkerId === null || job.openOffers > 0) return;
  const over = { orderId: job.orderId, orderVersion: job.version, workerId: job.exclusiveWorkerId };
  const worker = indexOfWorker(state, job.exclusiveWorkerId);
  const snapshot = worker === undefined ? undefined : state.workers[worker];
  if (worker === undefined || snapshot === undefined) {
    decisions.exclusivesOver.push({ ...over, reason: null });
    return;
  }
  const qualification = qualificationFor(job, snapshot);
  const metres = metresTo(job, snapshot);
  const code = exclusionAt({ job, worker: snapshot, qualification, metres }, { ...state.judgement, path: "direct" });
  if (code !== null) {
    decisions.exclusivesOver.push({ ...over, reason: code });
    decisions.exclusive.push(excludedReceipt(state, job, job.wave, { worker, code }));
    return;
  }
  const live = isLive(job.startsAt, state.policy, state.now);
  if (live && holds(state, worker, live)) return;
  hold(state, worker, live, true);
  const candidate = candidateOf(state, askingOf(state, job), { worker, metres: metres ?? 0, certifiedUntil: certifiedUntil(qualification) });
  const rank = { wave: job.wave, rank: 1, of: 1 };
  decisions.offers.push(offerOf(state, job, candidate, { ...rank, live, exclusive: true }));
  decisions.exclusive.push(offeredReceipt(state, job, candidate, rank));
}

/** Looks for candidates for every order whose wave has room, and assigns them all at once. */
function offerInWaves(state: RoundState, jobs: readonly Job[], decisions: Decisions): Decided {
  const openings = openingsOf(state, jobs);
  const chosen = chooseForCity(state, openings);
  for (const [index, opening] of openings.entries()) {
    const { job, wave } = opening;
    if (wave !== job.wave) decisions.waves.push({ orderId: job.orderId, orderVersion: job.version, to: wave });
    offerToChosen(state, opening, (column) => chosen[column] === index, decisions.offers);
  }
  return { exclusive: decisions.exclusive, openings, chosen };
}

/** The orders whose wave has room with their candidates, as the orders are listed. First all look around, then each judges whom it found. */
function openingsOf(state: RoundState, jobs: readonly Job[]): Opening[] {
  const { policy, now } = state;
  const searches: (Search & { readonly place: number; readonly room: number })[] = [];
  for (const place of byNeighbourhood(jobs)) {
    const job = jobs[place] as Job;
    const { wave, room } = roomOf(job, policy);
    if (room > 0 && !isHall(job.wave, policy)) searches.push({ ...searchFor(state, job, wave), place, room });
  }
  prepareRows(state, searches);
  const found = new Array<Opening | undefined>(jobs.length);
  for (const search of searches) {
    const { job } = search.asking;
    const candidates = candidatesOf(state, search);
    const room = candidates.wave === search.firstWave ? search.room : policy.dispatch.waveSize;
    found[search.place] = { job, live: isLive(job.startsAt, policy, now), room, ...candidates };
  }
  return found.filter((opening) => opening !== undefined);
}

/**
 * The places of orders in their list, neighbours of a category together: they look at the same workers, and judged in turn they
 * find them in the processor's cache. Nothing that is decided depends on it.
 */
function byNeighbourhood(jobs: readonly Job[]): number[] {
  const byCategory = new Map<string, number[]>();
  const bands = Int32Array.from(jobs, bandOf);
  const longitudes = Float64Array.from(jobs, ({ position }) => position?.lng ?? 0);
  for (const [place, { categoryId }] of jobs.entries()) {
    const list = byCategory.get(categoryId);
    if (list === undefined) byCategory.set(categoryId, [place]);
    else list.push(place);
  }
  const nearer = (a: number, b: number) => (bands[a] as number) - (bands[b] as number) || (longitudes[a] as number) - (longitudes[b] as number);
  return [...byCategory.values()].flatMap((places) => places.sort(nearer));
}

/** A band of a twentieth of a degree of latitude: about 5 km, the first wave's radius. */
function bandOf({ position }: Job): number {
  return position === null ? 0 : Math.floor(position.lat * 20);
}

/** Makes the offers of one order, best first. */
function offerToChosen(state: RoundState, opening: Opening, isChosen: (column: number) => boolean, offers: RoundOffer[]): void {
  const { job, wave, live, eligible } = opening;
  for (let pair = eligible.from; pair < eligible.to; pair += 1) {
    if (!isChosen(columnOf(state, state.pairs.worker[pair] as number, live))) continue;
    const rank = { wave, rank: pair - eligible.from + 1, of: eligible.to - eligible.from };
    offers.push(offerOf(state, job, pairAt(state.pairs, pair), { ...rank, live, exclusive: false }));
  }
}

interface OfferKind extends Rank {
  readonly live: boolean;
  readonly exclusive: boolean;
}

function offerOf(state: RoundState, job: Job, candidate: Candidate, { wave, rank, of, live, exclusive }: OfferKind): RoundOffer {
  const { policy, now, snapshot } = state;
  const worker = state.workers[candidate.worker] as WorkerSnapshot;
  const { medianRateFen } = snapshot.market;
  const median = Object.hasOwn(medianRateFen, job.categoryId) ? (medianRateFen[job.categoryId] ?? null) : null;
  return {
    orderId: job.orderId,
    orderVersion: job.version,
    round: job.round,
    wave,
    workerId: worker.id,
    calendarVersion: worker.calendarVersion,
    exclusive,
    live,
    parts: partsOf(state, candidate),
    score: candidate.score,
    rank,
    of,
    metres: candidate.metres,
    travelMinutes: travelMinutes(candidate.metres, worker.travelMode, policy),
    flags: flagsAt({ job, worker, metres: candidate.metres }, median, policy),
    expiresAt: Math.min(job.expiresAt, now + offerWindow({ live, exclusive }, policy)),
  };
}
