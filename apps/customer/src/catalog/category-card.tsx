import type { CategoryCard as Category } from "@lingong/contracts";
import { CategoryTile, useFormat, useText } from "@lingong/ui";
import { IconLayoutGrid } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import card from "../components/card.module.css";
import classes from "./catalog.module.css";

/** A category with the market's price and the people free now. */
export function CategoryCard({ category }: { readonly category: Category }) {
  const { t } = useTranslation("customer");
  const text = useText();
  const format = useFormat();
  const { p25Fen, p75Fen } = category.band;
  return (
    <Link to="/new" search={{ category: category.id }} className={`${card.link} ${classes.card}`}>
      <span className={classes.cardBody}>
        <CategoryTile icon={category.icon} />
        <span className={classes.cardText}>
          <b>{text(category.name)}</b>
          <span className={classes.second}>
            {category.availableNow === 0 ? t("catalog.bookable") : t("catalog.availableNow", { count: category.availableNow })}
          </span>
        </span>
        <span className={classes.price}>
          <b>{p25Fen === p75Fen ? format.yuan(p25Fen) : format.moneyRange(p25Fen, p75Fen)}</b> <span>{t("catalog.perHour")}</span>
        </span>
      </span>
    </Link>
  );
}

/** A phone's tiles: the first seven, and all. */
export function CategoryTiles({ categories }: { readonly categories: readonly Category[] }) {
  const { t } = useTranslation("customer");
  const text = useText();
  return (
    <ul className={classes.tiles}>
      {categories.slice(0, 7).map((category) => (
        <li key={category.id}>
          <Link to="/new" search={{ category: category.id }} className={classes.tileLink}>
            <CategoryTile icon={category.icon} size={56} />
            {text(category.name)}
          </Link>
        </li>
      ))}
      <li>
        <Link to="/categories" className={classes.tileLink}>
          <span className={classes.allTile}>
            <IconLayoutGrid size={28} stroke={1.75} aria-hidden />
          </span>
          {t("catalog.all")}
        </Link>
      </li>
    </ul>
  );
}
