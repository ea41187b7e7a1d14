import type { WorkerSnapshot } from "../dispatch/snapshot.ts";
import { minutesAtSpeed } from "../geo/distance.ts";
import { type Duration, type Instant, type Interval, MINUTE } from "../kernel/instant.ts";
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
  speedKmPerHour: 5,
  /** The rest to be kept from any commitment, milliseconds: see `restKept`. */
  rest: 6,
} as const;

/** How many numbers a worker has. */
export const clearanceSize = 7;

/** Writes down, from a cell on, what `isClear` needs of a worker at `now`. */
export function writeClearance(cells: Float64Array, from: number, worker: WorkerSnapshot, policy: Policy, now: Instant): void {
  cells[from + field.behindFrom] = Number.POSITIVE_INFINITY;
  cells[from + field.behindTo] = Number.NEGATIVE_INFINITY;
  cells[from + field.aheadFrom] = Number.POSITIVE_INFINITY;
  cells[from + field.aheadLast] = Number.NEGATIVE_INFINITY;
  for (const block of worker.restBlocks) include(cells, from, block, now);
  let length = 0;
  for (const commitment of worker.commitments) {
    include(cells, from, commitment, now);
    length += commitment.to - commitment.from;
  }
  cells[from + field.length] = length;
  cells[from + field.rest] = worker.commitments.length > 1 ? policy.dispatch.restAfterContinuous : restKept(length, policy);
  cells[from + field.speedKmPerHour] = policy.dispatch.speedKmPerHour[worker.travelMode];
}

/**
 * The rest that two pieces of work need between them, the longer being so long: without one of more than four hours they are no run
 * after which anybody must rest. With three or more the gaps count too.
 */
function restKept(longer: Duration, { dispatch: { continuousWorkMost, restAfterContinuous } }: Policy): Duration {
  return longer <= continuousWorkMost ? 0 : restAfterContinuous;
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

/** The ways of somebody who might do it, whole metres: to the work, and on to their commitment farthest from it (0: none at a place). */
export interface Ways {
  readonly metres: number;
  readonly onward: number;
}

/**
 * Whether a worker certainly has time for work: false says "look at the calendar". Enough room on both sides for the buffer and for a
 * rest, the way to any commitment being no longer than the farthest; nights between days; and no more than a day's work in all.
 */
export function isClear(
  cells: Float64Array,
  row: number,
  { startsAt, bookedMinutes, today }: WorkAsked,
  { metres, onward }: Ways,
  { policy, now }: { readonly policy: Policy; readonly now: Instant },
): boolean {
  const { bufferFixed, bufferRemote, bufferAfterTravel, restBetweenDays, dailyMost } = policy.dispatch;
  const speed = speedOf(cells, row);
  const from = workingStartAt(startsAt, minutesAtSpeed(metres, speed, policy), policy, now);
  const length = bookedMinutes * MINUTE;
  const before = from - (cells[row + field.behindTo] as number);
  const after = (cells[row + field.aheadFrom] as number) - from - length;
  const way = minutesAtSpeed(onward, speed, policy) * MINUTE;
  const rest = Math.max(cells[row + field.rest] as number, restKept(length, policy));
  const room = Math.max(bufferFixed, bufferRemote, way + bufferAfterTravel, way + rest);
  // Asked this way round, a number that is none is not clear.
  if (!(before >= room && after >= room)) return false;
  if (!(length + (cells[row + field.length] as number) <= dailyMost)) return false;
  const isToday = from >= today.from && from < today.to;
  const sameDayBefore = isToday && (cells[row + field.behindFrom] as number) >= today.from;
  const sameDayAfter = isToday && (cells[row + field.aheadLast] as number) < today.to;
  return (before >= restBetweenDays || sameDayBefore) && (after >= restBetweenDays || sameDayAfter);
}
