import type { DifferenceView } from "@lingong/contracts";
import { useFormat, useServerNow } from "@lingong/ui";
import { useTranslation } from "react-i18next";
import { addressOf } from "../../shell/address.ts";
import type { Column } from "../../table/columns.ts";
import { DataTable } from "../../table/data-table.tsx";
import { shortCode } from "../account-label.ts";
import classes from "../money.module.css";

/** What differs, line by line, with both amounts; each leads to its order where there is one. */
export function DifferenceTable({ differences }: { readonly differences: readonly DifferenceView[] }) {
  const { t } = useTranslation("admin");
  const format = useFormat();
  const now = useServerNow(60_000);
  const why = ({ kind, what }: DifferenceView) => `${t(`reconcile.what.${what}`)}: ${t(`reconcile.kind.${kind}`)}`;
  const amount = (fen: number | null) => (fen === null ? t("reconcile.nothing") : format.money(fen));
  const when = ({ at }: DifferenceView) => format.shortMoment(Date.parse(at), now);
  const columns: readonly Column<DifferenceView>[] = [
    { key: "why", head: t("reconcile.why"), cell: why },
    { key: "order", head: t("finance.order"), cell: ({ orderId }) => (orderId === null ? "" : shortCode(orderId)) },
    { key: "reference", head: t("reconcile.reference"), width: "28%", cell: (row) => <Reference {...row} /> },
    { key: "when", head: t("reconcile.when"), cell: when },
    { key: "statement", head: t("reconcile.statement"), align: "end", cell: ({ statementFen }) => <b>{amount(statementFen)}</b> },
    { key: "ledger", head: t("reconcile.ledger"), align: "end", cell: ({ ledgerFen }) => <b>{amount(ledgerFen)}</b> },
  ];
  return (
    <DataTable
      label={t("reconcile.differing")}
      columns={columns}
      rows={differences}
      keyOf={({ kind, reference, objectId }) => `${kind} ${reference} ${objectId}`}
      hrefOf={({ orderId }) => (orderId === null ? null : addressOf(`/orders/${orderId}`))}
      compact={(row) => ({
        title: why(row),
        detail: `${t("reconcile.statement")} ${amount(row.statementFen)}${t("app.between")}${t("reconcile.ledger")} ${amount(row.ledgerFen)}`,
        aside: when(row),
      })}
    />
  );
}

/** Our name of it, and the provider's. */
function Reference({ reference, objectId }: Pick<DifferenceView, "reference" | "objectId">) {
  return (
    <span className={classes.reference}>
      {reference}
      {objectId !== null && <br />}
      {objectId}
    </span>
  );
}
