import { useTRPC } from "@lingong/client/react";
import { Panel, QueryView, StateView } from "@lingong/ui";
import { Button, Select } from "@mantine/core";
import { IconReceipt2, IconX } from "@tabler/icons-react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { AdminPage } from "../shell/admin-page.tsx";
import { Pager } from "../table/pager.tsx";
import { TableSkeleton } from "../table/table-skeleton.tsx";
import { usePages } from "../table/use-pages.ts";
import { accountLabel, shortCode } from "./account-label.ts";
import { type JournalFilters, type JournalReasonName, journalInputOf, journalReasons } from "./journal-filters.ts";
import { JournalTable } from "./journal-table.tsx";
import classes from "./money.module.css";
import { MoneyTabs } from "./money-tabs.tsx";

const pageSize = 30;

export interface JournalPageProps {
  readonly filters: JournalFilters;
  readonly onChange: (filters: JournalFilters) => void;
}

/** Every entry, newest first; of one account or one order when asked. Each leads to the event it was posted with. */
export function JournalPage({ filters, onChange }: JournalPageProps) {
  const { t } = useTranslation("admin");
  const trpc = useTRPC();
  const pages = usePages(JSON.stringify(filters));
  const input = journalInputOf(filters, { cursor: pages.cursor, limit: pageSize });
  const query = useQuery(trpc.admin.journal.queryOptions(input, { placeholderData: keepPreviousData }));
  const empty = (
    <StateView icon={IconReceipt2} title={t("journal.none")}>
      {t("journal.noneBody")}
    </StateView>
  );
  return (
    <AdminPage title={t("nav.journal")} live>
      <MoneyTabs />
      <JournalBar filters={filters} onChange={onChange} />
      <Panel flush>
        <QueryView query={query} skeleton={<TableSkeleton rows={10} />} isEmpty={({ items }) => items.length === 0} empty={empty}>
          {({ items, nextCursor }) => (
            <>
              <JournalTable entries={items} busy={query.isPlaceholderData} />
              <Pager pages={pages} pageSize={pageSize} shown={items.length} nextCursor={nextCursor} />
            </>
          )}
        </QueryView>
      </Panel>
    </AdminPage>
  );
}

function JournalBar({ filters, onChange }: JournalPageProps) {
  const { t } = useTranslation("admin");
  const { t: domain } = useTranslation("domain");
  const { account, order, reason } = filters;
  return (
    <search className={classes.bar}>
      <Select
        data-filter
        className={classes.reason}
        aria-label={t("journal.reason")}
        placeholder={t("journal.anyReason")}
        clearable
        data={journalReasons.map((value) => ({ value, label: domain(`journalReason.${value}`) }))}
        value={reason ?? null}
        onChange={(next) => onChange({ ...filters, reason: next === null ? undefined : (next as JournalReasonName) })}
      />
      {account !== undefined && <Narrowed label={accountLabel(account, domain)} onClear={() => onChange({ ...filters, account: undefined })} />}
      {order !== undefined && (
        <Narrowed label={t("dossier.heading", { code: shortCode(order) })} onClear={() => onChange({ ...filters, order: undefined })} />
      )}
    </search>
  );
}

/** What the journal is narrowed to, and the way to take it off. */
function Narrowed({ label, onClear }: { readonly label: string; readonly onClear: () => void }) {
  const { t } = useTranslation("admin");
  return (
    <Button variant="light" rightSection={<IconX size={16} aria-hidden />} aria-label={t("filters.remove", { name: label })} onClick={onClear}>
      {label}
    </Button>
  );
}
