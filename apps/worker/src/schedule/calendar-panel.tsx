import { useTRPC } from "@lingong/client/react";
import type { CalendarDay, CalendarView } from "@lingong/contracts";
import { MINUTE } from "@lingong/domain";
import { CardSkeleton, Loading, Panel, QueryView, useFormat, useServerNow, ZoneProvider } from "@lingong/ui";
import { ActionIcon, SegmentedControl } from "@mantine/core";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type LocalDay, localDayOf, noonOf } from "../earnings/period.ts";
import classes from "./calendar.module.css";
import { CalendarDayView } from "./calendar-day.tsx";
import { CalendarWeek } from "./calendar-week.tsx";
import { DayStrip } from "./day-strip.tsx";
import { mondayOf, shiftedDay } from "./week.ts";

type Span = "day" | "week";

/** Orders with buffers and rest, a day at a time or the week at a glance. */
export function CalendarPanel() {
  const { t } = useTranslation("worker");
  const trpc = useTRPC();
  const { zone } = useFormat();
  const now = useServerNow(MINUTE);
  const [span, setSpan] = useState<Span>("day");
  const [picked, setPicked] = useState<LocalDay | null>(null);
  const day = picked ?? localDayOf(now, zone);
  const monday = mondayOf(day);
  const query = useQuery(trpc.schedule.calendar.queryOptions({ from: monday, days: 7 }));
  const open = (chosen: LocalDay) => {
    setPicked(chosen);
    setSpan("day");
  };
  return (
    <Panel>
      <div className={classes.head}>
        <SegmentedControl<Span>
          aria-label={t("calendar.span")}
          value={span}
          onChange={setSpan}
          data={(["day", "week"] as const).map((value) => ({ value, label: t(`calendar.spanOf.${value}`) }))}
        />
        <WeekName monday={monday} onMove={(by) => setPicked(shiftedDay(day, by * 7))} />
      </div>
      <QueryView query={query} skeleton={<WeekSkeleton />}>
        {(week) => (
          <ZoneProvider zone={week.zone}>
            {span === "week" ? <CalendarWeek week={week} now={now} onOpen={open} /> : <OneDay week={week} day={day} onPick={setPicked} />}
          </ZoneProvider>
        )}
      </QueryView>
    </Panel>
  );
}

function WeekName({ monday, onMove }: { readonly monday: LocalDay; readonly onMove: (by: -1 | 1) => void }) {
  const { t } = useTranslation("worker");
  const format = useFormat("UTC");
  return (
    <div className={classes.weekName}>
      <ActionIcon aria-label={t("calendar.before")} onClick={() => onMove(-1)}>
        <IconChevronLeft size={24} aria-hidden />
      </ActionIcon>
      <span aria-live="polite">{t("calendar.week", { from: format.date(noonOf(monday)), to: format.date(noonOf(shiftedDay(monday, 6))) })}</span>
      <ActionIcon aria-label={t("calendar.after")} onClick={() => onMove(1)}>
        <IconChevronRight size={24} aria-hidden />
      </ActionIcon>
    </div>
  );
}

interface OneDayProps {
  readonly week: CalendarView;
  readonly day: LocalDay;
  readonly onPick: (day: LocalDay) => void;
}

function OneDay({ week, day, onPick }: OneDayProps) {
  const shown: CalendarDay | undefined = week.days.find((one) => one.day === day) ?? week.days[0];
  return (
    <>
      <DayStrip week={week} selected={shown?.day ?? day} onPick={onPick} />
      {shown !== undefined && <CalendarDayView key={shown.day} day={shown} today={week.today} zone={week.zone} />}
    </>
  );
}

function WeekSkeleton() {
  return (
    <Loading>
      <CardSkeleton lines={8} />
    </Loading>
  );
}
