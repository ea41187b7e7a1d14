import { useTRPC } from "@lingong/client/react";
import { QueryView } from "@lingong/ui";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Pager } from "../table/pager.tsx";
import { TableSkeleton } from "../table/table-skeleton.tsx";
import { usePages } from "../table/use-pages.ts";
import { ReceiptList } from "./receipt-list.tsx";

const pageSize = 25;

/** Everybody a round considered, a page at a time. */
export function RoundReceipts({ roundId, orderId }: { readonly roundId: number; readonly orderId: string | null }) {
  const trpc = useTRPC();
  const pages = usePages(`${roundId} ${orderId}`);
  const input = { roundId, orderId, limit: pageSize, cursor: pages.cursor };
  const query = useQuery(trpc.dispatch.roundReceipts.queryOptions(input, { placeholderData: keepPreviousData }));
  return (
    <QueryView query={query} skeleton={<TableSkeleton rows={6} />}>
      {({ items, nextCursor }) => (
        <>
          <ReceiptList receipts={items} naming={orderId === null ? "both" : "worker"} />
          <Pager pages={pages} pageSize={pageSize} shown={items.length} nextCursor={nextCursor} />
        </>
      )}
    </QueryView>
  );
}
