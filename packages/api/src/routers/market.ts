import { cityDemandInput, demandMap } from "@lingong/contracts";
import { loadDemandMap } from "../catalog/demand-map.ts";
import { adminProcedure, router, workerProcedure } from "../kernel/trpc.ts";

export const marketRouter = router({
  /** Where and when work is wanted in the worker's own city. */
  demand: workerProcedure.output(demandMap).query(({ ctx }) => loadDemandMap(ctx.services, ctx.session.cityId)),
  /** The same of any city, for admins. */
  cityDemand: adminProcedure
    .input(cityDemandInput)
    .output(demandMap)
    .query(({ ctx, input }) => loadDemandMap(ctx.services, input.cityId)),
});
