import type { Position } from "@lingong/domain";
import type { Icon } from "@tabler/icons-react";
import { createContext, type ReactNode, useContext } from "react";

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
  /** accent: the one that moves or counts · ink: the fixed one · plain: a white pill · warn: an alert · notice: what an alert's area says. */
  readonly tone?: "accent" | "ink" | "plain" | "warn" | "notice";
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
  /** blur: an area that hides the exact place · radius: how far a worker goes · warn: a shortage · ring: a distance around a centre. */
  readonly kind: "blur" | "radius" | "warn" | "ring";
}

export interface MapRoute {
  readonly key: string;
  readonly points: readonly Position[];
  /** ahead: solid in the accent · done: dotted grey. */
  readonly kind: "ahead" | "done";
}

/** An area filled the stronger, the more of it there is: a cell of demand. */
export interface MapArea {
  readonly key: string;
  readonly points: readonly Position[];
  /** 0 to 1, of the strongest. */
  readonly weight: number;
  /** What it counts, in words. */
  readonly name: string;
}

/** The name of a part of a city, as maps print it: no place to go to, nothing to read out. */
export interface MapLabel {
  readonly key: string;
  readonly position: Position;
  readonly text: string;
}

export interface MapViewProps {
  readonly label?: string;
  readonly markers: readonly MapMarker[];
  readonly circles?: readonly MapCircle[];
  readonly routes?: readonly MapRoute[];
  /** They lie under everything else, and never move the view. */
  readonly areas?: readonly MapArea[];
  readonly labels?: readonly MapLabel[];
  /** Without it the map shows all it holds. */
  readonly centre?: Position;
  readonly zoom?: number;
  /** CSS height, kept while the map loads; `100%` fills a slot of fixed height. */
  readonly height?: string;
  /** Pixels at the bottom, and at the top, that something else covers. */
  readonly covered?: number;
  readonly coveredTop?: number;
  /** A still picture: no dragging, no buttons. */
  readonly still?: boolean;
  /** The middle of the map after every move, by finger, keys or buttons: how a place is picked. */
  readonly onMoved?: (centre: Position) => void;
}
