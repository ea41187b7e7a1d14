import type { DemandCell, DemandMap } from "@lingong/contracts";
import { type Bilingual, type City, distanceMetres, type Position } from "@lingong/domain";

/** The whole day, or one of the city's peaks by its place in the list. */
export type DemandChoice = "all" | number;

/** How many orders of a cell fall into what was chosen. */
export function ordersIn(cell: Pick<DemandCell, "total" | "inPeaks">, choice: DemandChoice): number {
  return choice === "all" ? cell.total : (cell.inPeaks[choice] ?? 0);
}

/** Whether an hour of the day lies in a peak. */
export function isPeak({ peaks }: Pick<DemandMap, "peaks">, hour: number): boolean {
  return peaks.some(({ fromHour, toHour }) => hour >= fromHour && hour < toHour);
}

/** What the hours of the city come to. `peakShare`: of all orders, 0 to 1; null without any. */
export interface DemandSums {
  readonly total: number;
  readonly busiestHour: number | null;
  readonly peakShare: number | null;
}

export function sumsOf(demand: Pick<DemandMap, "hours" | "peaks">): DemandSums {
  const total = demand.hours.reduce((sum, count) => sum + count, 0);
  if (total === 0) return { total, busiestHour: null, peakShare: null };
  const inPeaks = demand.hours.reduce((sum, count, hour) => sum + (isPeak(demand, hour) ? count : 0), 0);
  return { total, busiestHour: demand.hours.indexOf(Math.max(...demand.hours)), peakShare: inPeaks / total };
}

/** Cells added up by the district whose centre is nearest: they have no names of their own. */
export interface DistrictDemand {
  readonly name: Bilingual;
  readonly orders: number;
}

export function byDistrict({ cells }: Pick<DemandMap, "cells">, { districts }: Pick<City, "districts">, choice: DemandChoice): DistrictDemand[] {
  const sums = new Map<Bilingual, number>();
  for (const cell of cells) {
    const nearest = districts.reduce<City["districts"][number] | null>(
      (best, each) => (best !== null && distanceMetres(best.centre, cell.centre) <= distanceMetres(each.centre, cell.centre) ? best : each),
      null,
    );
    const orders = ordersIn(cell, choice);
    if (nearest !== null && orders > 0) sums.set(nearest.name, (sums.get(nearest.name) ?? 0) + orders);
  }
  return [...sums].map(([name, orders]) => ({ name, orders })).sort((a, b) => b.orders - a.orders || (a.name.en < b.name.en ? -1 : 1));
}

/** The middle of the cells, each counting by its orders; null without any. */
export function middleOf(cells: readonly Pick<DemandCell, "centre" | "total">[]): Position | null {
  const total = cells.reduce((sum, cell) => sum + cell.total, 0);
  if (total === 0) return null;
  const mean = (of: (centre: Position) => number) => cells.reduce((sum, cell) => sum + of(cell.centre) * cell.total, 0) / total;
  return { lat: mean(({ lat }) => lat), lng: mean(({ lng }) => lng) };
}
