import { useCity } from "@lingong/client/react";
import type { Overview } from "@lingong/contracts";
import { MINUTE } from "@lingong/domain";
import { formatCount, Legend, Panel, useFormat, useServerNow } from "@lingong/ui";
import { useTranslation } from "react-i18next";
import { type HourColumn, hourlyChart } from "./hourly.ts";
import classes from "./hourly-panel.module.css";
import { HoursChart, twoDigits } from "./hours-chart.tsx";

/** Orders of today by the hour they were paid in: accepted, and still waiting or never taken. */
export function HourlyPanel({ hourly }: { readonly hourly: Overview["hourly"] }) {
  const { t } = useTranslation("admin");
  const { zone } = useCity();
  const format = useFormat();
  const now = useServerNow(MINUTE);
  const chart = hourlyChart(hourly, now, zone);
  const legend = (
    <Legend
      label={t("hourly.title")}
      items={[
        { key: "accepted", name: t("hourly.accepted", { count: chart.accepted, formatted: formatCount(chart.accepted) }) },
        { key: "waiting", name: t("hourly.waiting", { count: chart.waiting, formatted: formatCount(chart.waiting) }), square: classes.waitingMark },
      ]}
    />
  );
  return (
    <Panel title={t("hourly.title")} aside={legend}>
      <HoursChart
        label={t("hourly.title")}
        top={chart.top}
        height={100}
        bars={chart.columns.map((column) => <Bar key={column.hour} column={column} top={chart.top} />)}
      >
        <span className={classes.now} style={{ insetInlineStart: `${chart.now * 100}%` }} data-late={chart.now > 0.75 ? true : undefined}>
          <b>{t("hourly.now", { time: format.time(now) })}</b>
        </span>
      </HoursChart>
    </Panel>
  );
}

function Bar({ column, top }: { readonly column: HourColumn; readonly top: number }) {
  const { t } = useTranslation("admin");
  const height = (value: number) => ({ height: `${(value / top) * 100}%` });
  const spoken = t("hourly.bar", { hour: `${twoDigits(column.hour)}:00`, accepted: column.accepted, waiting: column.waiting });
  return (
    <li className={classes.bar}>
      <span role="img" aria-label={spoken} title={spoken}>
        {column.waiting > 0 && <span className={classes.waiting} style={height(column.waiting)} />}
        {column.accepted > 0 && <span className={classes.accepted} style={height(column.accepted)} />}
      </span>
    </li>
  );
}
