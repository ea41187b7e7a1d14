import type { WeeklyHours } from "@lingong/contracts";
import { type LocalDay, noonOf } from "../earnings/period.ts";

export interface DayHours {
  /** Minutes after local midnight. */
  readonly fromMinute: number;
  readonly toMinute: number;
}

const step = 30;

/** The hours of a week day (1 = Monday) as one span; null: a day off. */
export function hoursOf(hours: WeeklyHours, weekday: number): DayHours | null {
  const spans = hours.filter((one) => one.weekday === weekday);
  if (spans.length === 0) return null;
  return { fromMinute: Math.min(...spans.map(({ fromMinute }) => fromMinute)), toMinute: Math.max(...spans.map(({ toMinute }) => toMinute)) };
}

/** The week with other hours on one day; null: off. */
export function withDay(hours: WeeklyHours, weekday: number, day: DayHours | null): WeeklyHours {
  const others = hours.filter((one) => one.weekday !== weekday);
  return [...others, ...(day === null ? [] : [{ weekday, ...day }])].toSorted((a, b) => a.weekday - b.weekday || a.fromMinute - b.fromMinute);
}

/** Times of a day in half hours, `08:30`, for a list. */
export function timeChoices(from: number, to: number): { readonly value: string; readonly label: string }[] {
  const choices = [];
  for (let minute = Math.ceil(from / step) * step; minute <= to; minute += step) {
    const label = `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
    choices.push({ value: String(minute), label });
  }
  return choices;
}

const dayMs = 86_400_000;

/** A local day so many days later (or earlier). */
export function shiftedDay(day: LocalDay, by: number): LocalDay {
  return new Date(noonOf(day) + by * dayMs).toISOString().slice(0, 10);
}

/** The Monday of the week a local day lies in. */
export function mondayOf(day: LocalDay): LocalDay {
  return shiftedDay(day, -((new Date(noonOf(day)).getUTCDay() + 6) % 7));
}
