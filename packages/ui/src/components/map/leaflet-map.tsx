import "leaflet/dist/leaflet.css";
import { ActionIcon } from "@mantine/core";
import { IconCurrentLocation, IconMinus, IconPlus } from "@tabler/icons-react";
import type { Map as Leaflet } from "leaflet";
import { useEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../format/use-format.ts";
import { classNames } from "../basics/class-names.ts";
import { drawLabels } from "./leaflet-labels.ts";
import { drawAreas, drawShapes, type ShowAllInput, showAll, startMap, tilesOn, useMarkerElements } from "./leaflet-layers.ts";
import classes from "./map.module.css";
import { type MapViewProps, useMapTiles } from "./map-types.tsx";
import { Pin } from "./pin.tsx";

const noAreas: NonNullable<MapViewProps["areas"]> = [];

/** The loaded map: Leaflet moves and places, React draws what lies on it. */
export function LeafletMap({
  label,
  markers,
  circles = [],
  routes = [],
  areas = noAreas,
  labels = [],
  centre,
  zoom,
  covered = 0,
  coveredTop = 0,
  still = false,
  onMoved,
}: Omit<MapViewProps, "height">) {
  const { t } = useTranslation("common");
  const holder = useRef<HTMLDivElement>(null);
  const [map, setMap] = useState<Leaflet | null>(null);
  const tiles = useMapTiles();
  useEffect(() => {
    if (holder.current === null) return;
    const made = startMap(holder.current, still);
    setMap(made);
    return () => {
      made.remove();
      setMap(null);
    };
  }, [still]);
  useEffect(() => (map === null ? undefined : tilesOn(map, tiles)), [map, tiles]);
  useEffect(() => (map === null ? undefined : drawAreas(map, areas)), [map, areas]);
  useEffect(() => (map === null ? undefined : drawShapes(map, circles, routes)), [map, circles, routes]);
  useEffect(() => (map === null ? undefined : drawLabels(map, labels, markers, covered)), [map, labels, markers, covered]);
  useMoved(map, onMoved);
  const shown = useShowAll(map, { markers, circles, routes, centre, zoom, covered, coveredTop, still });
  const elements = useMarkerElements(map, markers);
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a map is a region of its own with keys to move it */}
      <div
        ref={holder}
        className={classes.map}
        role="region"
        aria-label={`${label ?? t("map.label")}. ${t("map.markers", { count: markers.length })}`}
      />
      {markers.map((marker) => {
        const element = elements.get(marker.key);
        return element === undefined ? null : createPortal(<Pin marker={marker} />, element, marker.key);
      })}
      {!still && map !== null && <Controls map={map} onRecentre={shown} covered={covered} />}
      {map !== null && <Scale map={map} covered={covered} />}
      {tiles.url !== null && tiles.attribution !== "" && <span className={classes.attribution}>{tiles.attribution}</span>}
    </>
  );
}

function useMoved(map: Leaflet | null, onMoved: MapViewProps["onMoved"]): void {
  useEffect(() => {
    if (map === null || onMoved === undefined) return;
    const tell = () => {
      const { lat, lng } = map.getCenter();
      onMoved({ lat, lng });
    };
    map.on("moveend", tell);
    return () => {
      map.off("moveend", tell);
    };
  }, [map, onMoved]);
}

/** Shows everything once, and again when something is added or taken away; a map somebody has moved is left alone otherwise. */
function useShowAll(map: Leaflet | null, shown: ShowAllInput): () => void {
  const latest = useRef(shown);
  latest.current = shown;
  const keys = [...shown.markers, ...shown.circles, ...shown.routes].map((one) => one.key).join(" ");
  useEffect(() => {
    if (map !== null) showAll(map, latest.current);
  }, [map, keys, shown.centre?.lat, shown.centre?.lng, shown.zoom]);
  return () => {
    if (map !== null) showAll(map, latest.current);
  };
}

function Controls({ map, onRecentre, covered }: { readonly map: Leaflet; readonly onRecentre: () => void; readonly covered: number }) {
  const { t } = useTranslation("common");
  const common = { variant: "default", radius: "sm", className: classes.control } as const;
  return (
    <div className={classes.controls} style={{ bottom: covered + 12 }}>
      <ActionIcon {...common} className={classNames(classes.control, classes.zoom)} aria-label={t("map.zoomIn")} onClick={() => map.zoomIn()}>
        <IconPlus size={20} aria-hidden />
      </ActionIcon>
      <ActionIcon {...common} className={classNames(classes.control, classes.zoom)} aria-label={t("map.zoomOut")} onClick={() => map.zoomOut()}>
        <IconMinus size={20} aria-hidden />
      </ActionIcon>
      <ActionIcon {...common} aria-label={t("map.recentre")} onClick={onRecentre}>
        <IconCurrentLocation size={20} aria-hidden />
      </ActionIcon>
    </div>
  );
}

const MOST_PIXELS = 96;

/** A round distance and how long it is on the map. */
function Scale({ map, covered }: { readonly map: Leaflet; readonly covered: number }) {
  const { t } = useTranslation("common");
  const format = useFormat();
  const [metresPerPixel, setMetresPerPixel] = useState(0);
  useEffect(() => {
    const measure = () => {
      const { y } = map.getSize();
      if (y < 140) return; // a strip has no room for it
      const left = map.containerPointToLatLng([0, y / 2]);
      setMetresPerPixel(left.distanceTo(map.containerPointToLatLng([100, y / 2])) / 100);
    };
    measure();
    map.on("zoomend moveend resize", measure);
    return () => {
      map.off("zoomend moveend resize", measure);
    };
  }, [map]);
  if (metresPerPixel <= 0) return null;
  const metres = roundBelow(metresPerPixel * MOST_PIXELS);
  const distance = format.distance(metres);
  return (
    <span
      className={classes.scale}
      style={{ width: metres / metresPerPixel, bottom: covered + 8 }}
      role="img"
      aria-label={t("map.scale", { distance })}
    >
      {distance}
    </span>
  );
}

/** The largest 1, 2 or 5 times a power of ten not above a length, at least 10 m. */
function roundBelow(metres: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(10, metres)));
  return ([5, 2, 1].find((factor) => factor * power <= metres) ?? 1) * power;
}
