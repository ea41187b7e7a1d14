import { useCity } from "@lingong/client/react";
import { categories } from "@lingong/domain";
import { useText } from "@lingong/ui";
import { Button, SegmentedControl, Select } from "@mantine/core";
import { DatePickerInput } from "@mantine/dates";
import { useDisclosure } from "@mantine/hooks";
import { IconAdjustmentsHorizontal, IconCalendar } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { TextFilter } from "../components/text-filter.tsx";
import { useDesk } from "../shell/use-desk.ts";
import classes from "./filter-bar.module.css";
import { narrowedBy, type OrderFilters, type Sort, type Stage, sorts, stageNames } from "./order-filters.ts";

export interface FilterBarProps {
  readonly filters: OrderFilters;
  readonly onChange: (filters: OrderFilters) => void;
}

/** What the list of orders is narrowed by; on a phone all but the text lies behind a button. */
export function FilterBar({ filters, onChange }: FilterBarProps) {
  const { t } = useTranslation("admin");
  const desk = useDesk();
  const [opened, { toggle }] = useDisclosure(false);
  const narrowed = narrowedBy(filters);
  return (
    <search className={classes.bar}>
      <StageChoice filters={filters} onChange={onChange} />
      <div className={classes.fields}>
        <TextFilter
          label={t("orders.search")}
          placeholder={t("orders.searchHint")}
          text={filters.text ?? ""}
          onText={(text) => onChange({ ...filters, text: text === "" ? undefined : text })}
        />
        {!desk && (
          <Button variant="default" aria-expanded={opened} leftSection={<IconAdjustmentsHorizontal size={18} aria-hidden />} onClick={toggle}>
            {narrowed === 0 ? t("filters.more") : t("filters.moreCount", { count: narrowed })}
          </Button>
        )}
        {(desk || opened) && <Narrowing filters={filters} onChange={onChange} />}
      </div>
    </search>
  );
}

function StageChoice({ filters, onChange }: FilterBarProps) {
  const { t } = useTranslation("admin");
  const desk = useDesk();
  const data = stageNames.map((value) => ({ value, label: t(`orders.stage.${value}`) }));
  const choose = (value: string | null) => onChange({ ...filters, stage: value === null || value === "all" ? undefined : (value as Stage) });
  const value = filters.stage ?? "all";
  if (!desk) return <Select aria-label={t("orders.stageLabel")} data={data} value={value} onChange={choose} allowDeselect={false} />;
  return <SegmentedControl aria-label={t("orders.stageLabel")} data={data} value={value} onChange={choose} className={classes.stages} />;
}

function Narrowing({ filters, onChange }: FilterBarProps) {
  const { t } = useTranslation("admin");
  const text = useText();
  const { cities } = useCity();
  const named = <Item extends { readonly id: string; readonly name: { readonly zh: string; readonly en: string } }>(items: readonly Item[]) =>
    items.map(({ id, name }) => ({ value: id, label: text(name) }));
  return (
    <>
      <Select
        aria-label={t("orders.city")}
        placeholder={t("orders.allCities")}
        clearable
        data={named(cities)}
        value={filters.city ?? null}
        onChange={(city) => onChange({ ...filters, city: city ?? undefined })}
      />
      <Select
        aria-label={t("orders.category")}
        placeholder={t("orders.allCategories")}
        clearable
        searchable
        data={named(categories)}
        value={filters.category ?? null}
        onChange={(category) => onChange({ ...filters, category: category ?? undefined })}
      />
      <DatePickerInput
        type="range"
        aria-label={t("orders.days")}
        placeholder={t("orders.anyDay")}
        clearable
        allowSingleDateInRange
        leftSection={<IconCalendar size={18} aria-hidden />}
        valueFormat="YYYY-MM-DD"
        value={[filters.from ?? null, filters.to ?? null]}
        onChange={([from, to]) => onChange({ ...filters, from: from ?? undefined, to: to ?? undefined })}
      />
      <Select
        aria-label={t("orders.sort")}
        data={sorts.map((value) => ({ value, label: t(`orders.sortBy.${value}`) }))}
        value={filters.sort ?? "newest"}
        onChange={(sort) => onChange({ ...filters, sort: sort === null || sort === "newest" ? undefined : (sort as Sort) })}
        allowDeselect={false}
      />
    </>
  );
}
