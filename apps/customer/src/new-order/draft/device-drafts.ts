import { formFrom, type OrderForm } from "../form/order-form.ts";

/** The wizard's steps, in order. */
export const wizardSteps = ["scope", "place", "price", "contract"] as const;
export type WizardStep = (typeof wizardSteps)[number];

export function isWizardStep(value: string): value is WizardStep {
  return (wizardSteps as readonly string[]).includes(value);
}

/** A draft as kept: on the device at once, on the server a moment later. */
export interface KeptDraft {
  readonly id: string;
  readonly form: OrderForm;
  readonly step: WizardStep;
  /** Epoch milliseconds. */
  readonly savedAt: number;
}

const prefix = "lingong.customer.draft.";
const keptFor = 30 * 24 * 60 * 60 * 1000;

/** Reads a draft that this device keeps; what cannot be read is as if it were not there. */
export function readDraft(id: string, storage: Storage | null = deviceStorage()): KeptDraft | null {
  try {
    const kept: unknown = JSON.parse(storage?.getItem(prefix + id) ?? "null");
    if (typeof kept !== "object" || kept === null || !("form" in kept) || typeof kept.form !== "object" || kept.form === null) return null;
    const form = formFrom(kept.form as Record<string, unknown>);
    const step = "step" in kept && typeof kept.step === "string" && isWizardStep(kept.step) ? kept.step : "scope";
    const savedAt = "savedAt" in kept && typeof kept.savedAt === "number" ? kept.savedAt : 0;
    return form === null ? null : { id, form, step, savedAt };
  } catch {
    return null;
  }
}

export function writeDraft(draft: KeptDraft, storage: Storage | null = deviceStorage()): void {
  try {
    storage?.setItem(prefix + draft.id, JSON.stringify({ form: draft.form, step: draft.step, savedAt: draft.savedAt }));
  } catch {
    // a full or forbidden storage: the server's copy remains
  }
}

export function removeDraft(id: string, storage: Storage | null = deviceStorage()): void {
  try {
    storage?.removeItem(prefix + id);
  } catch {
    // as above
  }
}

/** Every draft of this device, newest first; those older than a draft is kept are dropped. */
export function listDrafts(now: number, storage: Storage | null = deviceStorage()): KeptDraft[] {
  if (storage === null) return [];
  const drafts: KeptDraft[] = [];
  const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? "");
  for (const key of keys) {
    if (!key.startsWith(prefix)) continue;
    const draft = readDraft(key.slice(prefix.length), storage);
    if (draft === null || now - draft.savedAt > keptFor) storage.removeItem(key);
    else drafts.push(draft);
  }
  return drafts.sort((a, b) => b.savedAt - a.savedAt);
}

function deviceStorage(): Storage | null {
  try {
    return globalThis.localStorage ?? null;
  } catch {
    return null;
  }
}
