import { defaultPolicy, type Instant } from "@lingong/domain";
import { addDays, instantOf, type LocalDay, localDayOf, minuteOfDay } from "./local-time.ts";

export interface Slot {
  readonly at: Instant;
  /** Peak hours are asked for most; at night the first visit needs a worker who agreed to it (§6). */
  readonly flag: "peak" | "night" | null;
}

const { scheduledAhead, aheadAtMost } = defaultPolicy.lifecycle;
const { nightFromHour, nightToHour, peakHours } = defaultPolicy.dispatch;
const stepMinutes = 30;

/** The next days one can choose from at a glance. */
export function nearDays(now: Instant, zone: string, count: number): LocalDay[] {
  const first = localDayOf(now + scheduledAhead, zone);
  return Array.from({ length: count }, (_, index) => addDays(first, index));
}

/** First and last instant a scheduled start may have. */
export function startWindow(now: Instant): { readonly earliest: Instant; readonly latest: Instant } {
  return { earliest: now + scheduledAhead, latest: now + aheadAtMost };
}

export function flagOf(at: Instant, zone: string): Slot["flag"] {
  const hour = Math.floor(minuteOfDay(at, zone) / 60);
  if (hour >= nightFromHour || hour < nightToHour) return "night";
  return peakHours.some(([from = 0, to = 0]) => hour >= from && hour < to) ? "peak" : null;
}

/** The parts of a day one chooses from, by the hour on the wall. */
export const dayParts = { morning: [7, 12], afternoon: [12, 18], evening: [18, 22] } as const;
export type DayPart = keyof typeof dayParts;

export function dayPartOf(at: Instant, zone: string): DayPart {
  const hour = Math.floor(minuteOfDay(at, zone) / 60);
  if (hour < dayParts.morning[1]) return "morning";
  return hour < dayParts.afternoon[1] ? "afternoon" : "evening";
}

/** The half hours of a day (or a part of it) at which work may begin: none that is too near or too far. */
export function slotsOf(day: LocalDay, now: Instant, zone: string, part?: DayPart): Slot[] {
  const [fromHour, toHour] = part === undefined ? [dayParts.morning[0], dayParts.evening[1]] : dayParts[part];
  const { earliest, latest } = startWindow(now);
  const slots: Slot[] = [];
  for (let minute = fromHour * 60; minute < toHour * 60; minute += stepMinutes) {
    const at = instantOf(day, minute, zone);
    if (at >= earliest && at <= latest) slots.push({ at, flag: flagOf(at, zone) });
  }
  return slots;
}

/** The choice of durations around a suggestion: multiples of the booking step, none below the minimum. */
export function durationChoices(minimum: number, suggested: number): number[] {
  const choices = new Set([minimum, 120, 180, 240, suggested].filter((minutes) => minutes >= minimum));
  return [...choices].sort((a, b) => a - b).slice(0, 5);
}

/** One booking step up or down, within the bounds. */
export function stepMinutesBy(minutes: number, steps: number, bounds: { readonly least: number; readonly most: number }): number {
  const step = defaultPolicy.lifecycle.bookingStepMinutes;
  return Math.min(bounds.most, Math.max(bounds.least, minutes + steps * step));
}
