import type { FeeLabOutput } from "@lingong/contracts";
import { csvOf, downloadFile, FigureCard, Panel, StateView, useFormat, useText } from "@lingong/ui";
import { Button } from "@mantine/core";
import { IconDownload, IconFlask } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { FigureRow } from "../components/figure-row.tsx";
import { addressOf } from "../shell/address.ts";
import type { Column } from "../table/columns.ts";
import { DataTable } from "../table/data-table.tsx";
import classes from "./fees.module.css";
import { categoryNamer, labRows } from "./lab-csv.ts";
import type { LabPeriod } from "./lab-filters.tsx";
import { changeOf, LabTable, type Sum } from "./lab-table.tsx";

type Worker = FeeLabOutput["workers"]["losers"][number];

/** What the replay came to: totals, categories and plans, and who gains or loses. */
export function LabResults({ lab, period }: { readonly lab: FeeLabOutput; readonly period: Pick<LabPeriod, "from" | "to"> }) {
  const { t } = useTranslation("admin");
  const text = useText();
  if (lab.total.orders === 0) {
    return (
      <StateView icon={IconFlask} title={t("fees.noOrders")}>
        {t("fees.noOrdersBody")}
      </StateView>
    );
  }
  const categoryName = categoryNamer(text);
  const save = () => {
    const rows = labRows(lab, { t, category: categoryName });
    downloadFile(t("fees.csvName", period), csvOf(rows), "text/csv;charset=utf-8");
  };
  return (
    <>
      {lab.cut && <p className={classes.warn}>{t("fees.cut")}</p>}
      <LabTable
        title={t("fees.table")}
        what={t("fees.columns.category")}
        aside={
          <Button variant="default" leftSection={<IconDownload size={18} aria-hidden />} onClick={save}>
            {t("fees.export")}
          </Button>
        }
        total={lab.total}
        rows={lab.byCategory.map((row) => ({ ...row, name: categoryName(row.categoryId) }))}
      />
      {lab.byPlan.length > 1 && (
        <LabTable
          title={t("fees.planTable")}
          what={t("fees.columns.plan")}
          total={lab.total}
          rows={lab.byPlan.map((row) => ({ ...row, name: t(`fees.plan.${row.plan}`) }))}
        />
      )}
      <WhoPanel workers={lab.workers} />
    </>
  );
}

/** The four figures of a replay. */
export function LabFigures({ total }: { readonly total: Sum }) {
  const { t } = useTranslation("admin");
  const format = useFormat();
  const netFen = total.draftNetFen - total.currentNetFen;
  const rate = (fen: number) => format.rate(total.baseFen === 0 ? 0 : Math.round((fen * 10_000) / total.baseFen));
  const net = netFen === 0 ? t("fees.unchanged") : t(netFen > 0 ? "fees.more" : "fees.less", { amount: format.money(Math.abs(netFen)) });
  const platform = { from: format.money(total.currentCommissionFen), to: format.money(total.draftCommissionFen) };
  return (
    <FigureRow>
      <FigureCard label={t("fees.orders")} value={format.count(total.orders)} note={t("fees.turnover", { amount: format.money(total.baseFen) })} />
      <FigureCard
        label={t("fees.platform")}
        value={format.change(changeOf(total.currentCommissionFen, total.draftCommissionFen))}
        note={t("fees.fromTo", platform)}
        tone={total.draftCommissionFen < total.currentCommissionFen ? "warn" : "accent"}
      />
      <FigureCard
        label={t("fees.net")}
        value={format.change(changeOf(total.currentNetFen, total.draftNetFen))}
        note={net}
        tone={netFen < 0 ? "warn" : "accent"}
      />
      <FigureCard
        label={t("fees.average")}
        value={rate(total.draftCommissionFen)}
        note={t("fees.averageNow", { rate: rate(total.currentCommissionFen) })}
      />
    </FigureRow>
  );
}

function WhoPanel({ workers }: { readonly workers: FeeLabOutput["workers"] }) {
  const { t } = useTranslation("admin");
  const format = useFormat();
  const { count, better, same, worse } = workers;
  return (
    <Panel title={t("fees.who")}>
      <p className={classes.second}>{t("fees.whoAbout", { count, formatted: format.count(count), better, same, worse })}</p>
      <h3 className={classes.small}>{t("fees.deciles")}</h3>
      <Deciles values={workers.decilesFen} />
      <div className={classes.sides}>
        <Workers title={t("fees.losers")} rows={workers.losers} />
        <Workers title={t("fees.gainers")} rows={workers.gainers} />
      </div>
    </Panel>
  );
}

/** Eleven numbers, read better than drawn: from who loses most to who gains most. */
function Deciles({ values }: { readonly values: readonly number[] }) {
  const { t } = useTranslation("admin");
  const format = useFormat();
  return (
    <ol className={classes.deciles}>
      {values.map((fen, index) => (
        <li key={index} data-less={fen < 0 || undefined}>
          <span>{t("fees.decileLabel", { percent: index * 10 })}</span>
          <b>{format.money(fen)}</b>
        </li>
      ))}
    </ol>
  );
}

function Workers({ title, rows }: { readonly title: string; readonly rows: readonly Worker[] }) {
  const { t } = useTranslation("admin");
  const format = useFormat();
  const columns: readonly Column<Worker>[] = [
    { key: "name", head: t("fees.worker"), cell: ({ name }) => name },
    { key: "orders", head: t("fees.columns.orders"), align: "end", cell: ({ orders }) => format.count(orders) },
    { key: "change", head: t("fees.changeOf"), align: "end", cell: ({ changeFen }) => <b>{format.money(changeFen)}</b> },
  ];
  return (
    <section>
      <h3 className={classes.small}>{title}</h3>
      {rows.length === 0 ? (
        <p className={classes.second}>{t("fees.nobody")}</p>
      ) : (
        <DataTable
          label={title}
          columns={columns}
          rows={rows}
          keyOf={({ workerId }) => workerId}
          hrefOf={({ workerId }) => addressOf(`/people/${workerId}`)}
          compact={({ name, orders, changeFen }) => ({ title: name, detail: format.count(orders), aside: <b>{format.money(changeFen)}</b> })}
        />
      )}
    </section>
  );
}
