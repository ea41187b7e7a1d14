import { useTRPC } from "@lingong/client/react";
import type { OverdueRow } from "@lingong/contracts";
import type { OrderState } from "@lingong/domain";
import { Panel, QueryView, StateView, StatusChip, useFormat, useServerNow } from "@lingong/ui";
import { IconClockCheck } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { deadlineName } from "../dossier/deadline-name.ts";
import { shortCode } from "../money/account-label.ts";
import { addressOf } from "../shell/address.ts";
import { AdminPage } from "../shell/admin-page.tsx";
import type { Column } from "../table/columns.ts";
import { DataTable } from "../table/data-table.tsx";
import { TableSkeleton } from "../table/table-skeleton.tsx";
import { QueueClock } from "./queue-clock.tsx";

/** Timed exits that should have fired and have not: on a healthy server there are none. */
export function OverduePage() {
  const { t } = useTranslation("admin");
  const trpc = useTRPC();
  const query = useQuery(trpc.admin.overdue.queryOptions(undefined, { refetchInterval: 15_000 }));
  const empty = (
    <StateView icon={IconClockCheck} title={t("overdue.none")}>
      {t("overdue.noneBody")}
    </StateView>
  );
  return (
    <AdminPage title={t("nav.overdue")} live>
      <Panel flush>
        <QueryView query={query} skeleton={<TableSkeleton rows={4} />} empty={empty}>
          {(rows) => <OverdueTable rows={rows} />}
        </QueryView>
      </Panel>
    </AdminPage>
  );
}

function OverdueTable({ rows }: { readonly rows: readonly OverdueRow[] }) {
  const { t } = useTranslation("admin");
  const format = useFormat();
  const now = useServerNow(60_000);
  const due = ({ at }: OverdueRow) => format.shortMoment(Date.parse(at), now);
  const columns: readonly Column<OverdueRow>[] = [
    { key: "order", head: t("orders.order"), cell: ({ orderId }) => shortCode(orderId) },
    { key: "what", head: t("overdue.what"), cell: ({ what }) => deadlineName(what, t) },
    { key: "state", head: t("orders.state"), cell: ({ state }) => <StatusChip state={state as OrderState} /> },
    { key: "at", head: t("overdue.at"), cell: due },
    { key: "late", head: t("overdue.late"), align: "end", cell: ({ at }) => <QueueClock dueAt={Date.parse(at)} /> },
  ];
  return (
    <DataTable
      label={t("nav.overdue")}
      columns={columns}
      rows={rows}
      keyOf={({ orderId }) => orderId}
      hrefOf={({ orderId }) => addressOf(`/orders/${orderId}`)}
      compact={(row) => ({
        title: deadlineName(row.what, t),
        detail: [shortCode(row.orderId), due(row)].join(t("app.between")),
        aside: <QueueClock dueAt={Date.parse(row.at)} />,
      })}
    />
  );
}
