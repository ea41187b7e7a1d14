import {
  claimDetail,
  claimInput,
  claimQueueInput,
  claimQueueOutput,
  claimView,
  handleClaimInput,
  orderIdInput,
  orderInsuranceOutput,
  saveClaimInput,
  stepClaimInput,
} from "@lingong/contracts";
import { saveClaim, stepOwnClaim } from "../claims/claimant.ts";
import { handleClaim, listClaims, loadClaim } from "../claims/desk.ts";
import { loadOrderInsurance } from "../claims/view.ts";
import { adminProcedure, router, signedInProcedure } from "../kernel/trpc.ts";

export const claimsRouter = router({
  ofOrder: signedInProcedure
    .input(orderIdInput)
    .output(orderInsuranceOutput)
    .query(({ ctx, input }) => loadOrderInsurance(ctx, input.orderId)),
  save: signedInProcedure
    .input(saveClaimInput)
    .output(claimView)
    .mutation(({ ctx, input }) => saveClaim(ctx, input)),
  step: signedInProcedure
    .input(stepClaimInput)
    .output(claimView)
    .mutation(({ ctx, input }) => stepOwnClaim(ctx, input)),
  queue: adminProcedure
    .input(claimQueueInput)
    .output(claimQueueOutput)
    .query(({ ctx, input }) => listClaims(ctx, input)),
  detail: adminProcedure
    .input(claimInput)
    .output(claimDetail)
    .query(({ ctx, input }) => loadClaim(ctx, input.claimId)),
  handle: adminProcedure
    .input(handleClaimInput)
    .output(claimDetail)
    .mutation(({ ctx, input }) => handleClaim(ctx, input)),
});
