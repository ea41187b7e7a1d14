import { useTRPC } from "@lingong/client/react";
import type { VerificationRow } from "@lingong/contracts";
import { Avatar, Panel, QueryView, StateView, useFormat, useServerNow } from "@lingong/ui";
import { IconId } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { NamedCell } from "../components/named-cell.tsx";
import { VerificationChip } from "../people/verification-chip.tsx";
import { addressOf } from "../shell/address.ts";
import { AdminPage } from "../shell/admin-page.tsx";
import type { Column } from "../table/columns.ts";
import { DataTable } from "../table/data-table.tsx";
import { TableSkeleton } from "../table/table-skeleton.tsx";
import { QueueClock } from "./queue-clock.tsx";

/** Real-name checks that wait for an answer, the oldest first. */
export function VerificationsPage() {
  const { t } = useTranslation("admin");
  const trpc = useTRPC();
  const query = useQuery(trpc.admin.verifications.queryOptions({ limit: 100 }));
  const empty = (
    <StateView icon={IconId} title={t("verifications.none")}>
      {t("verifications.noneBody")}
    </StateView>
  );
  return (
    <AdminPage title={t("nav.verifications")} live note={query.data && t("verifications.waiting", { count: query.data.items.length })}>
      <Panel flush>
        <QueryView query={query} skeleton={<TableSkeleton />} isEmpty={({ items }) => items.length === 0} empty={empty}>
          {({ items }) => <VerificationTable rows={items} />}
        </QueryView>
      </Panel>
    </AdminPage>
  );
}

function VerificationTable({ rows }: { readonly rows: readonly VerificationRow[] }) {
  const { t } = useTranslation("admin");
  const { t: domain } = useTranslation("domain");
  const format = useFormat();
  const now = useServerNow(60_000);
  const submitted = ({ verification }: VerificationRow) =>
    verification.submittedAt === null ? "" : format.shortMoment(Date.parse(verification.submittedAt), now);
  const columns: readonly Column<VerificationRow>[] = [
    {
      key: "person",
      head: t("people.person"),
      cell: ({ name }) => <NamedCell lead={<Avatar name={name} size={36} tone="neutral" />} name={name} />,
    },
    { key: "kind", head: t("verifications.kind"), cell: ({ kind }) => domain(`workerKind.${kind}`) },
    { key: "number", head: t("verifications.number"), cell: ({ idNumberMasked }) => idNumberMasked },
    { key: "submitted", head: t("verifications.submitted"), cell: submitted },
    { key: "state", head: t("orders.state"), cell: ({ verification }) => <VerificationChip state={verification.state} /> },
    {
      key: "due",
      head: t("verifications.due"),
      align: "end",
      cell: ({ verification }) => verification.dueAt !== null && <QueueClock dueAt={Date.parse(verification.dueAt)} />,
    },
  ];
  return (
    <DataTable
      label={t("nav.verifications")}
      columns={columns}
      rows={rows}
      keyOf={({ userId }) => userId}
      hrefOf={({ userId }) => addressOf(`/people/${userId}`)}
      compact={(row) => ({
        lead: <Avatar name={row.name} size={40} tone="neutral" />,
        title: row.name,
        detail: [domain(`workerKind.${row.kind}`), row.idNumberMasked, submitted(row)].filter((part) => part !== "").join(t("app.between")),
        aside: row.verification.dueAt !== null && <QueueClock dueAt={Date.parse(row.verification.dueAt)} />,
      })}
    />
  );
}
