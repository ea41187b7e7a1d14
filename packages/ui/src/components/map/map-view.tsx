import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import classes from "./map.module.css";
import type { MapViewProps } from "./map-types.tsx";

const LeafletMap = lazy(async () => ({ default: (await import("./leaflet-map.tsx")).LeafletMap }));

/** A map, loaded when it is first shown; the slot keeps its height meanwhile. */
export function MapView({ height = "100%", ...map }: MapViewProps) {
  const { t } = useTranslation("common");
  return (
    <div className={classes.slot} style={{ height }}>
      <Suspense fallback={<div className={classes.waiting}>{t("map.loading")}</div>}>
        <LeafletMap {...map} />
      </Suspense>
    </div>
  );
}
