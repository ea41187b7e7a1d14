import { useCity, useTRPC } from "@lingong/client/react";
import type { RoundRow } from "@lingong/contracts";
import { Panel, QueryView, StateView, useFormat } from "@lingong/ui";
import { Switch } from "@mantine/core";
import { IconRoute } from "@tabler/icons-react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { addressOf } from "../shell/address.ts";
import { AdminPage } from "../shell/admin-page.tsx";
import type { Column } from "../table/columns.ts";
import { DataTable } from "../table/data-table.tsx";
import { Pager } from "../table/pager.tsx";
import { TableSkeleton } from "../table/table-skeleton.tsx";
import { usePages } from "../table/use-pages.ts";
import classes from "./dispatch.module.css";
import { DispatchTabs } from "./dispatch-tabs.tsx";

const pageSize = 30;
/** A round sends admins no hint: the newest are looked for now and then. */
const lookEveryMs = 10_000;

/** A city's rounds: when, how many orders and workers, what came of it, how long it took. */
export function RoundsPage() {
  const { t } = useTranslation("admin");
  const trpc = useTRPC();
  const { cityId } = useCity();
  const [withOffers, setWithOffers] = useState(true);
  const pages = usePages(`${cityId} ${withOffers}`);
  const input = { cityId, withOffers, limit: pageSize, cursor: pages.cursor };
  const query = useQuery(
    trpc.dispatch.rounds.queryOptions(input, { placeholderData: keepPreviousData, refetchInterval: pages.index === 0 && lookEveryMs }),
  );
  return (
    <AdminPage title={t("dispatch.title")} city>
      <DispatchTabs />
      <div className={classes.bar}>
        <p className={classes.second}>{t("dispatch.roundsAbout")}</p>
        <Switch label={t("dispatch.withOffers")} checked={withOffers} onChange={(event) => setWithOffers(event.currentTarget.checked)} />
      </div>
      <QueryView
        query={query}
        skeleton={<TableSkeleton rows={10} />}
        isEmpty={({ items }) => items.length === 0}
        empty={
          <StateView icon={IconRoute} title={t("dispatch.noRounds")}>
            {t("dispatch.noRoundsBody")}
          </StateView>
        }
      >
        {({ items, nextCursor }) => (
          <Panel flush>
            <RoundsTable rows={items} busy={query.isPlaceholderData} />
            <Pager pages={pages} pageSize={pageSize} shown={items.length} nextCursor={nextCursor} />
          </Panel>
        )}
      </QueryView>
    </AdminPage>
  );
}

function RoundsTable({ rows, busy }: { readonly rows: readonly RoundRow[]; readonly busy: boolean }) {
  const { t } = useTranslation("admin");
  const format = useFormat();
  const milliseconds = ({ microseconds }: RoundRow) => t("dispatch.ms", { value: (microseconds / 1_000).toFixed(1) });
  const when = ({ at }: RoundRow) => `${format.date(Date.parse(at))} ${format.timeSeconds(Date.parse(at))}`;
  const columns: readonly Column<RoundRow>[] = [
    { key: "at", head: t("dispatch.at"), cell: when },
    { key: "orders", head: t("dispatch.orders"), align: "end", cell: ({ orders }) => format.count(orders) },
    { key: "workers", head: t("dispatch.workers"), align: "end", cell: ({ workers }) => format.count(workers) },
    { key: "receipts", head: t("dispatch.considered"), align: "end", cell: ({ receipts }) => format.count(receipts) },
    { key: "offers", head: t("dispatch.offers"), align: "end", cell: ({ offers }) => <b>{format.count(offers)}</b> },
    { key: "time", head: t("dispatch.took"), align: "end", cell: milliseconds },
    { key: "policy", head: t("dispatch.policy"), cell: ({ policyVersion }) => policyVersion },
    { key: "kept", head: t("dispatch.kept"), cell: ({ recorded }) => t(recorded ? "dispatch.recorded" : "dispatch.notRecorded") },
  ];
  return (
    <DataTable
      label={t("dispatch.rounds")}
      columns={columns}
      rows={rows}
      busy={busy}
      keyOf={({ id }) => String(id)}
      hrefOf={({ id }) => addressOf(`/dispatch/rounds/${id}`)}
      compact={(row) => ({
        title: when(row),
        detail: t("dispatch.rowDetail", { orders: format.count(row.orders), workers: format.count(row.workers), ms: milliseconds(row) }),
        aside: <b>{t("dispatch.offersMade", { count: row.offers })}</b>,
      })}
    />
  );
}
