import type { CalendarDay } from "@lingong/contracts";
import { MINUTE } from "@lingong/domain";
import { BottomSheet, Chip, DayLine, useFormat, useServerNow } from "@lingong/ui";
import { Button } from "@mantine/core";
import { IconCalendarX, IconPencil } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { LocalDay } from "../earnings/period.ts";
import { daySpan } from "../today/day-span.ts";
import { useDayBlocks } from "../today/use-day-blocks.tsx";
import classes from "./calendar.module.css";
import { DayHoursForm } from "./day-hours-form.tsx";
import { useHoursText } from "./use-hours-text.ts";

export interface CalendarDayViewProps {
  readonly day: CalendarDay;
  readonly today: LocalDay;
  readonly zone: string;
}

/** One day: the hours offered, and everything on an hour scale. */
export function CalendarDayView({ day, today, zone }: CalendarDayViewProps) {
  const { t } = useTranslation("worker");
  const format = useFormat(zone);
  const now = useServerNow(MINUTE);
  const [changing, setChanging] = useState(false);
  const hoursText = useHoursText();
  const blocks = useDayBlocks(day.blocks, now, zone);
  const from = Date.parse(day.from);
  const span = daySpan(from, day.blocks);
  const date = format.dateWeekday(from);
  return (
    <>
      <div className={classes.dayHead}>
        <div>
          <h3>{day.day === today ? t("calendar.today", { date }) : date}</h3>
          <p className={classes.second}>
            {hoursText(day)}
            {day.plannedMinutes > 0 && ` · ${t("calendar.planned", { span: format.span(day.plannedMinutes) })}`}
          </p>
          {day.exception && (
            <Chip tone="accent" icon={IconCalendarX}>
              {t("calendar.exception")}
            </Chip>
          )}
        </div>
        {day.day >= today && (
          <Button variant="light" leftSection={<IconPencil size={18} aria-hidden />} onClick={() => setChanging(true)}>
            {t("calendar.change")}
          </Button>
        )}
      </div>
      {blocks.length === 0 ? (
        <p className={classes.second}>{t("calendar.empty")}</p>
      ) : (
        <DayLine from={span.from} to={Math.min(span.to, Date.parse(day.to))} pixelsPerHour={span.pixelsPerHour} blocks={blocks} />
      )}
      <BottomSheet opened={changing} onClose={() => setChanging(false)} title={t("dayHours.title", { day: date })}>
        <DayHoursForm day={day} onDone={() => setChanging(false)} />
      </BottomSheet>
    </>
  );
}
