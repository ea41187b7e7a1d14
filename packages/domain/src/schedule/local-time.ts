import { type Instant, type Interval, MINUTE } from "../kernel/instant.ts";
import type { Policy } from "../policy/policy.ts";

/** A local moment: the whole local day it lies in (23, 24 or 25 hours where clocks change) and the hour on the wall. */
export interface LocalMoment {
  readonly day: Interval;
  readonly hour: number;
}

/** Looks local moments up by instant and IANA zone. */
export type LocalTime = (instant: Instant, zone: string) => LocalMoment;

/** Every zone's offset is a multiple of a quarter hour, so all instants of one quarter share their local day and hour. */
const BUCKET = 15 * MINUTE;

/** The local day and hour of an instant, by the zone's own rules (DST included). Throws RangeError on an unknown zone. */
export function localMoment(instant: Instant, zone: string): LocalMoment {
  const local = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
  const from = local.startOfDay();
  const to = local.toPlainDate().add({ days: 1 }).toZonedDateTime(zone);
  return { day: { from: from.epochMilliseconds, to: to.epochMilliseconds }, hour: local.hour };
}

/** `localMoment` remembering what it was asked: a round asks the same few quarters thousands of times. */
export function rememberingLocalTime(): LocalTime {
  const zones = new Map<string, Map<number, LocalMoment>>();
  return (instant, zone) => {
    let known = zones.get(zone);
    if (known === undefined) {
      known = new Map();
      zones.set(zone, known);
    }
    const bucket = Math.floor(instant / BUCKET);
    let moment = known.get(bucket);
    if (moment === undefined) {
      moment = localMoment(instant, zone);
      known.set(bucket, moment);
    }
    return moment;
  };
}

/** The local day an instant lies in, from its first instant to the next day's. */
export function localDayOf(instant: Instant, zone: string): Interval {
  return localMoment(instant, zone).day;
}

/** Whether it is night on the wall: from 20:00 to 07:00 (§6, first visits at night). */
export function isNight(instant: Instant, zone: string, policy: Policy, localTime: LocalTime = localMoment): boolean {
  const { hour } = localTime(instant, zone);
  return hour >= policy.dispatch.nightFromHour || hour < policy.dispatch.nightToHour;
}

/** Whether it is a peak hour on the wall: 07–09 or 18–20 (§6, activity counts them double). */
export function isPeak(instant: Instant, zone: string, policy: Policy, localTime: LocalTime = localMoment): boolean {
  const { hour } = localTime(instant, zone);
  return policy.dispatch.peakHours.some(([from = 0, to = 0]) => hour >= from && hour < to);
}

/** An interval cut at local midnights, in order; each part lies in one local day. */
export function splitAtMidnight(interval: Interval, zone: string, localTime: LocalTime = localMoment): Interval[] {
  const parts: Interval[] = [];
  let from = interval.from;
  while (from < interval.to) {
    const to = Math.min(interval.to, localTime(from, zone).day.to);
    parts.push({ from, to });
    from = to;
  }
  return parts;
}
