import { useTRPC } from "@lingong/client/react";
import type { DemandMap } from "@lingong/contracts";
import { ChoiceChips, type MapArea } from "@lingong/ui";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import classes from "./hall.module.css";

/** `off`, the whole day, or one of the peaks by its place in the list. */
export type DemandChoice = "off" | "all" | number;

const fresh = 5 * 60_000;
const none: readonly MapArea[] = [];

/** Where work was wanted, as areas of the map; nothing is fetched while it is off. */
export function useDemand(choice: DemandChoice): { readonly areas: readonly MapArea[]; readonly demand: DemandMap | undefined } {
  const { t } = useTranslation("worker");
  const trpc = useTRPC();
  const { data: demand } = useQuery(trpc.market.demand.queryOptions(undefined, { enabled: choice !== "off", staleTime: fresh }));
  const areas = useMemo(() => {
    if (demand === undefined || choice === "off") return none;
    const orders = (cell: DemandMap["cells"][number]) => (choice === "all" ? cell.total : (cell.inPeaks[choice] ?? 0));
    const most = Math.max(1, ...demand.cells.map(orders));
    return demand.cells
      .filter((cell) => orders(cell) > 0)
      .map((cell): MapArea => {
        const count = orders(cell);
        return { key: cell.id, points: cell.boundary, weight: count / most, name: t("demand.cell", { count, days: demand.days }) };
      });
  }, [demand, choice, t]);
  return { areas, demand };
}

export interface DemandControlProps {
  readonly choice: DemandChoice;
  readonly onChoose: (choice: DemandChoice) => void;
  readonly demand: DemandMap | undefined;
}

const clock = (hour: number) => String(hour).padStart(2, "0");

/** Turns the layer on, for the whole day or for one of the city's peaks, and says what its colours count. */
export function DemandControl({ choice, onChoose, demand }: DemandControlProps) {
  const { t } = useTranslation("worker");
  const peaks = demand?.peaks ?? [];
  const choices = [
    { value: "off", label: t("demand.off") },
    { value: "all", label: t("demand.all") },
    ...peaks.map(({ fromHour, toHour }, index) => ({ value: String(index), label: `${clock(fromHour)}–${clock(toHour)}` })),
  ];
  return (
    <div className={classes.demand}>
      <div className={classes.demandRow}>
        <span aria-hidden="true">{t("demand.title")}</span>
        <ChoiceChips
          label={t("demand.title")}
          shape="pill"
          choices={choices}
          value={String(choice)}
          onChange={(value) => onChoose(value === "off" || value === "all" ? value : Number(value))}
        />
      </div>
      {demand !== undefined && choice !== "off" && (
        <p className={classes.demandNote}>
          {demand.cells.length === 0 ? t("demand.none", { days: demand.days }) : t("demand.note", { days: demand.days, least: demand.least })}
        </p>
      )}
    </div>
  );
}
