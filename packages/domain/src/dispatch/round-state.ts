import type { CategoryId } from "../catalog/category.ts";
import { type SpatialIndex, spatialIndex } from "../geo/spatial-index.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Policy } from "../policy/policy.ts";
import { type LocalTime, rememberingLocalTime } from "../schedule/local-time.ts";
import { createPairTable, type PairTable } from "./pair-table.ts";
import type { RoundSnapshot } from "./round-types.ts";
import { activityPart, fairnessPart, profilePart, responsePart, type ScoreParts, standingPart } from "./score.ts";
import type { Qualification, WorkerSnapshot } from "./snapshot.ts";

/** The parts of a score that do not depend on the order. */
export type OwnParts = Pick<ScoreParts, "standing" | "activity" | "response" | "profile" | "fairness">;

/** What a round works on: workers by id, so that an index is a rank among equals, and what is asked of them many times. */
export interface RoundState {
  readonly snapshot: RoundSnapshot;
  readonly policy: Policy;
  readonly now: Instant;
  readonly workers: readonly WorkerSnapshot[];
  readonly qualified: ReadonlyMap<CategoryId, Qualified>;
  /** Worked out for whom a pair is judged of: most of a city is not near any order. See `ownTotalOf`. */
  readonly ownParts: OwnParts[];
  readonly ownTotal: Int32Array;
  /** 1 for each worker who is looking at an open offer of that kind, or is given an exclusive one by this round. */
  readonly holdsLive: Uint8Array;
  readonly holdsFuture: Uint8Array;
  readonly localTime: LocalTime;
  /** The eligible pairs found so far. */
  readonly pairs: PairTable;
}

/** A worker (by index) with a qualification. */
export interface Holder {
  readonly worker: number;
  readonly qualification: Qualification;
}

/** Who is qualified for a category, and where they are; the index of places answers with indices of `holders`. */
export interface Qualified {
  readonly holders: readonly Holder[];
  readonly places: SpatialIndex;
}

const UNKNOWN = -1;

/** Compares ids by code unit: the same on every machine, whatever its locale. */
export function byId(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function openRound(snapshot: RoundSnapshot, policy: Policy, now: Instant): RoundState {
  const workers = [...snapshot.workers].sort((a, b) => byId(a.id, b.id));
  const state: RoundState = {
    snapshot,
    policy,
    now,
    workers,
    qualified: qualifiedByCategory(workers, new Set(snapshot.jobs.map(({ categoryId }) => categoryId))),
    ownParts: new Array<OwnParts>(workers.length),
    ownTotal: new Int32Array(workers.length).fill(UNKNOWN),
    holdsLive: new Uint8Array(workers.length),
    holdsFuture: new Uint8Array(workers.length),
    localTime: rememberingLocalTime(),
    pairs: createPairTable(),
  };
  for (const { workerId, live, exclusive } of snapshot.openOffers) {
    const index = indexOfWorker(state, workerId);
    if (index !== undefined) hold(state, index, live, exclusive);
  }
  return state;
}

/** Where a worker stands in the round's list, which is sorted by id. */
export function indexOfWorker({ workers }: RoundState, id: string): number | undefined {
  let from = 0;
  let to = workers.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (byId((workers[middle] as WorkerSnapshot).id, id) < 0) from = middle + 1;
    else to = middle;
  }
  return workers[from]?.id === id ? from : undefined;
}

/** The points a worker has whatever the order; their parts are known from then on. */
export function ownTotalOf(state: RoundState, worker: number): number {
  const { ownParts, ownTotal, snapshot, policy } = state;
  const known = ownTotal[worker] as number;
  if (known !== UNKNOWN) return known;
  const parts = ownPartsOf(state.workers[worker] as WorkerSnapshot, snapshot, policy);
  const total = parts.standing + parts.activity + parts.response + parts.profile + parts.fairness;
  ownParts[worker] = parts;
  ownTotal[worker] = total;
  return total;
}

/** Marks a worker as looking at an offer. A future exclusive one lives for hours and keeps nobody from anything else. */
export function hold(state: RoundState, worker: number, live: boolean, exclusive: boolean): void {
  if (live) state.holdsLive[worker] = 1;
  else if (!exclusive) state.holdsFuture[worker] = 1;
}

export function holds(state: RoundState, worker: number, live: boolean): boolean {
  return (live ? state.holdsLive : state.holdsFuture)[worker] === 1;
}

function ownPartsOf(worker: WorkerSnapshot, { market }: RoundSnapshot, policy: Policy): OwnParts {
  return {
    standing: standingPart(worker, policy),
    activity: activityPart(worker, policy),
    response: responsePart(worker, policy),
    profile: profilePart(worker, policy),
    fairness: fairnessPart(worker, market, policy),
  };
}

function qualifiedByCategory(workers: readonly WorkerSnapshot[], wanted: ReadonlySet<CategoryId>): Map<CategoryId, Qualified> {
  const lists = new Map<CategoryId, Holder[]>();
  for (const [worker, { qualifications }] of workers.entries()) {
    for (const qualification of qualifications) {
      if (!wanted.has(qualification.categoryId)) continue;
      const holder = { worker, qualification };
      const list = lists.get(qualification.categoryId);
      if (list === undefined) lists.set(qualification.categoryId, [holder]);
      // A category listed twice counts by its first entry, as everywhere.
      else if (list.at(-1)?.worker !== worker) list.push(holder);
    }
  }
  const qualified = new Map<CategoryId, Qualified>();
  for (const [category, holders] of lists) {
    qualified.set(category, { holders, places: spatialIndex(holders.map(({ worker }) => workers[worker]?.position ?? null)) });
  }
  return qualified;
}
