import { useTRPC } from "@lingong/client/react";
import { Panel, QueryView } from "@lingong/ui";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { AdminPage } from "../shell/admin-page.tsx";
import { Pager } from "../table/pager.tsx";
import { TableSkeleton } from "../table/table-skeleton.tsx";
import { usePages } from "../table/use-pages.ts";
import { ReceiptList } from "./receipt-list.tsx";

const pageSize = 30;

/** Every decision about one worker: what answers "why do I get no orders?". */
export function WorkerReceiptsPage({ workerId }: { readonly workerId: string }) {
  const { t } = useTranslation("admin");
  const trpc = useTRPC();
  const pages = usePages(workerId);
  const query = useQuery(
    trpc.dispatch.workerReceipts.queryOptions({ workerId, limit: pageSize, cursor: pages.cursor }, { placeholderData: keepPreviousData }),
  );
  const name = query.data?.items[0]?.workerName;
  return (
    <AdminPage title={name === undefined ? t("dispatch.ofWorker") : t("dispatch.ofNamed", { name })}>
      <QueryView query={query} skeleton={<TableSkeleton rows={8} />}>
        {({ items, nextCursor }) => (
          <Panel>
            <ReceiptList receipts={items} naming="order" />
            <Pager pages={pages} pageSize={pageSize} shown={items.length} nextCursor={nextCursor} />
          </Panel>
        )}
      </QueryView>
    </AdminPage>
  );
}
