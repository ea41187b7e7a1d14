import { useTRPC } from "@lingong/client/react";
import type { Moving } from "@lingong/contracts";
import { Chip, type ChipTone, Panel, QueryView, StateView, useFormat, useServerNow } from "@lingong/ui";
import { type Icon, IconAlertTriangle, IconTruckDelivery } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { addressOf } from "../shell/address.ts";
import { AdminPage } from "../shell/admin-page.tsx";
import type { Column } from "../table/columns.ts";
import { DataTable } from "../table/data-table.tsx";
import { TableSkeleton } from "../table/table-skeleton.tsx";
import { shortCode } from "./account-label.ts";
import { MoneyTabs } from "./money-tabs.tsx";

const looks: Readonly<Record<Moving["state"], { readonly tone: ChipTone; readonly icon?: Icon }>> = {
  pending: { tone: "neutral" },
  sent: { tone: "neutral" },
  failed: { tone: "warn", icon: IconAlertTriangle },
};

/** Payouts and refunds that were sent to the provider and have no result yet; refusals that need a person. */
export function MovingPage() {
  const { t } = useTranslation("admin");
  const trpc = useTRPC();
  const query = useQuery(trpc.finance.moving.queryOptions(undefined, { refetchInterval: 15_000 }));
  const empty = (
    <StateView icon={IconTruckDelivery} title={t("finance.noMoving")}>
      {t("finance.noMovingBody")}
    </StateView>
  );
  return (
    <AdminPage title={t("finance.moving")} live>
      <MoneyTabs />
      <Panel flush>
        <QueryView query={query} skeleton={<TableSkeleton rows={5} />} empty={empty}>
          {(rows) => <MovingTable rows={rows} />}
        </QueryView>
      </Panel>
    </AdminPage>
  );
}

/** Where the reason for a call can be looked at. */
function hrefOf({ orderId, worker }: Moving): string | null {
  if (orderId !== null) return addressOf(`/orders/${orderId}`);
  return worker === null ? null : addressOf(`/people/${worker.id}`);
}

function MovingTable({ rows }: { readonly rows: readonly Moving[] }) {
  const { t } = useTranslation("admin");
  const format = useFormat();
  const now = useServerNow(60_000);
  const whose = ({ orderId, worker }: Moving) =>
    worker?.name ?? [t("finance.customer"), orderId === null ? "" : shortCode(orderId)].filter((part) => part !== "").join(t("app.between"));
  const state = (row: Moving) => <Chip {...looks[row.state]}>{t(`finance.movingState.${row.state}`)}</Chip>;
  const since = ({ since: at }: Moving) => format.shortMoment(Date.parse(at), now);
  const columns: readonly Column<Moving>[] = [
    { key: "what", head: t("finance.what"), cell: ({ kind }) => t(`finance.${kind}`) },
    { key: "whose", head: t("finance.whose"), cell: whose },
    { key: "state", head: t("finance.state"), cell: state },
    { key: "asked", head: t("finance.asked"), cell: since },
    { key: "attempts", head: t("finance.attempts"), cell: ({ attempts }) => t("finance.attemptCount", { count: attempts }) },
    { key: "answer", head: t("finance.answer"), cell: ({ error }) => error ?? "" },
    { key: "fen", head: t("finance.fen"), align: "end", cell: ({ fen }) => <b>{format.money(fen)}</b> },
  ];
  return (
    <DataTable
      label={t("finance.moving")}
      columns={columns}
      rows={rows}
      keyOf={({ key }) => key}
      hrefOf={hrefOf}
      compact={(row) => ({
        title: [t(`finance.${row.kind}`), whose(row)].join(t("app.between")),
        detail: since(row),
        aside: <b>{format.money(row.fen)}</b>,
      })}
    />
  );
}
