import { done, draftCard, draftIdInput, draftView, saveDraftInput } from "@lingong/contracts";
import { z } from "zod";
import { discardDraft, listDrafts, loadDraft, saveDraft } from "../drafts/drafts.ts";
import { customerProcedure, router } from "../kernel/trpc.ts";

export const draftsRouter = router({
  save: customerProcedure
    .input(saveDraftInput)
    .output(draftCard)
    .mutation(({ ctx, input }) => saveDraft(ctx, input)),
  get: customerProcedure
    .input(draftIdInput)
    .output(draftView)
    .query(({ ctx, input }) => loadDraft(ctx, input)),
  list: customerProcedure.output(z.array(draftCard)).query(({ ctx }) => listDrafts(ctx)),
  discard: customerProcedure
    .input(draftIdInput)
    .output(done)
    .mutation(({ ctx, input }) => discardDraft(ctx, input)),
});
