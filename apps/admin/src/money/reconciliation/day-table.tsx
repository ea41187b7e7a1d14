import type { ReconciliationView } from "@lingong/contracts";
import { Chip, useFormat, useServerNow } from "@lingong/ui";
import { IconAlertTriangle, IconCircleCheck } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { addressOf } from "../../shell/address.ts";
import type { Column } from "../../table/columns.ts";
import { DataTable } from "../../table/data-table.tsx";
import classes from "../money.module.css";

export interface DayTableProps {
  readonly days: readonly ReconciliationView[];
  readonly chosen: string | null;
}

/** One row a day: what both sides moved, and whether every line has its match. */
export function DayTable({ days, chosen }: DayTableProps) {
  const { t } = useTranslation("admin");
  const format = useFormat();
  const now = useServerNow(60_000);
  const columns: readonly Column<ReconciliationView>[] = [
    { key: "day", head: t("reconcile.day"), cell: ({ day }) => <span className={day === chosen ? classes.chosen : undefined}>{day}</span> },
    { key: "verdict", head: t("reconcile.differing"), cell: (row) => <Verdict row={row} /> },
    { key: "lines", head: t("reconcile.lines"), align: "end", cell: ({ lines }) => format.count(lines) },
    { key: "matched", head: t("reconcile.matched"), align: "end", cell: ({ matched }) => format.count(matched) },
    { key: "captures", head: t("reconcile.captures"), cell: ({ totals }) => <Sides {...totals.captures} /> },
    { key: "refunds", head: t("reconcile.refunds"), cell: ({ totals }) => <Sides {...totals.refunds} /> },
    { key: "payouts", head: t("reconcile.payouts"), cell: ({ totals }) => <Sides {...totals.payouts} /> },
    { key: "at", head: t("reconcile.at"), cell: ({ at, byName }) => `${format.shortMoment(Date.parse(at), now)} ${byName ?? t("reconcile.job")}` },
  ];
  return (
    <DataTable
      label={t("reconcile.days")}
      columns={columns}
      rows={days}
      keyOf={({ day }) => day}
      hrefOf={({ day }) => addressOf(`/money/reconciliation?day=${day}`)}
      compact={(row) => ({ title: row.day, detail: <Sides {...row.totals.captures} />, aside: <Verdict row={row} /> })}
    />
  );
}

function Verdict({ row: { differing, complete } }: { readonly row: ReconciliationView }) {
  const { t } = useTranslation("admin");
  return (
    <span className={classes.chips}>
      <Chip tone={differing > 0 ? "warn" : "accent"} icon={differing > 0 ? IconAlertTriangle : IconCircleCheck}>
        {differing > 0 ? t("reconcile.count", { count: differing }) : t("reconcile.allEven")}
      </Chip>
      {!complete && <Chip tone="outline">{t("reconcile.provisional")}</Chip>}
    </span>
  );
}

/** What moved by the statement, and by the ledger where that is another sum. */
function Sides({ statementFen, ledgerFen }: { readonly statementFen: number; readonly ledgerFen: number }) {
  const { t } = useTranslation("admin");
  const format = useFormat();
  if (statementFen === ledgerFen) return <span className={classes.sides}>{format.money(statementFen)}</span>;
  return (
    <span className={classes.sides} data-differs>
      {t("reconcile.sides", { statement: format.money(statementFen), ledger: format.money(ledgerFen) })}
    </span>
  );
}
