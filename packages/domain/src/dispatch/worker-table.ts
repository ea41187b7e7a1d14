import type { Policy } from "../policy/policy.ts";
import { type Bookings, createBookings, writeBookings } from "../schedule/bookings.ts";
import { clearanceSize, writeClearance } from "../schedule/clearance.ts";
import { checksOfWorker } from "./eligibility.ts";
import type { Judgement } from "./judgement.ts";
import { activityPart, fairnessPart, type IncomeMarket, profilePart, responsePart, standingPart } from "./score.ts";
import type { WorkerSnapshot } from "./snapshot.ts";
import { type TagBits, writeTags } from "./tag-bits.ts";

/**
 * What a round asks of a worker pair after pair: rows of numbers, by the worker's place in its list, so that one reach into memory brings
 * what is asked together. They are worked out when the worker is first considered: not everybody is near a waiting order.
 */
export interface WorkerTable {
  /** Whole numbers: see `field`. */
  readonly cells: Int32Array;
  /** How long a row of them is: the fields, then the worker's tags that orders ask for, as bits. */
  readonly stride: number;
  /** `calendarSize` others each: what of the calendar `isClear` asks, and the standing itself. */
  readonly numbers: Float64Array;
  readonly bookings: Bookings;
}

export const calendarSize = clearanceSize + 1;

/** Where in a row a whole number stands. */
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
  /** The worker's stretch of the bookings. */
  bookingsFrom: 10,
  bookingsTo: 11,
  tagsOnProfile: 12,
  tags: 13,
} as const;

/** A metre more than half around the earth: nothing is farther. */
const everywhere = 20_015_115;

export function workerTable(workers: number, { words }: TagBits): WorkerTable {
  const stride = field.tags + words;
  return { cells: new Int32Array(workers * stride), stride, numbers: new Float64Array(workers * calendarSize), bookings: createBookings() };
}

/** The standing of the worker at a place, as it is told. */
export function standingOf({ numbers }: WorkerTable, worker: number): number {
  return numbers[worker * calendarSize + clearanceSize] as number;
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
  const { cells, numbers, stride, bookings } = table;
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
  writeClearance(numbers, place * calendarSize, worker, policy, judgement.now);
  numbers[place * calendarSize + clearanceSize] = worker.standing;
  cells[row + field.bookingsFrom] = bookings.end;
  writeBookings(bookings, worker.commitments, orders);
  cells[row + field.bookingsTo] = bookings.end;
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
