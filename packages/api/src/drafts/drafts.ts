import type { DraftCard, DraftIdInput, DraftView, SaveDraftInput } from "@lingong/contracts";
import { drafts } from "@lingong/db";
import { knownCategory } from "../catalog/lookup.ts";
import { fail, found } from "../kernel/domain-exception.ts";
import { iso } from "../kernel/iso.ts";
import type { Signed } from "../kernel/signed.ts";

/** Keeps what the wizard holds so far, under the client's own id: nothing typed is lost. */
export async function saveDraft({ services, session }: Signed, input: SaveDraftInput): Promise<DraftCard> {
  knownCategory(input.categoryId);
  const savedAt = services.clock.now();
  const kept = await drafts.save(services.db, {
    id: input.draftId,
    customerId: session.userId,
    categoryId: input.categoryId,
    step: input.step,
    form: input.form,
    savedAt,
  });
  return kept ? { id: input.draftId, categoryId: input.categoryId, step: input.step, savedAt: iso(savedAt) } : fail("not_yours");
}

export async function loadDraft({ services, session }: Signed, { draftId }: DraftIdInput): Promise<DraftView> {
  const draft = found(await drafts.findById(services.db, { id: draftId, customerId: session.userId }));
  return { id: draft.id, categoryId: draft.categoryId, step: draft.step, form: draft.form as DraftView["form"], savedAt: iso(draft.savedAt) };
}

export async function listDrafts({ services, session }: Signed): Promise<DraftCard[]> {
  return (await drafts.list(services.db, session.userId)).map(({ id, categoryId, step, savedAt }) => ({
    id,
    categoryId,
    step,
    savedAt: iso(savedAt),
  }));
}

export async function discardDraft({ services, session }: Signed, { draftId }: DraftIdInput): Promise<{ done: true }> {
  await drafts.remove(services.db, { id: draftId, customerId: session.userId });
  return { done: true };
}
