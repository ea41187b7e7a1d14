import type { AccountBalance, TrialBalance } from "@lingong/contracts";
import { useFormat } from "@lingong/ui";
import { useTranslation } from "react-i18next";
import { addressOf } from "../shell/address.ts";
import type { Column } from "../table/columns.ts";
import { DataTable } from "../table/data-table.tsx";
import { accountLabel } from "./account-label.ts";
import { accountOf, shareOfLargest } from "./balance.ts";
import classes from "./money.module.css";

/** One row an account, or a kind of account: what lies on it, drawn beside the largest; the sum is always nothing. */
export function BalanceTable({ balance }: { readonly balance: TrialBalance }) {
  const { t } = useTranslation("admin");
  const { t: domain } = useTranslation("domain");
  const format = useFormat();
  const about = (kind: string) => t(`accountAbout.${kind as "escrow"}`, { defaultValue: "" });
  const columns: readonly Column<AccountBalance>[] = [
    {
      key: "account",
      head: t("balance.account"),
      cell: ({ account, kind }) => (
        <span className={classes.account}>
          <b>{accountLabel(account, domain)}</b>
          <small>{about(kind)}</small>
        </span>
      ),
    },
    { key: "count", head: t("balance.accounts"), align: "end", cell: ({ accounts }) => format.count(accounts) },
    {
      key: "bar",
      head: t("balance.scale"),
      width: "34%",
      cell: ({ fen }) => (
        <span className={classes.scale} data-negative={fen < 0 ? true : undefined} aria-hidden="true">
          <span style={{ width: `${shareOfLargest(balance.rows, fen) * 50}%` }} />
        </span>
      ),
    },
    { key: "fen", head: t("balance.fen"), align: "end", cell: ({ fen }) => <b>{format.money(fen)}</b> },
  ];
  return (
    <DataTable
      label={t("balance.title")}
      columns={columns}
      rows={balance.rows}
      keyOf={({ account }) => account}
      hrefOf={(row) => {
        const account = accountOf(row);
        if (account === null) return addressOf(`/money/accounts?kind=${row.kind}`);
        return addressOf(`/money/journal?account=${encodeURIComponent(account)}`);
      }}
      compact={({ account, kind, fen }) => ({ title: accountLabel(account, domain), detail: about(kind), aside: <b>{format.money(fen)}</b> })}
      foot={
        <tr>
          <td colSpan={3}>{t("balance.sum")}</td>
          <td data-align="end">{format.money(balance.sumFen)}</td>
        </tr>
      }
    />
  );
}
