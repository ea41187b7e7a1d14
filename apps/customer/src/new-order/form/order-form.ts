import type { TermsInput } from "@lingong/contracts";
import type { Fen } from "@lingong/domain";

export type Answer = number | string | string[];

export interface FormPhoto {
  readonly id: string;
  readonly label: string;
}

export interface FormAddress {
  readonly district: string;
  readonly line: string;
  readonly accessNotes: string;
  /** WGS-84; null: not yet picked on the map. */
  readonly position: { readonly lat: number; readonly lng: number } | null;
}

/** A worker asked by name, with what happens if they refuse. */
export interface FormDirect {
  readonly workerId: string;
  readonly name: string;
  readonly ifRefused: "open" | "refund";
}

/** Everything the wizard holds: plain JSON, kept on the device and on the server. */
export interface OrderForm {
  readonly categoryId: string;
  readonly cityId: string;
  readonly answers: Readonly<Record<string, Answer>>;
  readonly note: string;
  readonly photos: readonly FormPhoto[];
  readonly tags: readonly string[];
  readonly address: FormAddress;
  /** As soon as possible; else `startsAt`. */
  readonly soon: boolean;
  /** ISO 8601; null: not chosen yet. */
  readonly startsAt: string | null;
  /** Null: what the checklist suggests. */
  readonly minutes: number | null;
  readonly headcount: number;
  /** Null: the market's median. */
  readonly rateFenPerHour: Fen | null;
  readonly travelFen: Fen;
  /** A price of one's own, or workers name theirs. A worker booked by name has a fixed price always. */
  readonly pricing: "fixed" | "quotes";
  readonly rematchAfterFault: boolean;
  readonly regularsFirst: boolean;
  readonly direct: FormDirect | null;
}

export const emptyAddress: FormAddress = { district: "", line: "", accessNotes: "", position: null };

export function emptyForm(categoryId: string, cityId: string): OrderForm {
  return {
    categoryId,
    cityId,
    answers: {},
    note: "",
    photos: [],
    tags: [],
    address: emptyAddress,
    soon: false,
    startsAt: null,
    minutes: null,
    headcount: 1,
    rateFenPerHour: null,
    travelFen: 0,
    pricing: "fixed",
    rematchAfterFault: true,
    regularsFirst: false,
    direct: null,
  };
}

/** A kept draft read again: what an older version of the app did not know yet gets its first value. */
export function formFrom(kept: Readonly<Record<string, unknown>>): OrderForm | null {
  const { categoryId, cityId } = kept;
  if (typeof categoryId !== "string" || typeof cityId !== "string") return null;
  return { ...emptyForm(categoryId, cityId), ...(kept as Partial<OrderForm>) };
}

/** What the wizard knows of the category beyond the form, for the values that were left to us. */
export interface Suggestion {
  readonly mode: "on_site" | "remote";
  readonly minutes: number;
  readonly rateFenPerHour: Fen;
}

/** The address is complete: it can be sent. */
export function hasAddress(address: FormAddress): boolean {
  return address.district.trim() !== "" && address.line.trim() !== "" && address.position !== null;
}

/** How the order is priced: a worker booked by name cannot be quoted for by others. */
export function pricingOf({ pricing, direct }: Pick<OrderForm, "pricing" | "direct">): OrderForm["pricing"] {
  return direct === null ? pricing : "fixed";
}

/** The proposal sent to the server. Null where the form was left to us: the suggestion stands in. */
export function termsOf(form: OrderForm, suggestion: Suggestion): TermsInput {
  const { address } = form;
  const quoted = pricingOf(form) === "quotes";
  return {
    cityId: form.cityId,
    categoryId: form.categoryId,
    pricing: pricingOf(form),
    scope: Object.entries(form.answers)
      .filter(([, value]) => isGiven(value))
      .map(([key, value]) => ({ key, value })),
    note: form.note.trim(),
    photoIds: form.photos.map(({ id }) => id),
    tags: [...form.tags],
    address:
      suggestion.mode === "remote" || !hasAddress(address) || address.position === null
        ? null
        : { district: address.district.trim(), line: address.line.trim(), accessNotes: address.accessNotes.trim(), position: address.position },
    startsAt: form.soon ? null : form.startsAt,
    bookedMinutes: form.minutes ?? suggestion.minutes,
    headcount: form.headcount,
    rateFenPerHour: quoted ? 0 : (form.rateFenPerHour ?? suggestion.rateFenPerHour),
    travelFen: suggestion.mode === "remote" || quoted ? 0 : form.travelFen,
    rematchAfterFault: form.rematchAfterFault,
    direct: form.direct === null ? null : { workerId: form.direct.workerId, ifRefused: form.direct.ifRefused },
    regularsFirst: !quoted && form.regularsFirst,
  };
}

/** Whether an answer says something: not an empty text, not an empty choice. */
export function isGiven(value: Answer | undefined): value is Answer {
  if (value === undefined) return false;
  return typeof value === "number" ? Number.isFinite(value) : value.length > 0;
}
