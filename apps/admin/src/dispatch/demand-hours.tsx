import type { DemandMap } from "@lingong/contracts";
import { formatCount, Panel } from "@lingong/ui";
import { useTranslation } from "react-i18next";
import { roundTop } from "../overview/hourly.ts";
import { HoursChart, twoDigits } from "../overview/hours-chart.tsx";
import { type DemandChoice, isPeak } from "./demand.ts";
import classes from "./demand-hours.module.css";

/** From hour to hour, as a person says it. */
export function hoursText({ fromHour, toHour }: DemandMap["peaks"][number]): string {
  return `${twoDigits(fromHour)}–${twoDigits(toHour)}`;
}

export interface DemandHoursProps {
  readonly demand: Pick<DemandMap, "hours" | "peaks" | "days">;
  readonly choice: DemandChoice;
}

/** Starts wanted in each hour of the local day; the peaks stand out, those not chosen step back. */
export function DemandHours({ demand, choice }: DemandHoursProps) {
  const { t } = useTranslation("admin");
  const { hours, peaks, days } = demand;
  const top = roundTop(Math.max(0, ...hours));
  const chosen = choice === "all" ? undefined : peaks[choice];
  return (
    <Panel
      title={t("demand.hours")}
      aside={<span className={classes.legend}>{t("demand.peaks", { hours: peaks.map(hoursText).join(t("demand.and")) })}</span>}
    >
      <HoursChart
        label={t("demand.hours")}
        top={top}
        height={160}
        bars={hours.map((count, hour) => {
          const peak = isPeak(demand, hour);
          const spoken = t(peak ? "demand.peakBar" : "demand.bar", { hour: `${twoDigits(hour)}:00`, count, formatted: formatCount(count) });
          const isChosen = chosen === undefined || (hour >= chosen.fromHour && hour < chosen.toHour);
          return (
            <li key={twoDigits(hour)}>
              <span
                className={classes.bar}
                role="img"
                aria-label={spoken}
                title={spoken}
                data-peak={peak || undefined}
                data-chosen={isChosen || undefined}
              >
                {count > 0 && <span className={classes.filled} style={{ height: `${(count / top) * 100}%` }} />}
              </span>
            </li>
          );
        })}
      />
      <p className={classes.note}>{t("demand.hoursNote", { days })}</p>
    </Panel>
  );
}
