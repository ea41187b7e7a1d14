import type { CalendarDay } from "@lingong/contracts";
import { useFormat } from "@lingong/ui";
import { useTranslation } from "react-i18next";

/** The hours offered on a day in words: `08:00–18:00`, a day off, or that none are set. */
export function useHoursText(): (day: Pick<CalendarDay, "hours" | "exception" | "to">) => string {
  const { t } = useTranslation("worker");
  const format = useFormat();
  return ({ hours, exception, to }) => {
    if (hours.length === 0) return exception ? t("calendar.off") : t("calendar.noHours");
    // Midnight at the end of the day is its 24:00, not the next one's beginning.
    const end = (at: string) => (at === to ? "24:00" : format.time(Date.parse(at)));
    const ranges = hours.map((range) => `${format.time(Date.parse(range.from))}–${end(range.to)}`);
    return t("calendar.hours", { ranges: ranges.join(t("calendar.and")) });
  };
}
