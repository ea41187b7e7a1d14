import type { FeeLabOutput } from "@lingong/contracts";
import { categoryOf, type FeePlanId } from "@lingong/domain";
import type { CsvCell } from "@lingong/ui";
import type { TFunction } from "i18next";
import type { Sum } from "./lab-table.tsx";

/** How rows are named in the reader's language. */
export interface LabWords {
  readonly t: TFunction<"admin">;
  readonly category: (id: string) => string;
}

/** A category's name, or its id where it is older than the catalogue. */
export function categoryNamer(text: (name: { readonly zh: string; readonly en: string }) => string): (id: string) => string {
  return (id) => {
    const category = categoryOf(id);
    return category === null ? id : text(category.name);
  };
}

const money = (fen: number): CsvCell => ({ fen });

function rowOf(group: string, name: string, sum: Sum): CsvCell[] {
  const { orders, baseFen, currentCommissionFen, draftCommissionFen, currentNetFen, draftNetFen, better, same, worse } = sum;
  return [
    group,
    name,
    orders,
    money(baseFen),
    money(currentCommissionFen),
    money(draftCommissionFen),
    money(draftCommissionFen - currentCommissionFen),
    money(currentNetFen),
    money(draftNetFen),
    money(draftNetFen - currentNetFen),
    better,
    same,
    worse,
  ];
}

/**
 * A replay as a table: the sum, each category, each plan, and the workers who lose and gain most. Amounts in yuan, to the
 * fen; in each part the rows add up to the sum, but for the workers, of whom only the ends are listed.
 */
export function labRows({ total, byCategory, byPlan, workers }: FeeLabOutput, { t, category }: LabWords): CsvCell[][] {
  const columns = [
    "group",
    "name",
    "orders",
    "base",
    "now",
    "then",
    "difference",
    "netNow",
    "netThen",
    "netDifference",
    "better",
    "same",
    "worse",
  ] as const;
  return [
    columns.map((column) => t(`fees.csvHead.${column}`)),
    rowOf(t("fees.total"), "", total),
    ...byCategory.map((row) => rowOf(t("fees.columns.category"), category(row.categoryId), row)),
    ...byPlan.map((row) => rowOf(t("fees.columns.plan"), t(`fees.plan.${row.plan satisfies FeePlanId}`), row)),
    ...workers.losers.map((row) => rowOf(t("fees.losers"), row.name, row)),
    ...workers.gainers.map((row) => rowOf(t("fees.gainers"), row.name, row)),
  ];
}
