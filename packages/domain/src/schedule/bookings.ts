import type { CommittedInterval } from "../dispatch/snapshot.ts";
import { isPlausible, metresApart, minutesAtSpeed, RADIANS_PER_DEGREE } from "../geo/distance.ts";
import type { Position } from "../geo/position.ts";
import { type Interval, MINUTE } from "../kernel/instant.ts";
import type { Policy } from "../policy/policy.ts";

// The other quick answer about a worker's time (see clearance.ts): whether work certainly lies too near to something taken. In a busy
// city that is why most are excluded, and their calendars lie all over the memory.

/** The commitments of a round's workers, a few numbers each. A worker's are one stretch of cells. */
export interface Bookings {
  cells: Float64Array;
  /** How many cells are written. */
  end: number;
}

/** Where among a commitment's numbers each stands: its times, then its place as `TrigonometricPlace`. */
const field = { from: 0, to: 1, latitude: 2, cosine: 3, longitude: 4 } as const;
const bookingSize = 5;

/** What of a place a distance is worked out from: radians, their cosine, degrees. NaN where it is none. */
export interface TrigonometricPlace {
  readonly latitude: number;
  readonly cosine: number;
  readonly longitude: number;
}

const nowhere: TrigonometricPlace = { latitude: Number.NaN, cosine: Number.NaN, longitude: Number.NaN };

export function trigonometryOf(position: Position | null): TrigonometricPlace {
  if (!isPlausible(position)) return nowhere;
  const latitude = position.lat * RADIANS_PER_DEGREE;
  return { latitude, cosine: Math.cos(latitude), longitude: position.lng };
}

export function createBookings(): Bookings {
  return { cells: new Float64Array(1_024 * bookingSize), end: 0 };
}

/** Writes a worker's commitments at the end, but those for the orders named: an order does not stand in its own way. */
export function writeBookings(bookings: Bookings, commitments: readonly CommittedInterval[], orders: ReadonlySet<string>): void {
  for (const { orderId, from, to, position } of commitments) {
    if (orders.has(orderId)) continue;
    const cell = bookings.end;
    if (cell + bookingSize > bookings.cells.length) growBookings(bookings);
    const { latitude, cosine, longitude } = trigonometryOf(position);
    bookings.cells[cell + field.from] = from;
    bookings.cells[cell + field.to] = to;
    bookings.cells[cell + field.latitude] = latitude;
    bookings.cells[cell + field.cosine] = cosine;
    bookings.cells[cell + field.longitude] = longitude;
    bookings.end = cell + bookingSize;
  }
}

function growBookings(bookings: Bookings): void {
  const larger = new Float64Array(4 * bookings.cells.length);
  larger.set(bookings.cells);
  bookings.cells = larger;
}

/** The way from a place to the farthest booking from cell `from` to `to`, whole metres; NaN where one has no place that can be measured. */
export function metresOnward({ cells }: Bookings, from: number, to: number, place: TrigonometricPlace): number {
  let farthest = 0;
  for (let cell = from; cell < to; cell += bookingSize) farthest = Math.max(farthest, metresTo(cells, cell, place));
  return farthest;
}

/** Work at a place, and how fast whoever does it goes. */
export interface Visit extends Interval {
  readonly place: TrigonometricPlace;
  readonly kmPerHour: number;
}

/**
 * Whether one of the bookings from cell `from` to `to` certainly leaves no room for a visit, as `conflictWith` says: false says "look
 * at the calendar". A booking at no place is at NaN metres, and nothing is less than those.
 */
export function isTaken({ cells }: Bookings, from: number, to: number, visit: Visit, policy: Policy): boolean {
  const { bufferFixed, bufferAfterTravel } = policy.dispatch;
  for (let cell = from; cell < to; cell += bookingSize) {
    const gap = Math.max((cells[cell + field.from] as number) - visit.to, visit.from - (cells[cell + field.to] as number));
    if (gap < bufferFixed) return true;
    const way = minutesAtSpeed(metresTo(cells, cell, visit.place), visit.kmPerHour, policy) * MINUTE;
    if (gap < way + bufferAfterTravel) return true;
  }
  return false;
}

function metresTo(cells: Float64Array, cell: number, { latitude, cosine, longitude }: TrigonometricPlace): number {
  const north = latitude - (cells[cell + field.latitude] as number);
  return metresApart(north, cosine * (cells[cell + field.cosine] as number), longitude - (cells[cell + field.longitude] as number));
}
