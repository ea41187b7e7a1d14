import type { WorkerSnapshot } from "../dispatch/snapshot.ts";
import { distanceMetres, isPlausible, minutesAtSpeed } from "../geo/distance.ts";
import { type Instant, type Interval, MINUTE } from "../kernel/instant.ts";
import type { Policy } from "../policy/policy.ts";
import { workingStartAt } from "./calendar.ts";

// A quick answer for most: whether work certainly breaks none of the guards of a worker's time. A city asks this hundreds of
// thousands of times a round, of calendars that mostly hold one or two things far enough away.

/** Where in a worker's numbers each stands. What has begun lies behind, everything else ahead; rest blocks count as both do. */
const field = {
  /** Behind: the first beginning and the last end. */
  behindFrom: 0,
  behindTo: 1,
  /** Ahead: the first beginning and the last one. */
  aheadFrom: 2,
  aheadLast: 3,
  /** All commitments together, milliseconds. */
  length: 4,
  /** The farthest commitment, whole metres from where the worker is. */
  farMetres: 5,
  speedKmPerHour: 6,
} as const;

/** How many numbers a worker has. */
export const clearanceSize = 7;

/** Two distances rounded to whole metres may together be so much shorter than the way round. */
const roundingMetres = 2;

/** Writes down, from a cell on, what `isClear` needs of a worker at `now`. */
export function writeClearance(cells: Float64Array, from: number, worker: WorkerSnapshot, policy: Policy, now: Instant): void {
  cells[from + field.behindFrom] = Number.POSITIVE_INFINITY;
  cells[from + field.behindTo] = Number.NEGATIVE_INFINITY;
  cells[from + field.aheadFrom] = Number.POSITIVE_INFINITY;
  cells[from + field.aheadLast] = Number.NEGATIVE_INFINITY;
  for (const block of worker.restBlocks) include(cells, from, block, now);
  let length = 0;
  let farMetres = 0;
  for (const commitment of worker.commitments) {
    include(cells, from, commitment, now);
    length += commitment.to - commitment.from;
    if (!isPlausible(commitment.position)) continue;
    const away = isPlausible(worker.position) ? distanceMetres(worker.position, commitment.position) : Number.POSITIVE_INFINITY;
    farMetres = Math.max(farMetres, away);
  }
  cells[from + field.length] = length;
  cells[from + field.farMetres] = farMetres;
  cells[from + field.speedKmPerHour] = policy.dispatch.speedKmPerHour[worker.travelMode];
}

/** How fast a worker goes, of the numbers written down from a cell on. */
export function speedOf(cells: Float64Array, from: number): number {
  return cells[from + field.speedKmPerHour] as number;
}

function include(cells: Float64Array, row: number, { from, to }: Interval, now: Instant): void {
  const isBehind = from < now;
  const [first, last, end] = isBehind ? [field.behindFrom, field.behindTo, to] : [field.aheadFrom, field.aheadLast, from];
  cells[row + first] = Math.min(cells[row + first] as number, from);
  cells[row + last] = Math.max(cells[row + last] as number, end);
}

/** Work as it is asked about: when, how long, and on which local day `now` lies. */
export interface WorkAsked {
  readonly startsAt: Instant | null;
  readonly bookedMinutes: number;
  readonly today: Interval;
}

/**
 * Whether a worker `metres` away certainly has time for work: false says "look at the calendar". Enough room on both sides for the
 * buffer and for a rest, the way to any commitment being no longer than over where the worker is; nights between days; and no
 * more than a day's work in all.
 */
export function isClear(
  cells: Float64Array,
  row: number,
  { startsAt, bookedMinutes, today }: WorkAsked,
  metres: number,
  { policy, now }: { readonly policy: Policy; readonly now: Instant },
): boolean {
  const { bufferFixed, bufferRemote, bufferAfterTravel, restAfterContinuous, restBetweenDays, dailyMost } = policy.dispatch;
  const speed = cells[row + field.speedKmPerHour] as number;
  const from = workingStartAt(startsAt, minutesAtSpeed(metres, speed, policy), policy, now);
  const length = bookedMinutes * MINUTE;
  const before = from - (cells[row + field.behindTo] as number);
  const after = (cells[row + field.aheadFrom] as number) - from - length;
  const way = minutesAtSpeed(metres + (cells[row + field.farMetres] as number) + roundingMetres, speed, policy) * MINUTE;
  const room = Math.max(bufferFixed, bufferRemote, way + bufferAfterTravel, way + restAfterContinuous);
  // Asked this way round, a number that is none is not clear.
  if (!(before >= room && after >= room)) return false;
  if (!(length + (cells[row + field.length] as number) <= dailyMost)) return false;
  const isToday = from >= today.from && from < today.to;
  const sameDayBefore = isToday && (cells[row + field.behindFrom] as number) >= today.from;
  const sameDayAfter = isToday && (cells[row + field.aheadLast] as number) < today.to;
  return (before >= restBetweenDays || sameDayBefore) && (after >= restBetweenDays || sameDayAfter);
}
