import type { CalendarDay, CalendarView } from "@lingong/contracts";
import { useFormat } from "@lingong/ui";
import { VisuallyHidden } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { type LocalDay, noonOf } from "../earnings/period.ts";
import classes from "./calendar.module.css";

export interface DayStripProps {
  readonly week: CalendarView;
  readonly selected: LocalDay;
  readonly onPick: (day: LocalDay) => void;
}

/** Seven days to choose from, each with how full it is. */
export function DayStrip({ week, selected, onPick }: DayStripProps) {
  const { t } = useTranslation("worker");
  return (
    <fieldset className={classes.strip}>
      <VisuallyHidden component="legend">{t("calendar.pick")}</VisuallyHidden>
      {week.days.map((day) => (
        <StripDay key={day.day} day={day} isToday={day.day === week.today} chosen={day.day === selected} onPick={onPick} />
      ))}
    </fieldset>
  );
}

interface StripDayProps {
  readonly day: CalendarDay;
  readonly isToday: boolean;
  readonly chosen: boolean;
  readonly onPick: (day: LocalDay) => void;
}

function StripDay({ day, isToday, chosen, onPick }: StripDayProps) {
  const { t } = useTranslation("worker");
  const format = useFormat("UTC");
  const noon = noonOf(day.day);
  const load = day.plannedMinutes > 0 ? t("calendar.planned", { span: format.span(day.plannedMinutes) }) : t("calendar.free");
  const date = isToday ? t("calendar.today", { date: format.dateWeekday(noon) }) : format.dateWeekday(noon);
  return (
    <button type="button" className={classes.stripDay} aria-pressed={chosen} aria-label={`${date}, ${load}`} onClick={() => onPick(day.day)}>
      <span className={classes.stripWeekday}>{isToday ? t("calendar.todayShort") : format.weekday(noon)}</span>
      <b>{new Date(noon).getUTCDate()}</b>
      <span className={classes.load} data-off={day.hours.length === 0 || undefined}>
        <span style={{ width: `${Math.min(100, (day.plannedMinutes / day.mostMinutes) * 100)}%` }} />
      </span>
    </button>
  );
}
