import { z } from "zod";
import { id, instant, slug } from "./common.ts";
import { limits } from "./limits.ts";

/** Whatever the wizard holds so far: plain JSON, never judged, only kept. */
const form = z.record(z.string().max(limits.slug), z.json()).refine((value) => JSON.stringify(value).length <= limits.draftForm, {
  message: "the form is too large",
});

export const saveDraftInput = z.object({ draftId: id, categoryId: slug, step: z.string().max(limits.slug), form });
export const draftIdInput = z.object({ draftId: id });
export const draftView = z.object({
  id,
  categoryId: slug,
  step: z.string(),
  form: z.record(z.string(), z.json()),
  savedAt: instant,
});
export const draftCard = draftView.omit({ form: true });

export type SaveDraftInput = z.infer<typeof saveDraftInput>;
export type DraftIdInput = z.infer<typeof draftIdInput>;
export type DraftView = z.infer<typeof draftView>;
export type DraftCard = z.infer<typeof draftCard>;
