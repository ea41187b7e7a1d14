import type { Difference } from "@lingong/domain";
import { useTranslation } from "react-i18next";
import type { Column } from "../table/columns.ts";
import { DataTable } from "../table/data-table.tsx";
import classes from "./fees.module.css";
import { useNumberName } from "./use-number-name.ts";

/** Each changed number, as it was and as it will be. */
export function DifferenceTable({ differences }: { readonly differences: readonly Difference[] }) {
  const { t } = useTranslation("admin");
  const { nameOf, written } = useNumberName();
  if (differences.length === 0) return <p className={classes.second}>{t("fees.noDiff")}</p>;
  const columns: readonly Column<Difference>[] = [
    { key: "path", head: t("fees.path"), cell: ({ path }) => nameOf(path) },
    { key: "from", head: t("fees.from"), align: "end", cell: ({ path, from }) => <s className={classes.current}>{written(path, from)}</s> },
    { key: "to", head: t("fees.to"), align: "end", cell: ({ path, to }) => <b>{written(path, to)}</b> },
  ];
  return (
    <DataTable
      label={t("fees.diff")}
      columns={columns}
      rows={differences}
      keyOf={({ path }) => path}
      compact={({ path, from, to }) => ({ title: nameOf(path), detail: written(path, from), aside: <b>{written(path, to)}</b> })}
    />
  );
}
