import type { Policy } from "../policy/policy.ts";
import { type Bookings, createBookings, writeBookings } from "../schedule/bookings.ts";
import { clearanceSize, writeClearance } from "../schedule/clearance.ts";
import { checksOfWorker } from "./eligibility.ts";
import type { Judgement } from "./judgement.ts";
import { activityPart, fairnessPart, type IncomeMarket, profilePart, responsePart, standingPart } from "./score.ts";
import type { WorkerSnapshot } from "./snapshot.ts";
import { type TagBits, writeTags } from "./tag-bits.ts";

/**
 * What a round asks of a worker pair after pair: a row of whole numbers each, by the worker's place in its list, so that one reach
 * into memory brings all of it. A row is worked out when its worker is first considered: not everybody is near a waiting order.
 */
export interface WorkerTable {
  readonly cells: Int32Array;
  /** How long a row is: the fields below, then the worker's tags that orders ask for, as bits. */
  readonly stride: number;
  /** What of a worker's calendar `isClear` asks, `clearanceSize` numbers each. */
  readonly clearances: Float64Array;
  /** What of it `isTaken` asks. */
  readonly bookings: Bookings;
  /** The standing itself: what a receipt tells of it is told of many. */
  readonly standings: Float64Array;
}

/** Where in a row a number stands. */
export const field = {
  /** 1: the row is worked out. */
  known: 0,
  /** Which checks may exclude the worker: see `checksOfWorker`. */
  checks: 1,
  /** How far they go, whole metres; −1: the check itself must say. */
  radius: 2,
  standing: 3,
  activity: 4,
  response: 5,
  profile: 6,
  fairness: 7,
  /** The five parts above together. */
  ownTotal: 8,
  /** 1: has worked for somebody before, so that `history` is worth asking for. */
  hasHistory: 9,
  tagsOnProfile: 10,
  tags: 11,
} as const;

/** A metre more than half around the earth: nothing is farther. */
const everywhere = 20_015_115;

export function workerTable(workers: number, { words }: TagBits): WorkerTable {
  const stride = field.tags + words;
  return {
    cells: new Int32Array(workers * stride),
    stride,
    clearances: new Float64Array(workers * clearanceSize),
    bookings: createBookings(workers),
    standings: new Float64Array(workers),
  };
}

/** Under what a worker's row is worked out. */
export interface RowContext {
  readonly tags: TagBits;
  /** The ids of the orders that are judged. */
  readonly orders: ReadonlySet<string>;
  readonly market: IncomeMarket;
  readonly policy: Policy;
  readonly judgement: Judgement;
}

/** Works out the row of the worker at a place. */
export function fillRow(table: WorkerTable, place: number, worker: WorkerSnapshot, { tags, orders, market, policy, judgement }: RowContext): void {
  const { cells, stride } = table;
  const row = place * stride;
  const standing = standingPart(worker, policy);
  const activity = activityPart(worker, policy);
  const response = responsePart(worker, policy);
  const profile = profilePart(worker, policy);
  const fairness = fairnessPart(worker, market, policy);
  cells[row + field.known] = 1;
  cells[row + field.checks] = checksOfWorker(worker, judgement);
  cells[row + field.radius] = wholeMetres(worker.radiusKm);
  cells[row + field.standing] = standing;
  cells[row + field.activity] = activity;
  cells[row + field.response] = response;
  cells[row + field.profile] = profile;
  cells[row + field.fairness] = fairness;
  cells[row + field.ownTotal] = standing + activity + response + profile + fairness;
  cells[row + field.hasHistory] = isEmpty(worker.together) ? 0 : 1;
  writeClearance(table.clearances, place * clearanceSize, worker, policy, judgement.now);
  writeBookings(table.bookings, place, worker.commitments, orders);
  table.standings[place] = worker.standing;
  cells[row + field.tagsOnProfile] = writeTags(tags, worker.tags, cells, row + field.tags);
}

/** A radius in metres, rounded down: a distance is whole metres. −1 where it is no distance at all. */
function wholeMetres(radiusKm: number): number {
  return radiusKm >= 0 ? Math.floor(Math.min(everywhere, radiusKm * 1_000)) : -1;
}

function isEmpty(record: Readonly<Record<string, unknown>>): boolean {
  for (const _key in record) return false;
  return true;
}
