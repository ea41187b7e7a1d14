import type { DemandMap } from "@lingong/contracts";
import { formatCount, Panel } from "@lingong/ui";
import { useTranslation } from "react-i18next";
import { roundTop } from "../overview/hourly.ts";
import { type DemandChoice, isPeak } from "./demand.ts";
import classes from "./demand-hours.module.css";

const twoDigits = (hour: number) => String(hour).padStart(2, "0");

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
      <div className={classes.chart}>
        <div className={classes.plot}>
          {[top, top / 2, 0].map((value) => (
            <span key={value} className={classes.line} style={{ bottom: `${(value / top) * 100}%` }} aria-hidden="true">
              <span>{formatCount(value)}</span>
            </span>
          ))}
          <ul className={classes.bars} aria-label={t("demand.hours")}>
            {hours.map((count, hour) => {
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
          </ul>
        </div>
        <div className={classes.hours} aria-hidden="true">
          {[0, 4, 8, 12, 16, 20, 24].map((hour) => (
            <span key={hour} style={{ insetInlineStart: `${(hour / 24) * 100}%` }}>
              {twoDigits(hour)}
            </span>
          ))}
        </div>
      </div>
      <p className={classes.note}>{t("demand.hoursNote", { days })}</p>
    </Panel>
  );
}
