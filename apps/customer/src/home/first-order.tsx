import { categoryIcon, ListRow, ListRows, Panel, useFormat, useText } from "@lingong/ui";
import { useTranslation } from "react-i18next";
import { useCategories } from "../catalog/use-categories.ts";

const mostShown = 3;

/** Usual first orders with what they come to: for those who have none under way. */
export function FirstOrder() {
  const { t } = useTranslation("customer");
  const { data: categories = [] } = useCategories();
  const text = useText();
  const format = useFormat();
  const usual = categories.filter(({ mode }) => mode === "on_site").slice(0, mostShown);
  const price = (rateFen: number, minutes: number) => Math.round((rateFen * minutes) / 60);
  if (usual.length === 0) return null;
  return (
    <Panel title={t("orders.usual")} dense>
      <ListRows>
        {usual.map(({ id, icon, name, band, usualMinutes }) => {
          const from = price(band.p25Fen, usualMinutes);
          const to = price(band.p75Fen, usualMinutes);
          return (
            <ListRow
              key={id}
              icon={categoryIcon(icon)}
              title={<b>{t("orders.usualFor", { category: text(name), span: format.span(usualMinutes) })}</b>}
              aside={from === to ? format.yuan(from) : format.moneyRange(from, to)}
              href={`/new?category=${id}`}
            />
          );
        })}
      </ListRows>
    </Panel>
  );
}
