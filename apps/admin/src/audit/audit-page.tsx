import { useTRPC } from "@lingong/client/react";
import { Panel, QueryView } from "@lingong/ui";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { AdminPage } from "../shell/admin-page.tsx";
import { Pager } from "../table/pager.tsx";
import { TableSkeleton } from "../table/table-skeleton.tsx";
import { usePages } from "../table/use-pages.ts";
import { AuditTable } from "./audit-table.tsx";

const pageSize = 30;

/** What admins did and looked at, newest first; nothing in it can be changed. */
export function AuditPage() {
  const { t } = useTranslation("admin");
  const trpc = useTRPC();
  const pages = usePages("all");
  const query = useQuery(
    trpc.admin.auditLog.queryOptions({ cursor: pages.cursor, limit: pageSize }, { placeholderData: keepPreviousData, refetchInterval: 20_000 }),
  );
  return (
    <AdminPage title={t("nav.audit")} note={t("audit.about")}>
      <Panel flush>
        <QueryView query={query} skeleton={<TableSkeleton rows={12} />} isEmpty={({ items }) => items.length === 0}>
          {({ items, nextCursor }) => (
            <>
              <AuditTable rows={items} busy={query.isPlaceholderData} />
              <Pager pages={pages} pageSize={pageSize} shown={items.length} nextCursor={nextCursor} />
            </>
          )}
        </QueryView>
      </Panel>
    </AdminPage>
  );
}
