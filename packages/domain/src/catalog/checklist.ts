import type { Bilingual, ChecklistItem, ChecklistOption } from "./category.ts";

/** A text in both languages. */
export function text(zh: string, en: string): Bilingual {
  return { zh, en };
}

/** An option to choose; `minutes`: what choosing it usually adds to the time. */
export function option(key: string, zh: string, en: string, minutes?: number): ChecklistOption {
  return minutes === undefined ? { key, label: { zh, en } } : { key, label: { zh, en }, minutes };
}

interface Quantity {
  readonly unit: Bilingual;
  readonly least: number;
  readonly most: number;
  readonly step: number;
  readonly usual: number;
  readonly minutesEach?: number;
}

/** A question for a quantity. */
export function quantity(key: string, label: Bilingual, required: boolean, bounds: Quantity): ChecklistItem {
  return { kind: "number", key, label, required, ...bounds };
}

/** A question with one answer among options. */
export function choice(key: string, label: Bilingual, required: boolean, options: readonly ChecklistOption[]): ChecklistItem {
  return { kind: "choice", key, label, required, options };
}

/** A question with several answers among options. */
export function choices(key: string, label: Bilingual, required: boolean, options: readonly ChecklistOption[]): ChecklistItem {
  return { kind: "choices", key, label, required, options };
}

/** A question answered in words. */
export function words(key: string, label: Bilingual, mostCharacters: number, required = false): ChecklistItem {
  return { kind: "text", key, label, required, mostCharacters };
}

/** Photos of the place or thing. */
export function photos(label: Bilingual, wanted: number): ChecklistItem {
  return { kind: "photos", key: "photos", label, required: false, wanted };
}
