import { DAY, type Duration, HOUR, type Instant, MINUTE, SECOND } from "@lingong/domain";

export const defaultZone = "Asia/Shanghai";

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Intl formatters are dear to make and alike for ever: one for each locale, zone and shape. */
export function dateTimeFormat(locale: string, zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale}|${zone}|${JSON.stringify(options)}`;
  const known = formatters.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(locale, { ...options, timeZone: zone });
  formatters.set(key, made);
  return made;
}

/** `14:00` on the 24-hour clock of a zone. */
export function clockTime(at: Instant, zone: string): string {
  return dateTimeFormat("en-GB", zone, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(at);
}

/** `13:36:20` on the 24-hour clock of a zone. */
export function clockTimeSeconds(at: Instant, zone: string): string {
  return dateTimeFormat("en-GB", zone, { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" }).format(at);
}

/** The instant at which the local day of `at` began, also on a day on which clocks change (by an hour or half of one). */
export function startOfLocalDay(at: Instant, zone: string): Instant {
  const guess = at - (at % SECOND) - wallTime(at, zone);
  const off = wallTime(guess, zone);
  // Off by a change of clocks: the guess shows a time shortly after midnight, or one shortly before it.
  return off > DAY / 2 ? guess + DAY - off : guess - off;
}

/** The time on the wall since 00:00. */
function wallTime(at: Instant, zone: string): Duration {
  const [hours = 0, minutes = 0, seconds = 0] = clockTimeSeconds(at, zone).split(":").map(Number);
  return hours * HOUR + minutes * MINUTE + seconds * SECOND;
}

/** The local calendar day as a count of days, so that two days can be subtracted: 0 is 1970-01-01. */
export function localDayNumber(at: Instant, zone: string): number {
  const parts = dateTimeFormat("en-CA", zone, { year: "numeric", month: "2-digit", day: "2-digit" }).formatToParts(at);
  const part = (type: "year" | "month" | "day") => Number(parts.find((one) => one.type === type)?.value ?? 0);
  return Math.round(Date.UTC(part("year"), part("month") - 1, part("day")) / DAY);
}

/** Digits of a countdown: `14:32`, `47:12:08`; at least zero. From a day on it is written in words by `Format.countdown`. */
export function countdownDigits(left: Duration): string {
  const seconds = Math.max(0, Math.ceil(left / SECOND));
  const hours = Math.floor((seconds * SECOND) / HOUR);
  const minutes = Math.floor(((seconds * SECOND) % HOUR) / MINUTE);
  const rest = seconds % 60;
  const two = (value: number) => String(value).padStart(2, "0");
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}
