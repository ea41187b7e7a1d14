import type { Fen } from "../kernel/money.ts";
import type { FeePlanId } from "../policy/policy.ts";

export type CategoryId = string;
export type WorkMode = "on_site" | "remote";

/** A text in the two languages of the apps. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** One answer to choose. `minutes`: what choosing it usually adds to the time; absent: nothing. */
export interface ChecklistOption {
  readonly key: string;
  readonly label: Bilingual;
  readonly minutes?: number;
}

/** One question of a category's checklist; an answered quantified item is what makes a scope "quantified" (§6, risk flags). */
export type ChecklistItem = {
  readonly key: string;
  readonly label: Bilingual;
  /** Whether the order cannot be placed without it. */
  readonly required: boolean;
} & (
  | {
      readonly kind: "number";
      readonly unit: Bilingual;
      readonly least: number;
      readonly most: number;
      readonly step: number;
      readonly usual: number;
      /** Minutes that one unit usually takes, for the suggested time; absent: none. */
      readonly minutesEach?: number;
    }
  | { readonly kind: "choice"; readonly options: readonly ChecklistOption[] }
  | { readonly kind: "choices"; readonly options: readonly ChecklistOption[] }
  | { readonly kind: "text"; readonly mostCharacters: number }
  | { readonly kind: "photos"; readonly wanted: number }
);

/** What a category of work is: its checklist, least time, fee plan, reference rate and certificate rule. */
export interface Category {
  readonly id: CategoryId;
  readonly name: Bilingual;
  /** An icon's name, mapped by the screens. */
  readonly icon: string;
  readonly mode: WorkMode;
  readonly plan: FeePlanId;
  readonly minimumMinutes: number;
  readonly usualMinutes: number;
  /** Minutes any such job takes before its checklist adds to them, for the suggested time; absent: none. */
  readonly baseMinutes?: number;
  readonly referenceRateFen: Fen;
  /** `required`: no offer without a valid certificate; `proof`: a certificate or a proof of work; `optional`: raises the score only (§9). */
  readonly certificate: "required" | "proof" | "optional";
  /** Skills a customer may ask for and a worker may list. */
  readonly tags: readonly { readonly key: string; readonly label: Bilingual }[];
  readonly checklist: readonly ChecklistItem[];
  /** Items often added on the spot, with a usual price. */
  readonly extras: readonly { readonly key: string; readonly label: Bilingual; readonly fen: Fen; readonly minutes: number }[];
}
