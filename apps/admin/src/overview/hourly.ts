import type { Overview } from "@lingong/contracts";
import type { Instant } from "@lingong/domain";
import { clockTime } from "@lingong/ui";

export interface HourColumn {
  readonly hour: number;
  readonly accepted: number;
  readonly waiting: number;
}

export interface HourlyChart {
  readonly columns: readonly HourColumn[];
  /** Where the axis ends; halved once. */
  readonly top: number;
  readonly accepted: number;
  readonly waiting: number;
  /** 0 to 1: where now is on the day. */
  readonly now: number;
}

const steps = [1, 2, 4, 6, 8, 10, 12, 16, 20, 30, 40, 50, 60, 80, 100];

/** The round even number at or above a count: the axis is halved at a whole order. */
export function roundTop(most: number): number {
  if (most <= 2) return 2;
  const power = 10 ** Math.max(0, Math.floor(Math.log10(most)) - 1);
  return (steps.find((step) => step * power >= most && (step * power) % 2 === 0) ?? 100) * power;
}

/** 0 to 1: how much of its local day an instant has behind it, by the wall clock. */
export function shareOfDay(at: Instant, zone: string): number {
  const [hours = 0, minutes = 0] = clockTime(at, zone).split(":").map(Number);
  return (hours * 60 + minutes) / 1_440;
}

/** The bars of a day with its sums, and where now stands in it. */
export function hourlyChart(hourly: Overview["hourly"], now: Instant, zone: string): HourlyChart {
  const sum = (of: (column: HourColumn) => number) => hourly.reduce((total, column) => total + of(column), 0);
  return {
    columns: hourly,
    top: roundTop(Math.max(0, ...hourly.map(({ accepted, waiting }) => accepted + waiting))),
    accepted: sum(({ accepted }) => accepted),
    waiting: sum(({ waiting }) => waiting),
    now: shareOfDay(now, zone),
  };
}
