import { DAY, type Instant } from "@lingong/domain";

/** Chinese days: the platform's books, rates and announcements all turn over at midnight in Shanghai, which has no summer time. */
const ahead = 8 * 60 * 60 * 1_000;

/** The local day of an instant, `2026-03-17`. */
export function dayOf(at: Instant): string {
  return new Date(at + ahead).toISOString().slice(0, 10);
}

/** The instant at which a local day begins. */
export function startOf(day: string): Instant {
  return Date.parse(`${day}T00:00:00Z`) - ahead;
}

/** The first local day that begins no earlier than an instant. */
export function firstDayFrom(at: Instant): string {
  const day = dayOf(at);
  return startOf(day) >= at ? day : dayOf(at + DAY);
}
