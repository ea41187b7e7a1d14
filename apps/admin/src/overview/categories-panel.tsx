import type { Overview } from "@lingong/contracts";
import { categoryOf } from "@lingong/domain";
import { Meter, Panel, useFormat, useText } from "@lingong/ui";
import { useTranslation } from "react-i18next";
import classes from "./panels.module.css";

export interface CategoriesPanelProps {
  readonly categories: Overview["categories"];
  readonly targetBasisPoints: number;
}

/** More than ten points below the target asks for somebody. */
const farBelow = 1_000;
const shown = 6;

/** How much of each category's work found somebody today, the best first. */
export function CategoriesPanel({ categories, targetBasisPoints }: CategoriesPanelProps) {
  const { t } = useTranslation("admin");
  const format = useFormat();
  const text = useText();
  const sorted = [...categories].sort((a, b) => b.basisPoints - a.basisPoints);
  const rows = sorted.length <= shown ? sorted : [...sorted.slice(0, shown - 2), ...sorted.slice(-2)];
  return (
    <Panel title={t("categories.title")} aside={t("categories.today")}>
      {rows.length === 0 && <p className={classes.none}>{t("categories.none")}</p>}
      <div className={classes.meters}>
        {rows.map(({ categoryId, basisPoints }) => {
          const category = categoryOf(categoryId);
          return (
            <Meter
              key={categoryId}
              label={category === null ? categoryId : text(category.name)}
              value={basisPoints / 10_000}
              text={<b>{format.share(basisPoints / 10_000)}</b>}
              tone={basisPoints < targetBasisPoints - farBelow ? "warn" : "accent"}
            />
          );
        })}
      </div>
    </Panel>
  );
}
