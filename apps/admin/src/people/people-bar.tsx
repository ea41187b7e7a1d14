import { useCity } from "@lingong/client/react";
import { useText } from "@lingong/ui";
import { SegmentedControl, Select } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { TextFilter } from "../components/text-filter.tsx";
import classes from "./people.module.css";
import { type PeopleFilters, type Role, roles } from "./people-filters.ts";

export interface PeopleBarProps {
  readonly filters: PeopleFilters;
  readonly onChange: (filters: PeopleFilters) => void;
}

/** What the list of people is narrowed by. */
export function PeopleBar({ filters, onChange }: PeopleBarProps) {
  const { t } = useTranslation("admin");
  const text = useText();
  const { cities } = useCity();
  return (
    <search className={classes.bar}>
      <SegmentedControl
        aria-label={t("people.roleLabel")}
        value={filters.role ?? "all"}
        onChange={(role) => onChange({ ...filters, role: role === "all" ? undefined : (role as Role) })}
        data={[{ value: "all", label: t("people.allRoles") }, ...roles.map((value) => ({ value, label: t(`personRole.${value}`) }))]}
      />
      <TextFilter
        label={t("people.search")}
        placeholder={t("people.searchHint")}
        text={filters.text ?? ""}
        onText={(typed) => onChange({ ...filters, text: typed === "" ? undefined : typed })}
      />
      <Select
        aria-label={t("orders.city")}
        placeholder={t("orders.allCities")}
        clearable
        data={cities.map(({ id, name }) => ({ value: id, label: text(name) }))}
        value={filters.city ?? null}
        onChange={(city) => onChange({ ...filters, city: city ?? undefined })}
      />
    </search>
  );
}
