import type { CategoryCard as Category } from "@lingong/contracts";
import { SegmentedControl } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import classes from "./catalog.module.css";
import { CategoryCard } from "./category-card.tsx";
import { useMarketNote } from "./use-market-note.ts";

export interface CategorySectionProps {
  readonly title: string;
  readonly categories: readonly Category[];
  /** Of either kind of work at most so many. */
  readonly most?: number;
  readonly headClassName?: string;
}

/** Categories by kind of work: at a place, or from afar. */
export function CategorySection({ title, categories, most = Number.POSITIVE_INFINITY, headClassName }: CategorySectionProps) {
  const { t } = useTranslation("customer");
  const { t: domain } = useTranslation("domain");
  const [mode, setMode] = useState<Category["mode"]>("on_site");
  const note = useMarketNote(categories);
  const shown = categories.filter((category) => category.mode === mode).slice(0, most);
  return (
    <section>
      <div className={headClassName}>
        <h2>{title}</h2>
        <SegmentedControl
          className={classes.mode}
          aria-label={t("catalog.mode")}
          value={mode}
          onChange={(value) => setMode(value === "remote" ? "remote" : "on_site")}
          data={[
            { value: "on_site", label: domain("mode.on_site") },
            { value: "remote", label: domain("mode.remote") },
          ]}
        />
      </div>
      <div className={most === Number.POSITIVE_INFINITY ? `${classes.cards} ${classes.wide}` : classes.cards}>
        {shown.map((category) => (
          <CategoryCard key={category.id} category={category} />
        ))}
      </div>
      <p className={classes.note}>{note}</p>
    </section>
  );
}
