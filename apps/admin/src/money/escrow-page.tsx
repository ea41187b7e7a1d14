import { useTRPC } from "@lingong/client/react";
import type { EscrowAges } from "@lingong/contracts";
import type { OrderState } from "@lingong/domain";
import { FigureCard, Panel, QueryView, StateView, StatusChip, useFormat, useServerNow } from "@lingong/ui";
import { IconLockDollar } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { addressOf } from "../shell/address.ts";
import { AdminPage } from "../shell/admin-page.tsx";
import type { Column } from "../table/columns.ts";
import { DataTable } from "../table/data-table.tsx";
import { TableSkeleton } from "../table/table-skeleton.tsx";
import { shortCode } from "./account-label.ts";
import classes from "./money.module.css";
import { MoneyTabs } from "./money-tabs.tsx";

const longAgeHours = 30 * 24;

/** What is held in escrow by how long it has been there, and the orders that have it longest. */
export function EscrowPage() {
  const { t } = useTranslation("admin");
  const trpc = useTRPC();
  const query = useQuery(trpc.finance.escrowAges.queryOptions());
  const empty = (
    <StateView icon={IconLockDollar} title={t("finance.noEscrow")}>
      {t("finance.noEscrowBody")}
    </StateView>
  );
  return (
    <AdminPage title={t("finance.escrow")} live>
      <MoneyTabs />
      <QueryView query={query} skeleton={<TableSkeleton rows={6} />} isEmpty={({ oldest }) => oldest.length === 0} empty={empty}>
        {(ages) => <Ages ages={ages} />}
      </QueryView>
    </AdminPage>
  );
}

type Age = EscrowAges["ages"][number];

function useAgeText(): (age: Age) => string {
  const { t } = useTranslation("admin");
  const days = (hours: number) => t("finance.ageDays", { count: hours / 24 });
  return ({ fromHours, untilHours }) => {
    if (untilHours === null) return t("finance.age.over", { from: days(fromHours) });
    if (fromHours === 0) return t("finance.age.upTo", { until: days(untilHours) });
    return t("finance.age.between", { from: days(fromHours), until: days(untilHours) });
  };
}

function Ages({ ages: { ages, oldest } }: { readonly ages: EscrowAges }) {
  const { t } = useTranslation("admin");
  const format = useFormat();
  const ageText = useAgeText();
  return (
    <>
      <div className={classes.ages}>
        {ages.map((age) => (
          <FigureCard
            key={age.fromHours}
            label={ageText(age)}
            value={format.money(age.fen)}
            note={t("finance.orders", { count: age.orders })}
            tone={age.fromHours >= longAgeHours && age.orders > 0 ? "warn" : "accent"}
          />
        ))}
      </div>
      <div className={classes.below}>
        <Panel flush title={t("finance.escrowTitle")}>
          <OldestTable rows={oldest} />
        </Panel>
      </div>
    </>
  );
}

type Held = EscrowAges["oldest"][number];

function OldestTable({ rows }: { readonly rows: readonly Held[] }) {
  const { t } = useTranslation("admin");
  const format = useFormat();
  const now = useServerNow(60_000);
  const state = (row: Held) => (row.state === null ? t("finance.gone") : <StatusChip state={row.state as OrderState} />);
  const since = (row: Held) => format.shortMoment(Date.parse(row.since), now);
  const columns: readonly Column<Held>[] = [
    { key: "order", head: t("finance.order"), cell: ({ orderId }) => shortCode(orderId) },
    { key: "state", head: t("finance.state"), cell: state },
    { key: "since", head: t("finance.since"), cell: since },
    { key: "fen", head: t("finance.held"), align: "end", cell: ({ fen }) => <b>{format.money(fen)}</b> },
  ];
  return (
    <DataTable
      label={t("finance.escrowTitle")}
      columns={columns}
      rows={rows}
      keyOf={({ orderId }) => orderId}
      hrefOf={({ orderId, state: known }) => (known === null ? null : addressOf(`/orders/${orderId}`))}
      compact={(row) => ({ title: shortCode(row.orderId), detail: since(row), aside: <b>{format.money(row.fen)}</b> })}
    />
  );
}
