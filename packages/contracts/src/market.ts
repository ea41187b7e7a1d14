import { z } from "zod";
import { positionOut, slug } from "./common.ts";

/** Where work was wanted, by H3 cell and local hour: paid orders only, never an address, no cell of so few that one could tell whose. */
export const demandMap = z.object({
  cityId: slug,
  zone: z.string(),
  /** How many days back it counts. */
  days: z.int(),
  /** Cells with fewer orders are left out. */
  least: z.int(),
  /** The city's peaks, in local hours: from, to. */
  peaks: z.array(z.object({ fromHour: z.int(), toHour: z.int() })),
  /** Starts wanted in each local hour of the day, 24 of them, over the whole city. */
  hours: z.array(z.int()).length(24),
  /** The busiest first. */
  cells: z.array(
    z.object({
      id: z.string(),
      centre: positionOut,
      boundary: z.array(positionOut),
      total: z.int(),
      /** Of `total`, those in each of the peaks. */
      inPeaks: z.array(z.int()),
    }),
  ),
});
export const cityDemandInput = z.object({ cityId: slug });

export type DemandMap = z.infer<typeof demandMap>;
export type CityDemandInput = z.infer<typeof cityDemandInput>;
export type DemandCell = DemandMap["cells"][number];
