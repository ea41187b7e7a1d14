import type { ScopeItem } from "../order/terms.ts";
import type { Bilingual, Category, ChecklistItem } from "./category.ts";

/** One answered question as people read it. */
export interface ScopeLine {
  readonly key: string;
  readonly label: Bilingual;
  readonly text: Bilingual;
}

function optionLabels(item: Extract<ChecklistItem, { readonly kind: "choice" | "choices" }>, keys: readonly string[]): Bilingual {
  const labels = keys.map((key) => item.options.find((option) => option.key === key)?.label ?? { zh: key, en: key });
  return { zh: labels.map((label) => label.zh).join("、"), en: labels.map((label) => label.en).join(", ") };
}

function answerText(item: ChecklistItem, value: ScopeItem["value"]): Bilingual {
  const keys = Array.isArray(value) ? (value as readonly string[]) : [String(value)];
  switch (item.kind) {
    case "number":
      return { zh: `${keys[0] ?? ""} ${item.unit.zh}`, en: `${keys[0] ?? ""} ${item.unit.en}` };
    case "choice":
    case "choices":
      return optionLabels(item, keys);
    case "text":
      return { zh: keys[0] ?? "", en: keys[0] ?? "" };
    case "photos":
      return { zh: `${keys.length} 张`, en: `${keys.length} photos` };
  }
}

/** A scope as people read it, in the checklist's order; answers the checklist does not know are left out. */
export function scopeLines(category: Category, scope: readonly ScopeItem[]): readonly ScopeLine[] {
  return category.checklist.flatMap((item) => {
    const answer = scope.find((candidate) => candidate.key === item.key);
    return answer === undefined ? [] : [{ key: item.key, label: item.label, text: answerText(item, answer.value) }];
  });
}
