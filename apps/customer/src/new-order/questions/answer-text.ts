import type { ChecklistItemView } from "@lingong/contracts";
import type { Bilingual } from "@lingong/domain";
import { type Answer, isGiven } from "../form/order-form.ts";

/** An answer in one line; empty while there is none. */
export function answerText(item: ChecklistItemView, value: Answer | undefined, text: (words: Bilingual) => string): string {
  if (!isGiven(value)) return "";
  switch (item.kind) {
    case "number":
      return `${value} ${text(item.unit)}`;
    case "choice":
    case "choices": {
      const keys = Array.isArray(value) ? value : [value];
      const labels = item.options.filter((option) => keys.includes(option.key)).map((option) => text(option.label));
      return labels.join(" · ");
    }
    case "text":
      return String(value);
    case "photos":
      return "";
  }
}
