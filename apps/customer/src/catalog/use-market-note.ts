import { useCity } from "@lingong/client/react";
import type { CategoryCard } from "@lingong/contracts";
import { useText } from "@lingong/ui";
import { useTranslation } from "react-i18next";

/** Where the prices come from: settled orders, or the reference rate where too few were settled. */
export function useMarketNote(categories: readonly CategoryCard[]): string {
  const { t } = useTranslation("customer");
  const text = useText();
  const { city } = useCity();
  const name = city === undefined ? "" : text(city.name);
  const reference = categories.some((category) => category.band.source === "reference");
  const days = categories[0]?.band.windowDays ?? 90;
  return t(reference ? "catalog.marketNoteReference" : "catalog.marketNote", { city: name, days });
}
