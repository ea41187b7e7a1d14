import { type Interval, MINUTE } from "../kernel/instant.ts";
import type { Policy } from "../policy/policy.ts";
import { difference, durationOf, intersection, union } from "./intervals.ts";
import { hoursOn, type LocalDay, type OwnHours, onDay } from "./working-hours.ts";

/** What a worker's habit is read from, over one window of time. */
export interface ActivityRecord {
  readonly hours: OwnHours;
  readonly restBlocks: readonly Interval[];
  /** When the worker was online. */
  readonly online: readonly Interval[];
}

/** Whole minutes, peak hours counted double; `online` is never above `available`. */
export interface Activity {
  readonly online: number;
  readonly available: number;
}

/** A stretch of time with the local dates it touches (`localDaysIn`, of a longer stretch as well): they serve many workers. */
export interface Measured {
  readonly window: Interval;
  readonly days: readonly LocalDay[];
}

/** A worker's own time in a window: all of it, usual hours and those of other dates, and what of it was taken back. */
function ownTime({ window, days }: Measured, hours: OwnHours): { readonly all: Interval[]; readonly takenBack: Interval[] } {
  const [all, takenBack]: [Interval[], Interval[]] = [[], []];
  for (const day of days) {
    const { usual, instead } = hoursOn(day, hours);
    const own = onDay(day, usual);
    all.push(...own);
    if (instead === null) continue;
    const other = onDay(day, instead);
    all.push(...other);
    takenBack.push(...difference(own, other));
  }
  return { all: intersection(all, [window]), takenBack };
}

/**
 * The online share of a worker's own available time (§6, activity). Rest, and hours of the week given up on a date, are not
 * available time; yet minutes of them spent online count on both sides, so that resting never lowers the share, whenever
 * it is entered.
 */
export function activityOf({ hours, restBlocks, online }: ActivityRecord, measured: Measured, policy: Policy): Activity {
  const { all, takenBack } = ownTime(measured, hours);
  const peakRanges = policy.dispatch.peakHours.map(([from = 0, to = 0]) => ({ fromMinute: from * 60, toMinute: to * 60 }));
  const peaks = measured.days.flatMap((day) => onDay(day, peakRanges));
  const present = intersection(all, online);
  const released = difference(union(restBlocks, takenBack), present);
  const available = difference(all, released);
  const weighed = (ranges: readonly Interval[]) => Math.floor((durationOf(ranges) + durationOf(intersection(ranges, peaks))) / MINUTE);
  return { online: weighed(present), available: weighed(available) };
}

/**
 * Minutes a worker's income is spread over (§6, fairness): their own hours whether rested or not, since fewer hours would make
 * the same income look like more and resting would cost the fairness part.
 */
export function ownMinutes(measured: Measured, hours: OwnHours): number {
  return Math.floor(durationOf(ownTime(measured, hours).all) / MINUTE);
}
