import { formatCount } from "@lingong/ui";
import type { ReactNode } from "react";
import classes from "./hours-chart.module.css";

/** An hour as a clock shows it. */
export const twoDigits = (hour: number) => String(hour).padStart(2, "0");

export interface HoursChartProps {
  readonly label: string;
  /** The axis' highest value. */
  readonly top: number;
  /** Of the plot, in pixels. */
  readonly height: number;
  /** A list item for each hour. */
  readonly bars: ReactNode;
  /** Drawn over the bars. */
  readonly children?: ReactNode;
}

/** The hours of a day from midnight to midnight, with three lines to read heights by. */
export function HoursChart({ label, top, height, bars, children }: HoursChartProps) {
  return (
    <div className={classes.chart}>
      <div className={classes.plot} style={{ height }}>
        {[top, top / 2, 0].map((value) => (
          <span key={value} className={classes.line} style={{ bottom: `${(value / top) * 100}%` }} aria-hidden="true">
            <span>{formatCount(value)}</span>
          </span>
        ))}
        <ul className={classes.bars} aria-label={label}>
          {bars}
        </ul>
        {children}
      </div>
      <div className={classes.hours} aria-hidden="true">
        {[0, 4, 8, 12, 16, 20, 24].map((hour) => (
          <span key={hour} style={{ insetInlineStart: `${(hour / 24) * 100}%` }}>
            {twoDigits(hour)}
          </span>
        ))}
      </div>
    </div>
  );
}
