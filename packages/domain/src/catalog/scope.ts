import type { ScopeItem } from "../order/terms.ts";
import type { Category, ChecklistItem } from "./category.ts";

/** A scope as the customer has described it so far; the photos of an order count for its photo items. */
export interface DescribedScope {
  readonly scope: readonly ScopeItem[];
  readonly photoCount: number;
}

/** How well a scope is described: a percentage and the checklist keys still open, in the checklist's order. */
export interface ScopeQuality {
  readonly percent: number;
  readonly missing: readonly string[];
}

type AnswerValue = ScopeItem["value"];

function answerOf(scope: readonly ScopeItem[], key: string): AnswerValue | undefined {
  return scope.find((item) => item.key === key)?.value;
}

/** Whether a value is a proper answer to a question: of its kind, within its bounds, among its options. */
export function isAnswer(item: ChecklistItem, value: AnswerValue | undefined): boolean {
  if (value === undefined) return false;
  switch (item.kind) {
    case "number":
      return typeof value === "number" && Number.isFinite(value) && value >= item.least && value <= item.most;
    case "choice":
      return typeof value === "string" && item.options.some((option) => option.key === value);
    case "choices":
      return isChoices(item.options, value);
    case "text":
      return typeof value === "string" && value.trim().length > 0 && value.length <= item.mostCharacters;
    case "photos":
      return Array.isArray(value) && value.length > 0;
  }
}

function isChoices(options: readonly { readonly key: string }[], value: AnswerValue): boolean {
  if (typeof value === "number" || typeof value === "string" || value.length === 0) return false;
  return new Set(value).size === value.length && value.every((key) => options.some((option) => option.key === key));
}

/** The keys of required questions without a proper answer: such an order cannot be placed. */
export function missingRequired(category: Category, scope: readonly ScopeItem[]): readonly string[] {
  return category.checklist.filter((item) => item.required && !isAnswer(item, answerOf(scope, item.key))).map((item) => item.key);
}

/** The keys of a scope that the checklist does not know, knows twice or whose value is no proper answer. */
export function improperAnswers(category: Category, scope: readonly ScopeItem[]): readonly string[] {
  const seen = new Set<string>();
  const improper: string[] = [];
  for (const { key, value } of scope) {
    const item = category.checklist.find((candidate) => candidate.key === key);
    if (item === undefined || seen.has(key) || !isAnswer(item, value)) improper.push(key);
    seen.add(key);
  }
  return improper;
}

/** Whether at least one quantity is stated; an order without one is flagged vague (§6). */
export function isQuantified(category: Category, scope: readonly ScopeItem[]): boolean {
  return category.checklist.some((item) => item.kind === "number" && isAnswer(item, answerOf(scope, item.key)));
}

/** A required question weighs three parts, another two. */
function weightOf(item: ChecklistItem): number {
  return item.required ? 3 : 2;
}

/** How much of a question is answered, in hundredths: photos count one by one. */
function answeredHundredths(item: ChecklistItem, { scope, photoCount }: DescribedScope): number {
  const value = answerOf(scope, item.key);
  if (item.kind !== "photos") return isAnswer(item, value) ? 100 : 0;
  const photos = Math.max(photoCount, Array.isArray(value) ? value.length : 0);
  return Math.floor((100 * Math.min(photos, item.wanted)) / item.wanted);
}

/** The quality meter of a new order: 0–100, and what would still help ("3 more details and workers accept faster"). */
export function scopeQuality(category: Category, described: DescribedScope): ScopeQuality {
  let reached = 0;
  let whole = 0;
  const missing: string[] = [];
  for (const item of category.checklist) {
    const hundredths = answeredHundredths(item, described);
    reached += weightOf(item) * hundredths;
    whole += weightOf(item);
    if (hundredths < 100) missing.push(item.key);
  }
  return { percent: whole === 0 ? 100 : Math.floor(reached / whole), missing };
}

/** What an answer adds to the usual time; a quantity not yet stated counts as the usual one. */
function minutesOf(item: ChecklistItem, value: AnswerValue | undefined): number {
  switch (item.kind) {
    case "number":
      return (item.minutesEach ?? 0) * (typeof value === "number" && isAnswer(item, value) ? value : item.usual);
    case "choice":
      return item.options.find((option) => option.key === value)?.minutes ?? 0;
    case "choices":
      return item.options
        .filter((option) => Array.isArray(value) && value.includes(option.key))
        .reduce((total, option) => total + (option.minutes ?? 0), 0);
    case "text":
    case "photos":
      return 0;
  }
}

/**
 * The booked time suggested for a scope: base time and what each answer adds, rounded up to the booking step, at least
 * the category's minimum, at most what may be booked. With nothing answered it is the category's usual time.
 */
export function suggestedMinutes(category: Category, scope: readonly ScopeItem[], bounds: { readonly step: number; readonly most: number }): number {
  const stepped = (minutes: number): number => Math.ceil(minutes / bounds.step) * bounds.step;
  if (scope.length === 0) return stepped(category.usualMinutes);
  const minutes = category.checklist.reduce((total, item) => total + minutesOf(item, answerOf(scope, item.key)), category.baseMinutes ?? 0);
  const suggested = minutes === 0 ? category.usualMinutes : minutes;
  return Math.min(bounds.most, Math.max(stepped(category.minimumMinutes), stepped(suggested)));
}
