import { MINUTE } from "@lingong/domain";
import { gini } from "../../scenario/income.ts";
import { availableHours } from "./people.ts";
import type { Trial } from "./trial.ts";

/** What one played city comes to. */
export interface TrialFigures {
  readonly served: number;
  /** The way of everybody who took an order, straight lines added up. */
  readonly travelKm: number;
  readonly travelKmPerOrder: number;
  /** Over all workers, those without any income included. */
  readonly giniIncomePerHour: number;
  /** From the order to its worker's accept. */
  readonly waitMinutes: number;
}

export type FigureName = keyof TrialFigures;
export const figureNames = ["served", "travelKm", "travelKmPerOrder", "giniIncomePerHour", "waitMinutes"] as const satisfies readonly FigureName[];

export function figuresOf({ orders, workers, hours }: Pick<Trial, "orders" | "workers" | "hours">): TrialFigures {
  const taken = orders.filter(({ takenBy }) => takenBy !== null);
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const travelKm = sum(taken.map(({ metres }) => metres)) / 1_000;
  const most = Math.max(1, taken.length);
  return {
    served: orders.filter(({ end }) => end === "served").length,
    travelKm,
    travelKmPerOrder: travelKm / most,
    giniIncomePerHour: gini(workers.map((worker) => worker.incomeFen / Math.max(1, availableHours(worker, hours)))),
    waitMinutes: sum(taken.map(({ takenAt, postedAt }) => takenAt - postedAt)) / most / MINUTE,
  };
}
