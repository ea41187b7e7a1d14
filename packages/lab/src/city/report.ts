import { percentile } from "../bench/figures.ts";
import { gini } from "../scenario/income.ts";
import type { Tally } from "../storm/tally.ts";

/** What became of one order, in the city's time (milliseconds since it woke). */
export interface OrderFate {
  readonly placedAt: number;
  acceptedAt: number | null;
  end: "waiting" | "working" | "completed" | "cancelled" | "no_show";
}

export interface CityReport {
  readonly workers: number;
  readonly orders: number;
  readonly placed: number;
  readonly accepted: number;
  readonly completed: number;
  readonly cancelled: number;
  readonly noShows: number;
  /** Of the orders placed and not called off before, how many a worker took. */
  readonly fillRate: number;
  readonly secondsToAccept: { readonly p50: number; readonly p90: number } | null;
  /** Of what was earned per worker, those without any included. */
  readonly giniIncome: number;
  readonly cityHours: number;
  readonly seconds: number;
  readonly speedup: number;
  readonly operations: number;
  readonly refused: Readonly<Record<string, number>>;
  /** What should never be seen: unexpected errors. */
  readonly errors: readonly string[];
}

export interface CityPlayed {
  readonly workers: number;
  readonly orders: number;
  readonly fates: readonly OrderFate[];
  readonly incomesFen: readonly number[];
  readonly tally: Tally;
  readonly cityMs: number;
  readonly seconds: number;
}

export function reportOf({ workers, orders, fates, incomesFen, tally, cityMs, seconds }: CityPlayed): CityReport {
  const waits = fates.flatMap(({ placedAt, acceptedAt }) => (acceptedAt === null ? [] : [(acceptedAt - placedAt) / 1_000]));
  const count = (...ends: readonly OrderFate["end"][]) => fates.filter(({ end }) => ends.includes(end)).length;
  const wanted = fates.filter(({ end, acceptedAt }) => end !== "cancelled" || acceptedAt !== null).length;
  return {
    workers,
    orders,
    placed: fates.length,
    accepted: waits.length,
    completed: count("completed"),
    cancelled: count("cancelled"),
    noShows: count("no_show"),
    fillRate: wanted === 0 ? 0 : Number((waits.length / wanted).toFixed(4)),
    secondsToAccept: waits.length === 0 ? null : { p50: Math.round(percentile(waits, 0.5)), p90: Math.round(percentile(waits, 0.9)) },
    giniIncome: Number(gini(incomesFen).toFixed(4)),
    cityHours: Number((cityMs / 3_600_000).toFixed(2)),
    seconds: Math.round(seconds),
    speedup: Math.round(cityMs / 1_000 / seconds),
    operations: tally.operations,
    refused: tally.refused,
    errors: tally.findings,
  };
}
