import {
  done,
  feeLabInput,
  feeLabOutput,
  feeVersionsOutput,
  plansInForceOutput,
  saveFeeDraftInput,
  saveFeeDraftOutput,
  scheduleFeesInput,
  withdrawFeesInput,
} from "@lingong/contracts";
import { adminProcedureOf, publicProcedure, router } from "../kernel/trpc.ts";
import { runFeeLab } from "../policy/fee-lab.ts";
import { listFeeVersions, saveFeeDraft, scheduleFees, withdrawFees } from "../policy/fee-versions.ts";
import { plansInForce } from "../policy/policies.ts";

/** Those who think rates through: finance, and the operators who run the market. */
const rateProcedure = adminProcedureOf("finance", "operator");
/** What changes anybody's rate is finance's to sign. */
const signingProcedure = adminProcedureOf("finance");

export const policyRouter = router({
  plansInForce: publicProcedure.output(plansInForceOutput).query(({ ctx: { services } }) => plansInForce(services)),
  feeVersions: rateProcedure.output(feeVersionsOutput).query(({ ctx }) => listFeeVersions(ctx)),
  feeLab: rateProcedure
    .input(feeLabInput)
    .output(feeLabOutput)
    .query(({ ctx, input }) => runFeeLab(ctx, input)),
  saveFeeDraft: rateProcedure
    .input(saveFeeDraftInput)
    .output(saveFeeDraftOutput)
    .mutation(({ ctx, input }) => saveFeeDraft(ctx, input)),
  scheduleFees: signingProcedure
    .input(scheduleFeesInput)
    .output(done)
    .mutation(({ ctx, input }) => scheduleFees(ctx, input)),
  withdrawFees: signingProcedure
    .input(withdrawFeesInput)
    .output(done)
    .mutation(({ ctx, input }) => withdrawFees(ctx, input)),
});
