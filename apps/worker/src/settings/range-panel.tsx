import { useTRPC } from "@lingong/client/react";
import { cityOf, type Position } from "@lingong/domain";
import { Chip, ListRow, MapView, Panel, useFormat } from "@lingong/ui";
import { IconHome } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { RangeSheet } from "./range-sheet.tsx";
import classes from "./settings.module.css";
import type { ChangeSettings } from "./use-settings.ts";

export interface RangePanelProps {
  readonly cityId: string;
  readonly home: Position | null;
  readonly radiusKm: number;
  readonly onChange: ChangeSettings;
  readonly live?: boolean;
}

/** How far one goes, drawn: the circle, and about how many orders a day lie in it. */
export function RangePanel({ cityId, home, radiusKm, onChange, live }: RangePanelProps) {
  const { t } = useTranslation("worker");
  const format = useFormat();
  const trpc = useTRPC();
  const [open, setOpen] = useState(false);
  const centre = home ?? cityOf(cityId)?.centre ?? null;
  const demand = useQuery(trpc.workers.demand.queryOptions({ position: home ?? { lat: 1, lng: 1 }, radiusKm }, { enabled: home !== null }));
  const distance = format.distance(radiusKm * 1_000);
  return (
    <Panel flush tone={live ? "live" : "plain"}>
      <div className={classes.rangeMap}>
        {centre !== null && (
          <MapView
            still
            coveredTop={32}
            label={t("range.map")}
            markers={[{ key: "home", position: centre, name: t("range.home"), icon: IconHome, tone: "ink" }]}
            circles={[{ key: "radius", position: centre, radiusMetres: radiusKm * 1_000, kind: "radius" }]}
          />
        )}
        <Chip className={classes.demand}>
          {demand.data === undefined ? t("range.within", { distance }) : t("range.demand", { distance, count: demand.data.ordersPerDay })}
        </Chip>
      </div>
      <div className={classes.rangeRow}>
        <ListRow
          done={home !== null}
          title={t("range.title")}
          detail={home === null ? t("range.default", { distance }) : t("range.set", { distance })}
          aside={<b className={classes.adjust}>{t("range.adjust")}</b>}
          onClick={() => setOpen(true)}
        />
      </div>
      <RangeSheet opened={open} onClose={() => setOpen(false)} start={centre} radiusKm={radiusKm} onSave={onChange} />
    </Panel>
  );
}
