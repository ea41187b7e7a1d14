import type { CategoryId } from "../catalog/category.ts";
import { type SpatialIndex, spatialIndex } from "../geo/spatial-index.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Policy } from "../policy/policy.ts";
import { rememberingLocalTime } from "../schedule/local-time.ts";
import { createExclusionTable, type ExclusionTable } from "./exclusion-table.ts";
import { createFoundTable, type FoundTable } from "./found-table.ts";
import type { Judgement } from "./judgement.ts";
import { certifiedUntil } from "./pair-facts.ts";
import { createPairNotes, type PairNotes } from "./pair-notes.ts";
import { createPairTable, type PairTable } from "./pair-table.ts";
import type { RoundSnapshot } from "./round-types.ts";
import type { Job, Qualification, WorkerSnapshot } from "./snapshot.ts";
import { type TagBits, tagBitsOf } from "./tag-bits.ts";
import { field, fillRow, type RowContext, type WorkerTable, workerTable } from "./worker-table.ts";

/** What a round works on: workers by id, so that an index is a rank among equals, and what is asked of them many times. */
export interface RoundState {
  readonly snapshot: RoundSnapshot;
  readonly policy: Policy;
  readonly now: Instant;
  /** Under what the pairs of a wave are judged. */
  readonly judgement: Judgement;
  readonly workers: readonly WorkerSnapshot[];
  readonly ids: readonly string[];
  readonly tags: TagBits;
  /** See `rowOf`. */
  readonly table: WorkerTable;
  readonly rowContext: RowContext;
  readonly qualified: ReadonlyMap<CategoryId, Qualified>;
  /** 1 for each worker who is looking at an open offer of that kind, or is given an exclusive one by this round. */
  readonly holdsLive: Uint8Array;
  readonly holdsFuture: Uint8Array;
  /** Who is near which order; of these pairs the eligible ones so far, and the excluded ones. */
  readonly found: FoundTable;
  readonly pairs: PairTable;
  readonly notes: PairNotes;
  readonly excluded: ExclusionTable;
}

/** Who is qualified for a category: worker, qualification and until when it is certified, side by side; the index of places answers with indices of these. */
export interface Qualified {
  readonly workers: readonly number[];
  readonly qualifications: readonly Qualification[];
  readonly certifiedUntil: readonly Instant[];
  readonly places: SpatialIndex;
}

/** Compares ids by code unit: the same on every machine, whatever its locale. */
export function byId(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function openRound(snapshot: RoundSnapshot, policy: Policy, now: Instant): RoundState {
  const workers = [...snapshot.workers].sort((a, b) => byId(a.id, b.id));
  const tags = tagBitsOf(snapshot.jobs);
  const judgement: Judgement = { policy, now, path: "wave", localTime: rememberingLocalTime(), cityId: cityOf(snapshot.jobs) };
  const state: RoundState = {
    snapshot,
    policy,
    now,
    judgement,
    workers,
    ids: workers.map(({ id }) => id),
    tags,
    table: workerTable(workers.length, tags),
    rowContext: { tags, orders: new Set(snapshot.jobs.map(({ orderId }) => orderId)), market: snapshot.market, policy, judgement },
    qualified: qualifiedByCategory(workers, new Set(snapshot.jobs.map(({ categoryId }) => categoryId))),
    holdsLive: new Uint8Array(workers.length),
    holdsFuture: new Uint8Array(workers.length),
    found: createFoundTable(),
    pairs: createPairTable(),
    notes: createPairNotes(),
    excluded: createExclusionTable(),
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

/** Who is qualified for a category that an order of the round is in. */
export function qualifiedFor({ qualified }: RoundState, category: CategoryId): Qualified {
  const found = qualified.get(category);
  if (found === undefined) throw new RangeError(`no order of the round is in ${category}`);
  return found;
}

/** Where a worker's row of the table begins; worked out if it was not yet. */
export function rowOf({ table, workers, rowContext }: RoundState, worker: number): number {
  const row = worker * table.stride;
  if (table.cells[row + field.known] === 0) fillRow(table, worker, workers[worker] as WorkerSnapshot, rowContext);
  return row;
}

/** Marks a worker as looking at an offer. A future exclusive one lives for hours and keeps nobody from anything else. */
export function hold(state: RoundState, worker: number, live: boolean, exclusive: boolean): void {
  if (live) state.holdsLive[worker] = 1;
  else if (!exclusive) state.holdsFuture[worker] = 1;
}

export function holds(state: RoundState, worker: number, live: boolean): boolean {
  return (live ? state.holdsLive : state.holdsFuture)[worker] === 1;
}

/** The city all orders are in; null: there are several. */
function cityOf(jobs: readonly Job[]): string | null {
  const [first] = jobs;
  return first !== undefined && jobs.every(({ cityId }) => cityId === first.cityId) ? first.cityId : null;
}

interface Holders {
  readonly workers: number[];
  readonly qualifications: Qualification[];
}

function qualifiedByCategory(workers: readonly WorkerSnapshot[], wanted: ReadonlySet<CategoryId>): Map<CategoryId, Qualified> {
  const lists = new Map<CategoryId, Holders>();
  for (const category of wanted) lists.set(category, { workers: [], qualifications: [] });
  for (const [worker, { qualifications }] of workers.entries()) {
    for (const qualification of qualifications) {
      const list = lists.get(qualification.categoryId);
      // A category listed twice counts by its first entry, as everywhere.
      if (list === undefined || list.workers.at(-1) === worker) continue;
      list.workers.push(worker);
      list.qualifications.push(qualification);
    }
  }
  const qualified = new Map<CategoryId, Qualified>();
  for (const [category, list] of lists) {
    const places = spatialIndex(list.workers.map((worker) => workers[worker]?.position ?? null));
    qualified.set(category, { ...list, certifiedUntil: list.qualifications.map(certifiedUntil), places });
  }
  return qualified;
}
