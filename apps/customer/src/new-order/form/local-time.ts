import { DAY, type Instant, MINUTE } from "@lingong/domain";

/** A calendar day in a city's zone. */
export interface LocalDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function partsIn(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat("en-CA", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  });
  formatters.set(zone, made);
  return made;
}

/** What the clock on the wall shows, as if it were UTC: whole minutes. */
function wallClock(at: Instant, zone: string): number {
  const values = new Map(
    partsIn(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const of = (type: Intl.DateTimeFormatPartTypes) => values.get(type) ?? 0;
  return Date.UTC(of("year"), of("month") - 1, of("day"), of("hour"), of("minute"));
}

/** The instant at which the clock of a zone shows a day and minute. Intl alone: not every phone has Temporal. */
export function instantOf({ year, month, day }: LocalDay, minuteOfDay: number, zone: string): Instant {
  const wanted = Date.UTC(year, month - 1, day) + minuteOfDay * MINUTE;
  const guess = wanted - (wallClock(wanted, zone) - wanted);
  return guess - (wallClock(guess, zone) - wanted);
}

export function localDayOf(at: Instant, zone: string): LocalDay {
  const local = new Date(wallClock(at, zone));
  return { year: local.getUTCFullYear(), month: local.getUTCMonth() + 1, day: local.getUTCDate() };
}

/** Minutes since local midnight. */
export function minuteOfDay(at: Instant, zone: string): number {
  const local = new Date(wallClock(at, zone));
  return local.getUTCHours() * 60 + local.getUTCMinutes();
}

export function addDays({ year, month, day }: LocalDay, days: number): LocalDay {
  const moved = new Date(Date.UTC(year, month - 1, day) + days * DAY);
  return { year: moved.getUTCFullYear(), month: moved.getUTCMonth() + 1, day: moved.getUTCDate() };
}

/** `2026-03-17`: a key, and what Mantine's calendar speaks. */
export function dayKey({ year, month, day }: LocalDay): string {
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** @returns null for what is no day. */
export function dayFromKey(key: string): LocalDay | null {
  const [year, month, day] = key.split("-").map(Number);
  if (year === undefined || month === undefined || day === undefined || Number.isNaN(year + month + day)) return null;
  return { year, month, day };
}
