export type Period = "day" | "week" | "month";

/** A local calendar day, `2026-03-17`. */
export type LocalDay = string;

const dayMs = 86_400_000;

function utc(day: LocalDay): number {
  return Date.parse(`${day}T00:00:00Z`);
}

function dayFrom(at: number): LocalDay {
  return new Date(at).toISOString().slice(0, 10);
}

/** The local day of an instant in a zone. */
export function localDayOf(at: number, zone: string): LocalDay {
  return new Intl.DateTimeFormat("en-CA", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" }).format(at);
}

/** A day of the period before (−1) or after (+1) the one that holds `day`; of a month always its first. */
export function shifted(period: Period, day: LocalDay, by: -1 | 1): LocalDay {
  if (period === "day") return dayFrom(utc(day) + by * dayMs);
  if (period === "week") return dayFrom(utc(day) + by * 7 * dayMs);
  const [year = 1970, month = 1] = day.split("-").map(Number);
  return dayFrom(Date.UTC(year, month - 1 + by, 1));
}

/** Noon in UTC of a local day: an instant that lies in it in every zone between −11 and +11 hours, for its names. */
export function noonOf(day: LocalDay): number {
  return utc(day) + dayMs / 2;
}
