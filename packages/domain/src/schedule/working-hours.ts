import type { Instant, Interval } from "../kernel/instant.ts";
import { union } from "./intervals.ts";

/** A range of the wall clock, in minutes after midnight: `fromMinute` belongs to it, `toMinute` (at most 1440) does not. */
export interface WallRange {
  readonly fromMinute: number;
  readonly toMinute: number;
}

/** Usual working hours on a week day, 1 = Monday. */
export interface WeekdayRange extends WallRange {
  readonly weekday: number;
}

/** Other hours on one date (`2026-03-17`): these instead of the usual ones; none at all: a day off. */
export interface DayException {
  readonly day: string;
  readonly ranges: readonly WallRange[];
}

/** The hours a worker offers: the usual week, and the dates that differ from it. */
export interface OwnHours {
  readonly weekly: readonly WeekdayRange[];
  readonly exceptions: readonly DayException[];
}

/**
 * The instant at which the wall clock of a local day reaches a minute (0 to 1440). Where clocks go forward over it, the
 * instant they do so; where it comes twice, the first.
 */
export function instantAtWall(day: Temporal.PlainDate, minute: number, zone: string): Instant {
  if (minute >= 1_440) return day.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds;
  const plainTime = Temporal.PlainTime.from({ hour: Math.floor(minute / 60), minute: minute % 60 });
  const wanted = day.toPlainDateTime(plainTime);
  const found = wanted.toZonedDateTime(zone, { disambiguation: "compatible" });
  if (found.toPlainDateTime().equals(wanted)) return found.epochMilliseconds;
  // A moment later, or a jump to exactly this instant would not count as one before it.
  return found.add({ nanoseconds: 1 }).getTimeZoneTransition("previous")?.epochMilliseconds ?? found.epochMilliseconds;
}

/** A local date to be asked about often: what its wall clock shows is worked out once a minute of it. */
export interface LocalDay {
  /** `2026-03-17`. */
  readonly name: string;
  /** 1 = Monday. */
  readonly weekday: number;
  /** As `instantAtWall`. */
  readonly at: (minute: number) => Instant;
}

export function localDayOn(day: Temporal.PlainDate, zone: string): LocalDay {
  const known = new Map<number, Instant>();
  const at = (minute: number) => {
    const instant = known.get(minute) ?? instantAtWall(day, minute, zone);
    known.set(minute, instant);
    return instant;
  };
  return { name: day.toString(), weekday: day.dayOfWeek, at };
}

/** The local dates that `window` touches, in order. */
export function localDaysIn(window: Interval, zone: string): LocalDay[] {
  if (window.from >= window.to) return [];
  const days: LocalDay[] = [];
  const last = Temporal.Instant.fromEpochMilliseconds(window.to - 1)
    .toZonedDateTimeISO(zone)
    .toPlainDate();
  let day = Temporal.Instant.fromEpochMilliseconds(window.from).toZonedDateTimeISO(zone).toPlainDate();
  for (; Temporal.PlainDate.compare(day, last) <= 0; day = day.add({ days: 1 })) days.push(localDayOn(day, zone));
  return days;
}

/** Ranges of the wall clock on one local day, as instants: shorter or longer where clocks change within them. */
export function onDay(day: LocalDay, ranges: readonly WallRange[]): Interval[] {
  return union(ranges.map(({ fromMinute, toMinute }) => ({ from: day.at(fromMinute), to: day.at(toMinute) })));
}

/** The ranges of the usual week, and what is offered instead where the date differs (null: it does not). */
export function hoursOn(day: LocalDay, { weekly, exceptions }: OwnHours): { usual: readonly WallRange[]; instead: readonly WallRange[] | null } {
  return {
    usual: weekly.filter(({ weekday }) => weekday === day.weekday),
    instead: exceptions.find((exception) => exception.day === day.name)?.ranges ?? null,
  };
}
