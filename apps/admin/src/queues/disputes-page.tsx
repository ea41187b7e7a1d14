import { useAppSession, useTRPC } from "@lingong/client/react";
import type { DisputeRow } from "@lingong/contracts";
import { CategoryTile, Chip, Panel, QueryView, StateView, useFormat, useText } from "@lingong/ui";
import { SegmentedControl } from "@mantine/core";
import { IconAlertTriangle, IconGavel } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { OrderCell } from "../orders/order-cell.tsx";
import { addressOf } from "../shell/address.ts";
import { AdminPage } from "../shell/admin-page.tsx";
import type { Column } from "../table/columns.ts";
import { DataTable } from "../table/data-table.tsx";
import { TableSkeleton } from "../table/table-skeleton.tsx";
import { QueueClock } from "./queue-clock.tsx";

/** Open disputes, the one whose clock ends first at the top. */
export function DisputesPage() {
  const { t } = useTranslation("admin");
  const trpc = useTRPC();
  const { me } = useAppSession();
  const query = useQuery(trpc.admin.disputes.queryOptions());
  const isMine = (row: DisputeRow) => row.arbitratorId === me?.id;
  const mayDecide = me?.admin?.roles.includes("arbitrator") === true;
  const [shown, setShown] = useState<"mine" | "all">(mayDecide ? "mine" : "all");
  const mine = query.data?.filter(isMine) ?? [];
  const empty = (
    <StateView icon={IconGavel} title={t("disputes.none")}>
      {t("disputes.noneBody")}
    </StateView>
  );
  return (
    <AdminPage title={t("nav.disputes")} live note={query.data && t("disputes.open", { count: query.data.length })}>
      {mayDecide && query.data !== undefined && query.data.length > 0 && (
        <SegmentedControl
          aria-label={t("nav.disputes")}
          mb="md"
          maw={360}
          value={shown}
          onChange={(value) => setShown(value as "mine" | "all")}
          data={[
            { value: "mine", label: t("disputes.mine", { count: mine.length }) },
            { value: "all", label: t("disputes.all", { count: query.data.length }) },
          ]}
        />
      )}
      <Panel flush>
        <QueryView query={query} skeleton={<TableSkeleton />} empty={empty}>
          {(rows) => {
            const listed = mayDecide && shown === "mine" ? rows.filter(isMine) : rows;
            return listed.length === 0 ? empty : <DisputeTable rows={listed} />;
          }}
        </QueryView>
      </Panel>
    </AdminPage>
  );
}

function DisputeTable({ rows }: { readonly rows: readonly DisputeRow[] }) {
  const { t } = useTranslation("admin");
  const { t: domain } = useTranslation("domain");
  const text = useText();
  const format = useFormat();
  const stateOf = ({ state }: DisputeRow) => domain(`disputeState.${state as "evidence"}`, { defaultValue: state });
  const columns: readonly Column<DisputeRow>[] = [
    {
      key: "order",
      head: t("orders.order"),
      cell: (row) => <OrderCell order={row} />,
    },
    {
      key: "parties",
      head: t("disputes.parties"),
      cell: ({ customerName, workerName }) => t("disputes.partiesOf", { customer: customerName, worker: workerName ?? "" }),
    },
    { key: "openedBy", head: t("disputes.openedBy"), cell: ({ openedBy }) => domain(`role.${openedBy}`) },
    { key: "state", head: t("orders.state"), cell: (row) => <Chip tone="accent">{stateOf(row)}</Chip> },
    { key: "arbitrator", head: t("disputes.arbitrator"), cell: (row) => <Arbitrator row={row} /> },
    { key: "held", head: t("disputes.held"), align: "end", cell: ({ heldFen }) => format.money(heldFen) },
    { key: "due", head: t("disputes.due"), align: "end", cell: ({ dueAt }) => <QueueClock dueAt={Date.parse(dueAt)} /> },
  ];
  return (
    <DataTable
      label={t("nav.disputes")}
      columns={columns}
      rows={rows}
      keyOf={({ orderId }) => orderId}
      hrefOf={({ orderId }) => addressOf(`/queues/disputes/${orderId}`)}
      compact={(row) => ({
        lead: <CategoryTile icon={row.category.icon} />,
        title: text(row.category.name),
        detail: [row.code, stateOf(row), format.money(row.heldFen)].join(t("app.between")),
        aside: <QueueClock dueAt={Date.parse(row.dueAt)} />,
      })}
    />
  );
}

/** Who is in charge; nobody is something to act on. */
function Arbitrator({ row }: { readonly row: DisputeRow }) {
  const { t } = useTranslation("admin");
  if (row.arbitratorName !== null) return row.arbitratorName;
  return (
    <Chip tone={row.escalations > 0 ? "warn" : "neutral"} icon={row.escalations > 0 ? IconAlertTriangle : undefined}>
      {t("disputes.nobody")}
    </Chip>
  );
}
