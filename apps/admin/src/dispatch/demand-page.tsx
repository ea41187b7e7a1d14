import { useCity, useTRPC } from "@lingong/client/react";
import type { DemandMap } from "@lingong/contracts";
import { type City, cityOf } from "@lingong/domain";
import { FigureCard, formatCount, type MapArea, Panel, QueryView, StateView, useFormat, useText } from "@lingong/ui";
import { IconMap2 } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { FigureRow } from "../components/figure-row.tsx";
import { LayeredMap } from "../components/layered-map.tsx";
import { AdminPage } from "../shell/admin-page.tsx";
import { TableSkeleton } from "../table/table-skeleton.tsx";
import classes from "./demand.module.css";
import { byDistrict, type DemandChoice, middleOf, ordersIn, sumsOf } from "./demand.ts";
import { DemandHours, hoursText } from "./demand-hours.tsx";
import { DispatchTabs } from "./dispatch-tabs.tsx";

/** It is worked out anew every five minutes. */
const fresh = 5 * 60_000;
/** The whole of a city's middle on a desk. */
const zoom = 11.75;
const districtsShown = 8;

/** Where and when work is wanted in a city: paid orders of four weeks by cell and by hour of the day. */
export function DemandPage() {
  const { t } = useTranslation("admin");
  const trpc = useTRPC();
  const { cityId } = useCity();
  const query = useQuery(trpc.market.cityDemand.queryOptions({ cityId }, { staleTime: fresh, refetchInterval: fresh }));
  return (
    <AdminPage title={t("dispatch.title")} city>
      <DispatchTabs />
      <QueryView
        query={query}
        skeleton={<TableSkeleton rows={8} />}
        isEmpty={({ hours }) => hours.every((count) => count === 0)}
        empty={
          <StateView icon={IconMap2} title={t("demand.none")}>
            {t("demand.noneBody")}
          </StateView>
        }
      >
        {(demand) => <Demand demand={demand} city={cityOf(demand.cityId)} />}
      </QueryView>
    </AdminPage>
  );
}

function Demand({ demand, city }: { readonly demand: DemandMap; readonly city: City | null }) {
  const [choice, setChoice] = useState<DemandChoice>("all");
  return (
    <div className={classes.page}>
      <DemandFigures demand={demand} />
      <div className={classes.columns}>
        <DemandCells demand={demand} city={city} choice={choice} onChoose={setChoice} />
        <div className={classes.side}>
          <DemandHours demand={demand} choice={choice} />
          {city !== null && <Districts demand={demand} city={city} choice={choice} />}
        </div>
      </div>
    </div>
  );
}

function DemandFigures({ demand }: { readonly demand: DemandMap }) {
  const { t } = useTranslation("admin");
  const format = useFormat();
  const { total, busiestHour, peakShare } = sumsOf(demand);
  const busiest = busiestHour === null ? "–" : hoursText({ fromHour: busiestHour, toHour: busiestHour + 1 });
  return (
    <FigureRow>
      <FigureCard label={t("demand.orders")} value={formatCount(total)} note={t("demand.ordersNote", { days: demand.days })} />
      <FigureCard label={t("demand.busiest")} value={busiest} note={t("demand.busiestNote", { zone: demand.zone })} />
      <FigureCard label={t("demand.inPeaks")} value={peakShare === null ? "–" : format.share(peakShare)} note={t("demand.inPeaksNote")} />
      <FigureCard label={t("demand.cells")} value={formatCount(demand.cells.length)} note={t("demand.cellsNote", { least: demand.least })} />
    </FigureRow>
  );
}

interface DemandCellsProps {
  readonly demand: DemandMap;
  readonly city: City | null;
  readonly choice: DemandChoice;
  readonly onChoose: (choice: DemandChoice) => void;
}

/** The cells on the map: the stronger the colour, the more orders in what is chosen. */
function DemandCells({ demand, city, choice, onChoose }: DemandCellsProps) {
  const { t } = useTranslation("admin");
  const text = useText();
  const centre = middleOf(demand.cells) ?? city?.centre;
  const labels = useMemo(
    () => city?.districts.map(({ name, centre: position }) => ({ key: name.en, position, text: text(name).replace(/新?区$/, "") })) ?? [],
    [city, text],
  );
  const areas = useMemo(() => {
    const most = Math.max(1, ...demand.cells.map((cell) => ordersIn(cell, choice)));
    return demand.cells.flatMap((cell): MapArea[] => {
      const count = ordersIn(cell, choice);
      const name = t("demand.cell", { count, formatted: formatCount(count), days: demand.days });
      return count === 0 ? [] : [{ key: cell.id, points: cell.boundary, weight: count / most, name }];
    });
  }, [demand, choice, t]);
  return (
    <LayeredMap
      label={t("demand.map")}
      minHeight={420}
      map={{ markers: [], areas, labels, zoom, ...(centre && { centre }) }}
      layers={{
        label: t("demand.when"),
        value: String(choice),
        data: [{ value: "all", label: t("demand.allDay") }, ...demand.peaks.map((peak, index) => ({ value: String(index), label: hoursText(peak) }))],
      }}
      onLayer={(value) => onChoose(value === "all" ? value : Number(value))}
    >
      <p className={classes.scale}>
        {t("demand.fewer")}
        <span className={classes.ramp} aria-hidden="true" />
        {t("demand.more")}
      </p>
    </LayeredMap>
  );
}

/** The same in words: cells by the nearest district. */
function Districts({ demand, city, choice }: { readonly demand: DemandMap; readonly city: City; readonly choice: DemandChoice }) {
  const { t } = useTranslation("admin");
  const text = useText();
  const rows = byDistrict(demand, city, choice).slice(0, districtsShown);
  const most = rows[0]?.orders ?? 1;
  return (
    <Panel title={t("demand.districts")} aside={t("demand.districtsAside")}>
      {rows.length === 0 && <p className={classes.empty}>{t("demand.noCells", { least: demand.least })}</p>}
      <ul className={classes.districts}>
        {rows.map(({ name, orders }) => (
          <li key={name.en}>
            <span>{text(name)}</span>
            <span className={classes.bar} aria-hidden="true">
              <span className={classes.filled} style={{ width: `${(100 * orders) / most}%` }} />
            </span>
            <b>{t("demand.count", { count: orders, formatted: formatCount(orders) })}</b>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
