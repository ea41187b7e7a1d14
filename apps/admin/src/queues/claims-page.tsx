import { useTRPC } from "@lingong/client/react";
import type { ClaimRow } from "@lingong/contracts";
import { CategoryTile, ClaimChip, MoreButton, Panel, QueryView, StateView, useFormat, useServerNow } from "@lingong/ui";
import { SegmentedControl } from "@mantine/core";
import { IconShieldCheck } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { OrderCell } from "../orders/order-cell.tsx";
import { addressOf } from "../shell/address.ts";
import { AdminPage } from "../shell/admin-page.tsx";
import type { Column } from "../table/columns.ts";
import { DataTable } from "../table/data-table.tsx";
import { TableSkeleton } from "../table/table-skeleton.tsx";
import { QueueClock } from "./queue-clock.tsx";

type Shown = "waiting" | "ended";

/** Claims on the insurance: those that wait, the longest waiting first; or those that are over. */
export function ClaimsPage() {
  const { t } = useTranslation("admin");
  const trpc = useTRPC();
  const [shown, setShown] = useState<Shown>("waiting");
  const query = useInfiniteQuery(trpc.claims.queue.infiniteQueryOptions({ shown, limit: 50 }, { getNextPageParam: ({ nextCursor }) => nextCursor }));
  const rows = query.data?.pages.flatMap(({ items }) => items);
  return (
    <AdminPage title={t("nav.claims")} live note={shown === "waiting" && rows !== undefined ? t("claims.note", { count: rows.length }) : undefined}>
      <SegmentedControl
        aria-label={t("claims.shown")}
        maw={360}
        value={shown}
        onChange={(value) => setShown(value as Shown)}
        data={[
          { value: "waiting", label: t("claims.waiting") },
          { value: "ended", label: t("claims.ended") },
        ]}
      />
      <Panel flush>
        <QueryView
          query={query}
          skeleton={<TableSkeleton />}
          isEmpty={({ pages }) => pages.every(({ items }) => items.length === 0)}
          empty={
            <StateView icon={IconShieldCheck} title={t("claims.none")}>
              {t("claims.noneBody")}
            </StateView>
          }
        >
          {({ pages }) => <ClaimTable rows={pages.flatMap(({ items }) => items)} />}
        </QueryView>
      </Panel>
      <MoreButton pages={query} />
    </AdminPage>
  );
}

/** Until it is decided the clock runs; afterwards only the state counts. */
function Due({ row }: { readonly row: ClaimRow }) {
  const format = useFormat();
  const now = useServerNow(60_000);
  const { answerBy, submittedAt } = row;
  return answerBy === null ? format.shortMoment(Date.parse(submittedAt), now) : <QueueClock dueAt={Date.parse(answerBy)} />;
}

function ClaimTable({ rows }: { readonly rows: readonly ClaimRow[] }) {
  const { t } = useTranslation("admin");
  const { t: domain } = useTranslation("domain");
  const { t: common } = useTranslation("common");
  const format = useFormat();
  const columns: readonly Column<ClaimRow>[] = [
    {
      key: "order",
      head: t("orders.order"),
      cell: (row) => <OrderCell order={row} />,
    },
    { key: "claimant", head: t("claims.claimant"), cell: ({ claimantName, side }) => `${claimantName}${t("app.between")}${domain(`role.${side}`)}` },
    { key: "kind", head: t("claims.kind"), cell: ({ kind }) => common(`claim.kind.${kind}`) },
    { key: "state", head: t("orders.state"), cell: ({ state }) => <ClaimChip state={state} /> },
    { key: "handler", head: t("claims.handler"), cell: ({ handlerName }) => handlerName ?? t("claims.nobody") },
    { key: "asked", head: t("claims.asked"), align: "end", cell: ({ askedFen }) => format.money(askedFen) },
    { key: "due", head: t("claims.due"), align: "end", cell: (row) => <Due row={row} /> },
  ];
  return (
    <DataTable
      label={t("nav.claims")}
      columns={columns}
      rows={rows}
      keyOf={({ id }) => id}
      hrefOf={({ id }) => addressOf(`/queues/claims/${id}`)}
      compact={(row) => ({
        lead: <CategoryTile icon={row.category.icon} />,
        title: `${row.claimantName}${t("app.between")}${common(`claim.kind.${row.kind}`)}`,
        detail: [row.code, common(`claim.state.${row.state}`), format.money(row.askedFen)].join(t("app.between")),
        aside: <Due row={row} />,
      })}
    />
  );
}
