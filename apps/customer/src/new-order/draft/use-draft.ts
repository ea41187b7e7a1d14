import { useIsSignedIn, useTRPC } from "@lingong/client/react";
import { useServerClock } from "@lingong/ui";
import { useQuery } from "@tanstack/react-query";
import { useCallback, useEffect, useState } from "react";
import { formFrom, type OrderForm } from "../form/order-form.ts";
import { isWizardStep, type KeptDraft, readDraft, type WizardStep, writeDraft } from "./device-drafts.ts";
import { useServerCopy } from "./use-server-copy.ts";

export interface Draft {
  readonly id: string;
  readonly form: OrderForm;
  readonly step: WizardStep;
  readonly change: (patch: Partial<OrderForm>) => void;
  readonly visit: (step: WizardStep) => void;
  /** server: both copies are the same · device: only this device has the newest · saving: on its way. */
  readonly kept: "server" | "device" | "saving";
}

export type DraftState = { readonly state: "loading" } | { readonly state: "missing" } | { readonly state: "ready"; readonly draft: Draft };

/** A draft by its id: this device's copy, else the server's. Every change is kept at once. */
export function useDraft(id: string): DraftState {
  const trpc = useTRPC();
  const signedIn = useIsSignedIn();
  const readClock = useServerClock();
  const [draft, setDraft] = useState<KeptDraft | null>(() => readDraft(id));
  const wanted = signedIn && draft === null;
  const remote = useQuery(trpc.drafts.get.queryOptions({ draftId: id }, { enabled: wanted, retry: false }));
  const kept = useServerCopy(draft);
  useEffect(() => {
    if (draft !== null || remote.data === undefined) return;
    const form = formFrom(remote.data.form);
    const step = isWizardStep(remote.data.step) ? remote.data.step : "scope";
    if (form !== null) setDraft({ id, form, step, savedAt: Date.parse(remote.data.savedAt) });
  }, [draft, remote.data, id]);
  useEffect(() => {
    if (draft !== null) writeDraft(draft);
  }, [draft]);
  const change = useCallback(
    (patch: Partial<OrderForm>) =>
      setDraft((before) => (before === null ? null : { ...before, form: { ...before.form, ...patch }, savedAt: readClock() })),
    [readClock],
  );
  const visit = useCallback((step: WizardStep) => setDraft((before) => (before === null || before.step === step ? before : { ...before, step })), []);
  if (draft !== null) return { state: "ready", draft: { ...draft, change, visit, kept } };
  return wanted && !remote.isError ? { state: "loading" } : { state: "missing" };
}
