import { useTRPC } from "@lingong/client/react";
import type { AccountPositionView } from "@lingong/contracts";
import { Panel, QueryView, StateView, useFormat } from "@lingong/ui";
import { SegmentedControl } from "@mantine/core";
import { IconWallet } from "@tabler/icons-react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { addressOf } from "../shell/address.ts";
import { AdminPage } from "../shell/admin-page.tsx";
import type { Column } from "../table/columns.ts";
import { DataTable } from "../table/data-table.tsx";
import { Pager } from "../table/pager.tsx";
import { TableSkeleton } from "../table/table-skeleton.tsx";
import { usePages } from "../table/use-pages.ts";
import { accountLabel } from "./account-label.ts";
import classes from "./money.module.css";
import { MoneyTabs } from "./money-tabs.tsx";

const pageSize = 30;

export type AccountKind = "escrow" | "worker";

export interface AccountsPageProps {
  readonly kind: AccountKind;
  readonly onKind: (kind: AccountKind) => void;
}

/** Escrows or wallets one by one, the largest first; each leads to its own journal. */
export function AccountsPage({ kind, onKind }: AccountsPageProps) {
  const { t } = useTranslation("admin");
  const trpc = useTRPC();
  const pages = usePages(kind);
  const query = useQuery(trpc.finance.accounts.queryOptions({ kind, cursor: pages.cursor, limit: pageSize }, { placeholderData: keepPreviousData }));
  const empty = (
    <StateView icon={IconWallet} title={t("finance.noAccounts")}>
      {t("finance.noAccountsBody")}
    </StateView>
  );
  return (
    <AdminPage title={t("finance.accounts")} live>
      <MoneyTabs />
      <div className={classes.bar}>
        <SegmentedControl
          aria-label={t("finance.kindLabel")}
          data={(["worker", "escrow"] as const).map((value) => ({ value, label: t(`finance.kind.${value}`) }))}
          value={kind}
          onChange={(next) => onKind(next as AccountKind)}
        />
      </div>
      <div className={classes.below}>
        <Panel flush>
          <QueryView query={query} skeleton={<TableSkeleton rows={10} />} isEmpty={({ items }) => items.length === 0} empty={empty}>
            {({ items, nextCursor }) => (
              <>
                <AccountTable rows={items} busy={query.isPlaceholderData} />
                <Pager pages={pages} pageSize={pageSize} shown={items.length} nextCursor={nextCursor} />
              </>
            )}
          </QueryView>
        </Panel>
      </div>
    </AdminPage>
  );
}

function AccountTable({ rows, busy }: { readonly rows: readonly AccountPositionView[]; readonly busy: boolean }) {
  const { t } = useTranslation("admin");
  const { t: domain } = useTranslation("domain");
  const format = useFormat();
  const columns: readonly Column<AccountPositionView>[] = [
    { key: "account", head: t("finance.account"), cell: ({ account }) => accountLabel(account, domain) },
    { key: "owner", head: t("finance.owner"), cell: ({ ownerName }) => ownerName ?? "" },
    { key: "fen", head: t("finance.fen"), align: "end", cell: ({ fen }) => <b>{format.money(fen)}</b> },
  ];
  return (
    <DataTable
      label={t("finance.accounts")}
      columns={columns}
      rows={rows}
      busy={busy}
      keyOf={({ account }) => account}
      hrefOf={({ account }) => addressOf(`/money/journal?account=${encodeURIComponent(account)}`)}
      compact={({ account, ownerName, fen }) => ({
        title: ownerName ?? accountLabel(account, domain),
        detail: ownerName === null ? undefined : accountLabel(account, domain),
        aside: <b>{format.money(fen)}</b>,
      })}
    />
  );
}
