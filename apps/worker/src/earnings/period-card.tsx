import type { EarningsOutput } from "@lingong/contracts";
import { type Bar, BarChart, Panel, Price, useFormat } from "@lingong/ui";
import { ActionIcon, Button } from "@mantine/core";
import { IconChartBar, IconChevronLeft, IconChevronRight, IconTable } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import classes from "./earnings.module.css";
import { noonOf, type Period } from "./period.ts";
import { PeriodTable } from "./period-table.tsx";

export interface PeriodCardProps {
  readonly period: Period;
  readonly data: EarningsOutput;
  readonly selected: string | null;
  readonly onSelect: (key: string) => void;
  readonly onMove: (by: -1 | 1) => void;
  /** The period holds today: there is none after it. */
  readonly atEnd: boolean;
}

/** Every so many labels are written under the bars. */
const every: Readonly<Record<Period, number>> = { day: 4, week: 1, month: 5 };

/** A period: its sum against the one before, and its days (or hours) as bars that can be chosen. */
export function PeriodCard({ period, data, selected, onSelect, onMove, atEnd }: PeriodCardProps) {
  const { t } = useTranslation("worker");
  const format = useFormat(data.zone);
  const name = usePeriodName(period, data);
  const bars = useBars(period, data);
  const [asTable, setAsTable] = useState(false);
  const Other = asTable ? IconChartBar : IconTable;
  const best = data.series.reduce<EarningsOutput["series"][number] | null>((top, one) => (top === null || one.netFen > top.netFen ? one : top), null);
  return (
    <Panel>
      <div className={classes.head}>
        <Price fen={data.netFen} size={32} label={t("earnings.net", { period: name })} />
        <div className={classes.arrows}>
          <ActionIcon aria-label={t("earnings.before")} onClick={() => onMove(-1)}>
            <IconChevronLeft size={24} aria-hidden />
          </ActionIcon>
          <ActionIcon aria-label={t("earnings.after")} onClick={() => onMove(1)} disabled={atEnd}>
            <IconChevronRight size={24} aria-hidden />
          </ActionIcon>
        </div>
      </div>
      <p className={classes.against}>
        {data.previousNetFen > 0 && (
          <>
            <Against period={period} apart={data.netFen - data.previousNetFen} />
            {" · "}
          </>
        )}
        {t("earnings.orders", { count: data.orders })}
        {data.billedMinutes > 0 && ` · ${t("earnings.hours", { span: format.duration(data.billedMinutes), rate: format.money(data.netPerHourFen) })}`}
      </p>
      {asTable ? (
        <PeriodTable period={period} caption={t("earnings.chart", { period: name })} data={data} />
      ) : (
        <BarChart
          label={t("earnings.chart", { period: name })}
          bars={bars}
          format={format.money}
          axis={format.yuan}
          every={every[period]}
          selected={selected ?? (best !== null && best.netFen > 0 ? best.key : undefined)}
          onSelect={onSelect}
        />
      )}
      <Button
        className={classes.toggle}
        variant="subtle"
        size="sm"
        leftSection={<Other size={18} aria-hidden />}
        onClick={() => setAsTable(!asTable)}
      >
        {t(asTable ? "earnings.asChart" : "earnings.asTable")}
      </Button>
    </Panel>
  );
}

function Against({ period, apart }: { readonly period: Period; readonly apart: number }) {
  const { t } = useTranslation("worker");
  const format = useFormat();
  const amount = format.money(Math.abs(apart));
  if (apart === 0) return <span>{t(`earnings.same.${period}`)}</span>;
  if (apart > 0) return <b className={classes.more}>{t(`earnings.more.${period}`, { amount })}</b>;
  return <span>{t(`earnings.less.${period}`, { amount })}</span>;
}

function usePeriodName(period: Period, { from, to }: EarningsOutput): string {
  const { t } = useTranslation("worker");
  const format = useFormat("UTC");
  if (period === "day") return format.dateWeekday(noonOf(from));
  const sameMonth = from.slice(0, 7) === to.slice(0, 7);
  return t("earnings.fromTo", { from: format.date(noonOf(from)), to: sameMonth ? format.dayOfMonth(noonOf(to)) : format.date(noonOf(to)) });
}

/** Hours of a day (`08`), days of a week or month (`2026-03-14`), as the server keys them. */
function useBars(period: Period, { series }: EarningsOutput): Bar[] {
  const { t } = useTranslation("worker");
  const format = useFormat("UTC");
  const hour = (key: string) => key.slice(-2).padStart(2, "0");
  return series.map(({ key, netFen, rest }) => {
    const none = rest && netFen === 0 ? { none: t("earnings.rest") } : {};
    if (period === "day") return { key, label: hour(key), value: netFen, ...none };
    const day = String(Number(key.slice(-2)));
    if (period === "month") return { key, label: day, value: netFen };
    return { key, label: format.weekday(noonOf(key)).replace(/^周/, ""), detail: day, value: netFen, ...none };
  });
}
