import type { CategoryRef, TermsView } from "@lingong/contracts";
import { type Bilingual, type Category, type ScopeItem, scopeLines } from "@lingong/domain";

export function categoryRef(category: Category): CategoryRef {
  return { id: category.id, name: category.name, icon: category.icon, mode: category.mode };
}

/** The scope in the checklist's order, each answer with its question. */
export function scopeView(category: Category, scope: readonly ScopeItem[]): TermsView["scope"] {
  const values = new Map(scope.map(({ key, value }) => [key, value]));
  return scopeLines(category, scope).map((line) => {
    const value = values.get(line.key) ?? "";
    return { ...line, value: typeof value === "object" ? [...value] : value };
  });
}

/** One line of what is quantified or chosen, for cards: 89 平方米 · 3 室 2 厅 2 卫. */
export function scopeSummary(category: Category, scope: readonly ScopeItem[]): Bilingual {
  const shortKinds = new Set(["number", "choice", "choices"]);
  const short = new Set(category.checklist.filter(({ kind }) => shortKinds.has(kind)).map(({ key }) => key));
  const lines = scopeLines(category, scope).filter(({ key }) => short.has(key));
  return { zh: lines.map(({ text }) => text.zh).join(" · "), en: lines.map(({ text }) => text.en).join(" · ") };
}
