import type { Instant } from "../kernel/instant.ts";
import { type PublishedYear, publishedYears } from "./working-days-data.ts";

/** The end of a span of working days, and the years it touched for which nothing is published: there only weekends were left out. */
export interface WorkingDaysEnd {
  readonly at: Instant;
  readonly unpublishedYears: readonly number[];
}

/** Whether a local day (`YYYY-MM-DD`) is worked; `published` says whether the State Council's calendar of its year is known. */
export function isWorkingDay(
  localDay: string,
  years: readonly PublishedYear[] = publishedYears,
): { readonly works: boolean; readonly published: boolean } {
  const date = Temporal.PlainDate.from(localDay);
  const year = years.find((candidate) => candidate.year === date.year);
  const isWeekend = date.dayOfWeek >= 6;
  if (year === undefined) return { works: !isWeekend, published: false };
  if (year.worked.includes(localDay)) return { works: true, published: true };
  const isOff = year.off.some((period) => localDay >= period.from && localDay <= period.to);
  return { works: !isWeekend && !isOff, published: true };
}

/**
 * When `count` working days after an event end: at 24:00 local of the `count`-th working day after the event's own local
 * day (§8). Make-up days count as worked; a year not yet published counts weekends alone, and says so.
 * @throws RangeError on a count below 1 or an unknown zone.
 */
export function endOfWorkingDays(count: number, after: Instant, zone: string, years: readonly PublishedYear[] = publishedYears): WorkingDaysEnd {
  if (!Number.isSafeInteger(count) || count < 1) throw new RangeError("working days are counted from 1");
  const unpublished = new Set<number>();
  let date = Temporal.Instant.fromEpochMilliseconds(after).toZonedDateTimeISO(zone).toPlainDate();
  let counted = 0;
  while (counted < count) {
    date = date.add({ days: 1 });
    const { works, published } = isWorkingDay(date.toString(), years);
    if (!published) unpublished.add(date.year);
    if (works) counted += 1;
  }
  const at = date.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds;
  return { at, unpublishedYears: [...unpublished] };
}

/** `endOfWorkingDays` as an instant alone. */
export function endOfWorkingDay(count: number, after: Instant, zone: string, years: readonly PublishedYear[] = publishedYears): Instant {
  return endOfWorkingDays(count, after, zone, years).at;
}
