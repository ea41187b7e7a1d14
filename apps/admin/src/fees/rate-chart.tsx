import type { FeePlanId, Policy } from "@lingong/domain";
import { Panel, useFormat } from "@lingong/ui";
import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Column } from "../table/columns.ts";
import { DataTable } from "../table/data-table.tsx";
import classes from "./fees.module.css";
import { type CurvePoint, curveUpToFen, rateCurve } from "./rate-curve.ts";

export interface RateChartProps {
  readonly plan: FeePlanId;
  readonly current: Policy;
  readonly draft: Policy;
}

const [width, height] = [600, 240];
const tableEvery = 5;

/** The rate that an order of each amount really pays, of both; the same as a table for those who read rather than look. */
export function RateChart({ plan, current, draft }: RateChartProps) {
  const { t } = useTranslation("admin");
  const [table, setTable] = useState(false);
  const points = rateCurve(plan, current, draft);
  const toggle = (
    <Button variant="subtle" size="compact-sm" onClick={() => setTable(!table)}>
      {t(table ? "fees.asChart" : "fees.asTable")}
    </Button>
  );
  return (
    <Panel title={t("fees.chart")} aside={toggle}>
      <p className={classes.second}>{t("fees.chartAbout", { plan: t(`fees.plan.${plan}`) })}</p>
      {table ? <CurveTable points={points} /> : <Curves points={points} />}
    </Panel>
  );
}

/** Two percent above and below what is drawn, in whole steps of two. */
function boundsOf(points: readonly CurvePoint[]): { readonly low: number; readonly high: number } {
  const rates = points.flatMap(({ currentRate, draftRate }) => [currentRate, draftRate]);
  return { low: Math.floor(Math.min(...rates) / 200) * 200 - 200, high: Math.ceil(Math.max(...rates) / 200) * 200 + 200 };
}

function Curves({ points }: { readonly points: readonly CurvePoint[] }) {
  const { t } = useTranslation("admin");
  const format = useFormat();
  const { low, high } = boundsOf(points);
  const y = (rate: number) => height - ((rate - low) / (high - low)) * height;
  const line = (rateOf: (point: CurvePoint) => number) =>
    points.map((point) => `${((point.baseFen / curveUpToFen) * width).toFixed(1)},${y(rateOf(point)).toFixed(1)}`).join(" ");
  const ticks = Array.from({ length: (high - low) / 200 + 1 }, (_, index) => low + index * 200);
  return (
    <figure className={classes.chart}>
      <figcaption className={classes.legend}>
        <span data-line="draft">{t("fees.draft")}</span>
        <span data-line="current">{t("fees.current")}</span>
      </figcaption>
      <div className={classes.plot}>
        <div className={classes.rates} aria-hidden="true">
          {ticks.map((rate) => (
            <span key={rate} style={{ bottom: `${((rate - low) / (high - low)) * 100}%` }}>
              {format.rate(rate)}
            </span>
          ))}
        </div>
        <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" role="img" aria-label={t("fees.chart")}>
          {ticks.map((rate) => (
            <line key={rate} x1={0} x2={width} y1={y(rate)} y2={y(rate)} className={classes.grid} />
          ))}
          <polyline points={line(({ currentRate }) => currentRate)} className={classes.currentLine} />
          <polyline points={line(({ draftRate }) => draftRate)} className={classes.draftLine} />
        </svg>
      </div>
      <div className={classes.amounts} aria-hidden="true">
        {[0, 1, 2, 3, 4, 5].map((step) => (
          <span key={step}>{format.yuan((curveUpToFen / 5) * step)}</span>
        ))}
      </div>
    </figure>
  );
}

function CurveTable({ points }: { readonly points: readonly CurvePoint[] }) {
  const { t } = useTranslation("admin");
  const format = useFormat();
  const columns: readonly Column<CurvePoint>[] = [
    { key: "amount", head: t("fees.amount"), cell: ({ baseFen }) => format.money(baseFen) },
    { key: "current", head: t("fees.current"), align: "end", cell: ({ currentRate }) => format.rate(currentRate) },
    { key: "draft", head: t("fees.draft"), align: "end", cell: ({ draftRate }) => <b>{format.rate(draftRate)}</b> },
  ];
  return (
    <DataTable
      label={t("fees.chart")}
      columns={columns}
      rows={points.filter((_, index) => index % tableEvery === tableEvery - 1)}
      keyOf={({ baseFen }) => String(baseFen)}
      compact={({ baseFen, currentRate, draftRate }) => ({
        title: format.money(baseFen),
        detail: format.rate(currentRate),
        aside: <b>{format.rate(draftRate)}</b>,
      })}
    />
  );
}
