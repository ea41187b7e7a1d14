import { useCity } from "@lingong/client/react";
import { categories } from "@lingong/domain";
import { Panel, useText } from "@lingong/ui";
import { Select } from "@mantine/core";
import { DatePickerInput } from "@mantine/dates";
import { IconCalendar } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import classes from "./fees.module.css";

/** Which past orders are replayed: local days, both included. */
export interface LabPeriod {
  readonly from: string;
  readonly to: string;
  readonly cityId: string | null;
  readonly categoryId: string | null;
}

export function LabFilters({
  period,
  today,
  onChange,
}: {
  readonly period: LabPeriod;
  readonly today: string;
  readonly onChange: (period: LabPeriod) => void;
}) {
  const { t } = useTranslation("admin");
  const text = useText();
  const { cities } = useCity();
  return (
    <Panel title={t("fees.period")}>
      <div className={classes.filters}>
        <DatePickerInput
          type="range"
          aria-label={t("fees.period")}
          allowSingleDateInRange
          leftSection={<IconCalendar size={18} aria-hidden />}
          valueFormat="YYYY-MM-DD"
          maxDate={today}
          defaultValue={[period.from, period.to]}
          onChange={([from, to]) => from !== null && to !== null && onChange({ ...period, from, to })}
        />
        <Select
          aria-label={t("fees.city")}
          placeholder={t("fees.everyCity")}
          clearable
          data={cities.map(({ id, name }) => ({ value: id, label: text(name) }))}
          value={period.cityId}
          onChange={(cityId) => onChange({ ...period, cityId })}
        />
        <Select
          aria-label={t("fees.category")}
          placeholder={t("fees.everyCategory")}
          clearable
          data={categories.map(({ id, name }) => ({ value: id, label: text(name) }))}
          value={period.categoryId}
          onChange={(categoryId) => onChange({ ...period, categoryId })}
        />
      </div>
    </Panel>
  );
}
