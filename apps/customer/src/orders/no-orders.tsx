import { ListRow, ListRows, Panel, StateView, useFormat } from "@lingong/ui";
import { IconHistory, IconListDetails } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { categoryIcon } from "../catalog/category-icon.tsx";
import { useCategories } from "../catalog/use-categories.ts";
import { LinkButton } from "../components/link-button.tsx";
import { useText } from "../components/use-text.ts";
import type { OrderFilter } from "./filter.ts";
import classes from "./orders.module.css";

/** Nothing here yet: what will appear, and usual first orders with what they come to. */
export function NoOrders({ filter, past }: { readonly filter: OrderFilter; readonly past: number }) {
  const { t } = useTranslation("customer");
  const { data: categories = [] } = useCategories();
  const text = useText();
  const format = useFormat();
  const usual = categories.filter(({ mode }) => mode === "on_site").slice(0, 3);
  const price = (rate: number, minutes: number) => Math.round((rate * minutes) / 60);
  return (
    <>
      <StateView
        icon={IconListDetails}
        title={t(`orders.none.${filter}`)}
        action={
          <LinkButton to="/categories" size="lg">
            {t("orders.begin")}
          </LinkButton>
        }
      >
        {t(`orders.noneText.${filter}`)}
      </StateView>
      {usual.length > 0 && (
        <section>
          <h2 className={classes.caption}>{t("orders.usual")}</h2>
          <Panel dense>
            <ListRows>
              {usual.map(({ id, icon, name, band, usualMinutes }) => (
                <ListRow
                  key={id}
                  icon={categoryIcon(icon)}
                  title={<b>{t("orders.usualFor", { category: text(name), span: format.span(usualMinutes) })}</b>}
                  aside={
                    band.p25Fen === band.p75Fen
                      ? format.yuan(price(band.p50Fen, usualMinutes))
                      : format.moneyRange(price(band.p25Fen, usualMinutes), price(band.p75Fen, usualMinutes))
                  }
                  href={`/new?category=${id}`}
                />
              ))}
            </ListRows>
          </Panel>
        </section>
      )}
      {filter !== "past" && past > 0 && (
        <p className={classes.past}>
          <IconHistory size={18} aria-hidden />
          {t("orders.pastThere", { count: past })}
        </p>
      )}
    </>
  );
}
