import type { ChecklistItemView } from "@lingong/contracts";

type Of<Kind extends ChecklistItemView["kind"]> = Extract<ChecklistItemView, { kind: Kind }>;

/** How the questions stand on the page: cards for what matters, a list of rows for what is optional. */
export type QuestionBlock =
  | { readonly kind: "pair"; readonly key: string; readonly number: Of<"number">; readonly choice: Of<"choice"> }
  | { readonly kind: "single"; readonly key: string; readonly item: Exclude<ChecklistItemView, Of<"photos">> }
  | { readonly kind: "photos"; readonly key: string; readonly item: Of<"photos"> };

export interface QuestionLayout {
  readonly blocks: readonly QuestionBlock[];
  readonly rows: readonly (Of<"choice"> | Of<"text"> | Of<"number"> | Of<"choices">)[];
}

/**
 * Required questions and photos are cards, in the checklist's order; a quantity and the choice behind it share one
 * card. What is optional comes last, as rows that open.
 */
export function layoutQuestions(checklist: readonly ChecklistItemView[]): QuestionLayout {
  const blocks: QuestionBlock[] = [];
  const rows: QuestionLayout["rows"][number][] = [];
  for (let index = 0; index < checklist.length; index += 1) {
    const item = checklist[index];
    const next = checklist[index + 1];
    if (item === undefined) continue;
    if (item.kind === "photos") blocks.push({ kind: "photos", key: item.key, item });
    else if (!item.required) rows.push(item);
    else if (item.kind === "number" && next?.kind === "choice" && next.required) {
      blocks.push({ kind: "pair", key: item.key, number: item, choice: next });
      index += 1;
    } else blocks.push({ kind: "single", key: item.key, item });
  }
  return { blocks, rows };
}
