import {
  auditLogInput,
  auditLogOutput,
  cityInput,
  disputeRow,
  done,
  dossier,
  journalInput,
  journalOutput,
  orderIdInput,
  overdueRow,
  overview,
  peopleInput,
  peopleOutput,
  person,
  personInput,
  previewDecisionInput,
  previewDecisionOutput,
  searchOrdersInput,
  searchOrdersOutput,
  setPayoutHoldInput,
  setSuspendedInput,
  trialBalance,
  verificationsInput,
  verificationsOutput,
} from "@lingong/contracts";
import { z } from "zod";
import { loadAuditLog } from "../admin/audit-log.ts";
import { loadDossier } from "../admin/dossier.ts";
import { loadJournal, loadTrialBalance } from "../admin/ledger.ts";
import { loadOverview } from "../admin/overview.ts";
import { loadPeople, loadPerson, setSuspended } from "../admin/people.ts";
import { previewDecision } from "../admin/preview-decision.ts";
import { listDisputes, listOverdue, listVerifications } from "../admin/queues.ts";
import { searchOrders } from "../admin/search-orders.ts";
import { adminProcedure, router } from "../kernel/trpc.ts";
import { setPayoutHold } from "../wallet/hold.ts";

export const adminRouter = router({
  overview: adminProcedure
    .input(cityInput)
    .output(overview)
    .query(({ ctx, input }) => loadOverview(ctx, input)),
  orders: adminProcedure
    .input(searchOrdersInput)
    .output(searchOrdersOutput)
    .query(({ ctx, input }) => searchOrders(ctx, input)),
  dossier: adminProcedure
    .input(orderIdInput)
    .output(dossier)
    .query(({ ctx, input }) => loadDossier(ctx, input.orderId)),
  people: adminProcedure
    .input(peopleInput)
    .output(peopleOutput)
    .query(({ ctx, input }) => loadPeople(ctx, input)),
  person: adminProcedure
    .input(personInput)
    .output(person)
    .query(({ ctx, input }) => loadPerson(ctx, input.userId)),
  setSuspended: adminProcedure
    .input(setSuspendedInput)
    .output(done)
    .mutation(({ ctx, input }) => setSuspended(ctx, input)),
  setPayoutHold: adminProcedure
    .input(setPayoutHoldInput)
    .output(done)
    .mutation(({ ctx, input }) => setPayoutHold(ctx, input)),
  trialBalance: adminProcedure.output(trialBalance).query(({ ctx }) => loadTrialBalance(ctx)),
  journal: adminProcedure
    .input(journalInput)
    .output(journalOutput)
    .query(({ ctx, input }) => loadJournal(ctx, input)),
  auditLog: adminProcedure
    .input(auditLogInput)
    .output(auditLogOutput)
    .query(({ ctx, input }) => loadAuditLog(ctx, input)),
  overdue: adminProcedure.output(z.array(overdueRow)).query(({ ctx }) => listOverdue(ctx)),
  disputes: adminProcedure.output(z.array(disputeRow)).query(({ ctx }) => listDisputes(ctx)),
  verifications: adminProcedure
    .input(verificationsInput)
    .output(verificationsOutput)
    .query(({ ctx, input }) => listVerifications(ctx, input)),
  previewDecision: adminProcedure
    .input(previewDecisionInput)
    .output(previewDecisionOutput)
    .query(({ ctx, input }) => previewDecision(ctx, input)),
});
