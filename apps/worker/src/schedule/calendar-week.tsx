import type { CalendarDay, CalendarView } from "@lingong/contracts";
import type { Instant } from "@lingong/domain";
import { Legend, useFormat } from "@lingong/ui";
import { useTranslation } from "react-i18next";
import type { LocalDay } from "../earnings/period.ts";
import classes from "./calendar.module.css";
import { useHoursText } from "./use-hours-text.ts";

export interface CalendarWeekProps {
  readonly week: CalendarView;
  readonly now: Instant;
  readonly onOpen: (day: LocalDay) => void;
}

/** Hours between the figures under the bars. */
const every = 6;

/** The week as seven bars from midnight to midnight: hours offered, orders, buffers, rest. */
export function CalendarWeek({ week, now, onOpen }: CalendarWeekProps) {
  const { t } = useTranslation("worker");
  return (
    <>
      <ol className={classes.week}>
        {week.days.map((day) => (
          <li key={day.day}>
            <WeekDay day={day} isToday={day.day === week.today} now={now} onOpen={onOpen} />
          </li>
        ))}
      </ol>
      <div className={classes.scale} aria-hidden>
        {Array.from({ length: 24 / every + 1 }, (_, index) => index * every).map((hour) => (
          <span key={hour}>{String(hour).padStart(2, "0")}</span>
        ))}
      </div>
      <Legend
        under
        label={t("calendar.legend")}
        items={(["hours", "order", "buffer", "rest"] as const).map((kind) => ({
          key: kind,
          name: t(`calendar.legendOf.${kind}`),
          mark: <span className={classes.swatch} data-kind={kind} aria-hidden />,
        }))}
      />
    </>
  );
}

interface WeekDayProps {
  readonly day: CalendarDay;
  readonly isToday: boolean;
  readonly now: Instant;
  readonly onOpen: (day: LocalDay) => void;
}

function WeekDay({ day, isToday, now, onOpen }: WeekDayProps) {
  const { t } = useTranslation("worker");
  const format = useFormat();
  const hoursText = useHoursText();
  const from = Date.parse(day.from);
  const orders = day.blocks.filter(({ kind }) => kind === "order" || kind === "crew").length;
  const rests = day.blocks.filter(({ kind }) => kind === "rest").length;
  const facts = [
    hoursText(day),
    orders > 0 ? t("calendar.orders", { count: orders, span: format.span(day.plannedMinutes) }) : t("calendar.free"),
    ...(rests > 0 ? [t("calendar.rests", { count: rests })] : []),
  ];
  return (
    <button type="button" className={classes.weekDay} aria-current={isToday ? "date" : undefined} onClick={() => onOpen(day.day)}>
      <span className={classes.weekHead}>
        <b>{isToday ? t("calendar.today", { date: format.dateWeekday(from) }) : format.dateWeekday(from)}</b>
        <span>{facts.join(" · ")}</span>
      </span>
      <WeekBar day={day} now={isToday ? now : null} />
    </button>
  );
}

function WeekBar({ day, now }: { readonly day: CalendarDay; readonly now: Instant | null }) {
  const from = Date.parse(day.from);
  const length = Date.parse(day.to) - from;
  const at = (instant: Instant) => Math.max(0, Math.min(100, ((instant - from) / length) * 100));
  const place = (range: { readonly from: string; readonly to: string }) => {
    const start = at(Date.parse(range.from));
    return { left: `${start}%`, width: `${at(Date.parse(range.to)) - start}%` };
  };
  return (
    <span className={classes.bar} aria-hidden>
      {day.hours.map((range) => (
        <span key={`hours-${range.from}`} data-kind="hours" style={place(range)} />
      ))}
      {day.blocks.map((block) => (
        <span key={`${block.kind}-${block.from}`} data-kind={block.kind === "crew" ? "order" : block.kind} style={place(block)} />
      ))}
      {now !== null && <span data-kind="now" style={{ left: `${at(now)}%` }} />}
    </span>
  );
}
