import { useCity } from "@lingong/client/react";
import type { CategoryCard } from "@lingong/contracts";
import { CategoryTile, useFormat, useText } from "@lingong/ui";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useMarketNote } from "../catalog/use-market-note.ts";
import card from "../components/card.module.css";
import classes from "./landing.module.css";

/** One scale for all, so that bars can be compared: from nothing to a whole fifty yuan above the dearest. */
function scaleEnd(categories: readonly CategoryCard[]): number {
  const most = Math.max(...categories.map(({ band }) => band.p75Fen), 10_000);
  return (Math.floor(most / 5_000) + 1) * 5_000;
}

/** What an hour costs in this city, category by category, drawn to one scale. */
export function PriceScale({ categories }: { readonly categories: readonly CategoryCard[] }) {
  const { t } = useTranslation("customer");
  const text = useText();
  const format = useFormat();
  const { city } = useCity();
  const note = useMarketNote(categories);
  const end = scaleEnd(categories);
  return (
    <section>
      <div className={classes.scaleHead}>
        <h2 className={classes.sectionTitle}>{t("landing.hourCosts", { city: city === undefined ? "" : text(city.name) })}</h2>
        <span>{t("landing.scaleNote", { note, to: format.yuan(end) })}</span>
      </div>
      <ul className={classes.scale}>
        {categories.map(({ id, icon, name, band }) => (
          <li key={id}>
            <Link to="/new" search={{ category: id }} className={`${card.link} ${classes.price}`}>
              <span className={classes.priceHead}>
                <CategoryTile icon={icon} />
                <b>{text(name)}</b>
                <b className={classes.priceFigure}>
                  {band.p25Fen === band.p75Fen ? format.yuan(band.p50Fen) : format.moneyRange(band.p25Fen, band.p75Fen)}
                </b>
              </span>
              <span className={classes.track} aria-hidden="true">
                <span style={{ left: `${(band.p25Fen / end) * 100}%`, width: `${((band.p75Fen - band.p25Fen) / end) * 100}%` }} />
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
