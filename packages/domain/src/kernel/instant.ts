/** A point in time: integer milliseconds since 1970-01-01T00:00Z. The domain never reads a clock; every instant is an argument. */
export type Instant = number;

/** A span of time in integer milliseconds. */
export type Duration = number;

export const SECOND: Duration = 1_000;
export const MINUTE: Duration = 60 * SECOND;
export const HOUR: Duration = 60 * MINUTE;
export const DAY: Duration = 24 * HOUR;

/** A half-open range of time: `from` belongs to it, `to` does not. */
export interface Interval {
  readonly from: Instant;
  readonly to: Instant;
}

/** Whether two half-open ranges share an instant. */
export function overlaps(a: Interval, b: Interval): boolean {
  return a.from < b.to && b.from < a.to;
}

/** Rounds an instant up to the next multiple of `step` (milliseconds) since the epoch. */
export function roundUpTo(instant: Instant, step: Duration): Instant {
  return Math.ceil(instant / step) * step;
}
