import { useTRPC } from "@lingong/client/react";
import type { RoundOrderRow, RoundView } from "@lingong/contracts";
import { type ErrorCode, errorCodes } from "@lingong/domain";
import { CategoryTile, Chip, FigureCard, Panel, QueryView, useDistrict, useFormat, useText } from "@lingong/ui";
import { Select } from "@mantine/core";
import { IconAlertCircle, IconCircleCheck, IconClockX } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FigureRow } from "../components/figure-row.tsx";
import { addressOf } from "../shell/address.ts";
import { AdminPage } from "../shell/admin-page.tsx";
import type { Column } from "../table/columns.ts";
import { DataTable } from "../table/data-table.tsx";
import { TableSkeleton } from "../table/table-skeleton.tsx";
import classes from "./dispatch.module.css";
import { RoundReceipts } from "./round-receipts.tsx";

const marks = {
  identical: { tone: "accent", icon: IconCircleCheck },
  different: { tone: "warn", icon: IconAlertCircle },
  not_kept: { tone: "neutral", icon: IconClockX },
} as const;

/** One round: what it was asked, what it decided order by order, and why for everybody it considered. */
export function RoundPage({ roundId }: { readonly roundId: number }) {
  const { t } = useTranslation("admin");
  const trpc = useTRPC();
  const query = useQuery(trpc.dispatch.round.queryOptions({ roundId }));
  const mark = query.data && (
    <Chip tone={marks[query.data.replay].tone} icon={marks[query.data.replay].icon}>
      {t(`dispatch.replay.${query.data.replay}`)}
    </Chip>
  );
  return (
    <AdminPage title={t("dispatch.round", { id: roundId })} mark={mark}>
      <QueryView query={query} skeleton={<TableSkeleton rows={8} />}>
        {(round) => <Round round={round} />}
      </QueryView>
    </AdminPage>
  );
}

function Round({ round }: { readonly round: RoundView }) {
  const { t } = useTranslation("admin");
  const text = useText();
  const district = useDistrict();
  const [orderId, setOrderId] = useState<string | null>(null);
  const nameOf = (row: RoundOrderRow) =>
    [text(row.category.name), row.district === null ? null : district(row.district)].filter((part) => part !== null).join(t("app.between"));
  return (
    <div className={classes.stack}>
      <RoundFigures round={round} />
      {round.orderRows.length > 0 && (
        <Panel flush title={t("dispatch.ordersOf")}>
          <OrderTable rows={round.orderRows} nameOf={nameOf} />
        </Panel>
      )}
      <Panel
        title={t("dispatch.everybody")}
        aside={
          round.orderRows.length > 1 && (
            <Select
              aria-label={t("dispatch.oneOrder")}
              placeholder={t("dispatch.allOrders")}
              clearable
              value={orderId}
              onChange={setOrderId}
              data={round.orderRows.map((row) => ({ value: row.orderId, label: `${nameOf(row)} · ${row.orderId.slice(-6)}` }))}
            />
          )
        }
      >
        <RoundReceipts roundId={round.id} orderId={orderId} />
      </Panel>
    </div>
  );
}

function RoundFigures({ round }: { readonly round: RoundView }) {
  const { t } = useTranslation("admin");
  const format = useFormat(round.zone);
  const at = Date.parse(round.at);
  const kept = round.inputsBytes === null ? t("dispatch.notRecorded") : t("dispatch.inputs", { size: (round.inputsBytes / 1_024).toFixed(1) });
  return (
    <FigureRow>
      <FigureCard label={t("dispatch.at")} value={format.timeSeconds(at)} note={`${format.dateWeekday(at)} · ${format.zoneName()}`} />
      <FigureCard label={t("dispatch.offers")} value={format.count(round.offers)} note={t("dispatch.ofOrders", { count: round.orders })} />
      <FigureCard label={t("dispatch.considered")} value={format.count(round.receipts)} note={t("dispatch.ofWorkers", { count: round.workers })} />
      <FigureCard
        label={t("dispatch.took")}
        value={t("dispatch.ms", { value: (round.microseconds / 1_000).toFixed(1) })}
        note={`${kept} · ${round.policyVersion}`}
      />
    </FigureRow>
  );
}

function OrderTable({ rows, nameOf }: { readonly rows: readonly RoundOrderRow[]; readonly nameOf: (row: RoundOrderRow) => string }) {
  const { t } = useTranslation("admin");
  const format = useFormat();
  const { t: errors } = useTranslation("errors");
  const problemOf = (code: string) => {
    const known = errorCodes.find((one) => one === code) as ErrorCode | undefined;
    return known === undefined ? code : errors(known);
  };
  const columns: readonly Column<RoundOrderRow>[] = [
    {
      key: "order",
      head: t("dispatch.order"),
      cell: nameOf,
    },
    { key: "waited", head: t("dispatch.waited"), align: "end", cell: ({ waitedSeconds }) => format.lasted(waitedSeconds * 1_000) },
    { key: "wave", head: t("dispatch.wave"), align: "end", cell: ({ wave }) => (wave > 3 ? t("dispatch.hall") : wave) },
    { key: "ranked", head: t("dispatch.ranked"), align: "end", cell: ({ ranked }) => ranked },
    { key: "excluded", head: t("dispatch.excluded"), align: "end", cell: ({ excluded }) => excluded },
    {
      key: "offers",
      head: t("dispatch.offers"),
      align: "end",
      cell: ({ offers, problem }) => (problem === null ? <b>{offers}</b> : problemOf(problem)),
    },
  ];
  return (
    <DataTable
      label={t("dispatch.ordersOf")}
      columns={columns}
      rows={rows}
      keyOf={({ orderId }) => orderId}
      hrefOf={({ orderId }) => addressOf(`/orders/${orderId}`)}
      compact={(row) => ({
        lead: <CategoryTile icon={row.category.icon} />,
        title: nameOf(row),
        detail: t("dispatch.orderDetail", { ranked: row.ranked, excluded: row.excluded }),
        aside: <b>{t("dispatch.offersMade", { count: row.offers })}</b>,
      })}
    />
  );
}
