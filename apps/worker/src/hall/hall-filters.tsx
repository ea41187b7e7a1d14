import { categoryOf } from "@lingong/domain";
import { ChoiceChips, useText } from "@lingong/ui";
import { Select } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useWorker } from "../session/use-worker.ts";
import classes from "./hall.module.css";
import type { HallFilter, HallSort } from "./use-hall.ts";

export interface HallFiltersProps {
  readonly filter: HallFilter;
  readonly onChange: (filter: HallFilter) => void;
}

const sorts: readonly HallSort[] = ["time", "distance"];
const all = "all";

/** By time or distance, and of which kind: the worker's own categories. */
export function HallFilters({ filter, onChange }: HallFiltersProps) {
  const { t } = useTranslation("worker");
  const text = useText();
  const { worker } = useWorker();
  const categories = worker.qualifications.flatMap(({ categoryId }) => categoryOf(categoryId) ?? []);
  return (
    <div className={classes.filters}>
      <ChoiceChips
        label={t("hall.sort")}
        choices={sorts.map((sort) => ({ value: sort, label: t(`hall.sortBy.${sort}`) }))}
        value={filter.sort}
        onChange={(sort) => onChange({ ...filter, sort })}
      />
      {categories.length > 1 && (
        <Select
          aria-label={t("hall.category")}
          className={classes.category}
          data={[{ value: all, label: t("hall.allCategories") }, ...categories.map(({ id, name }) => ({ value: id, label: text(name) }))]}
          value={filter.categoryId ?? all}
          allowDeselect={false}
          onChange={(chosen) => onChange({ ...filter, categoryId: chosen === null || chosen === all ? null : chosen })}
        />
      )}
    </div>
  );
}
