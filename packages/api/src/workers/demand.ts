import type { DemandInput, DemandOutput } from "@lingong/contracts";
import { market } from "@lingong/db";
import { DAY } from "@lingong/domain";
import type { Services } from "../kernel/context.ts";

const days = 14;

/** How many paid orders a day came from within a radius of a place, over two weeks. */
export async function loadDemand(services: Services, { position, radiusKm }: DemandInput): Promise<DemandOutput> {
  const count = await market.countNear(services.db, { position, radiusKm, since: services.clock.now() - days * DAY });
  return { ordersPerDay: Math.round(count / days), days };
}
