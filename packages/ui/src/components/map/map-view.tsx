import type { Position } from "@lingong/domain";
import type { Icon } from "@tabler/icons-react";
import { createContext, lazy, type ReactNode, Suspense, useContext } from "react";
import { useTranslation } from "react-i18next";
import classes from "./map.module.css";

export interface MapTiles {
  /** Leaflet's pattern: `https://tiles.example/{z}/{x}/{y}.png`; null: no tiles, the drawn ground only. */
  readonly url: string | null;
  /** What the tiles' owner asks to be shown. */
  readonly attribution: string;
}

const TilesContext = createContext<MapTiles>({ url: null, attribution: "" });

export interface MapTilesProviderProps {
  readonly tiles: MapTiles;
  readonly children: ReactNode;
}

/** Where the pictures of all maps inside come from: the server's configuration. */
export function MapTilesProvider({ tiles, children }: MapTilesProviderProps) {
  return <TilesContext value={tiles}>{children}</TilesContext>;
}

export function useMapTiles(): MapTiles {
  return useContext(TilesContext);
}

export interface MapMarker {
  readonly key: string;
  readonly position: Position;
  /** What it is, in words: also for those who cannot see it. */
  readonly name: string;
  /** accent: the one that moves or counts · ink: the fixed one · plain: a white pill · warn: an alert. */
  readonly tone?: "accent" | "ink" | "plain" | "warn";
  readonly icon?: Icon;
  /** In place of an icon: a price, a count. */
  readonly text?: string;
  /** Pixels across a round marker with text grows with it: a cluster. */
  readonly size?: number;
  /** The name stands above the marker. */
  readonly named?: boolean;
  readonly onOpen?: () => void;
}

export interface MapCircle {
  readonly key: string;
  readonly position: Position;
  readonly radiusMetres: number;
  /** blur: an area that hides the exact place · radius: how far a worker goes · warn: a shortage. */
  readonly kind: "blur" | "radius" | "warn";
}

export interface MapRoute {
  readonly key: string;
  readonly points: readonly Position[];
  /** ahead: solid in the accent · done: dotted grey. */
  readonly kind: "ahead" | "done";
}

export interface MapViewProps {
  readonly label?: string;
  readonly markers: readonly MapMarker[];
  readonly circles?: readonly MapCircle[];
  readonly routes?: readonly MapRoute[];
  /** Without it the map shows all it holds. */
  readonly centre?: Position;
  readonly zoom?: number;
  /** CSS height, kept while the map loads; `100%` fills a slot of fixed height. */
  readonly height?: string;
  /** Pixels at the bottom that something else covers. */
  readonly covered?: number;
  /** A still picture: no dragging, no buttons. */
  readonly still?: boolean;
}

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
