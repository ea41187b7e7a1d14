import type { Position } from "@lingong/domain";
import L, { type LatLngExpression, type Layer, type Map as Leaflet, type Marker, type Point } from "leaflet";
import { useEffect, useRef, useState } from "react";
import { labelWidth } from "./label-width.ts";
import classes from "./map.module.css";
import type { MapArea, MapCircle, MapMarker, MapRoute, MapTiles, MapViewProps } from "./map-types.tsx";

export const at = (position: Position): LatLngExpression => [position.lat, position.lng];

/** A map with a drawn ground: squares of land and light roads, honest about not being a street map. */
export function startMap(holder: HTMLElement, still: boolean): Leaflet {
  const map = L.map(holder, {
    zoomControl: false,
    attributionControl: false,
    dragging: !still,
    keyboard: !still,
    scrollWheelZoom: false,
    doubleClickZoom: !still,
    touchZoom: !still,
    zoomSnap: 0.25,
    minZoom: 3,
    maxZoom: 18,
  });
  map.setView([31.23, 121.47], 12);
  if (still) holder.removeAttribute("tabindex");
  ground().addTo(map);
  const resized = new ResizeObserver(() => map.invalidateSize({ animate: false }));
  resized.observe(holder);
  map.on("unload", () => resized.disconnect());
  return map;
}

class Ground extends L.GridLayer {
  protected override createTile(): HTMLElement {
    const tile = document.createElement("div");
    tile.className = classes.ground ?? "";
    return tile;
  }
}

function ground(): Layer {
  return new Ground({ tileSize: 256, zIndex: 1 });
}

/** Lays the configured tiles over the drawn ground; where one cannot be fetched the ground shows. */
export function tilesOn(map: Leaflet, tiles: MapTiles): () => void {
  if (tiles.url === null) return () => undefined;
  const layer = L.tileLayer(tiles.url, { className: classes.tiles ?? "", zIndex: 2, errorTileUrl: "" }).addTo(map);
  return () => {
    layer.remove();
  };
}

/** Of a cell's fill: the weakest is still seen, the strongest leaves the map readable. */
const faint = 0.12;
const strong = 0.6;

/** Areas under everything else, each with its words for a pointer that rests on it. */
export function drawAreas(map: Leaflet, areas: readonly MapArea[]): () => void {
  const layers = areas.map(({ points, weight, name }) =>
    L.polygon(points.map(at), { className: classes.area ?? "", fillOpacity: faint + (strong - faint) * weight, weight: 1 })
      .bindTooltip(name)
      .addTo(map),
  );
  for (const layer of layers) layer.bringToBack();
  return () => {
    for (const layer of layers) layer.remove();
  };
}

/** Circles and routes, drawn in the app's own colours by CSS. */
export function drawShapes(map: Leaflet, circles: readonly MapCircle[], routes: readonly MapRoute[]): () => void {
  const layers: Layer[] = [];
  for (const circle of circles) {
    layers.push(L.circle(at(circle.position), { radius: circle.radiusMetres, className: classes[circle.kind] ?? "", interactive: false }));
  }
  for (const route of routes) {
    const line = route.points.map(at);
    if (route.kind === "ahead") layers.push(L.polyline(line, { className: classes.casing ?? "", interactive: false }));
    layers.push(L.polyline(line, { className: classes[route.kind] ?? "", interactive: false }));
  }
  for (const layer of layers) layer.addTo(map);
  return () => {
    for (const layer of layers) layer.remove();
  };
}

export type ShowAllInput = Required<Pick<MapViewProps, "markers" | "circles" | "routes" | "covered" | "coveredTop" | "still">> &
  Pick<MapViewProps, "centre" | "zoom">;

/** Half a marker and a little air. */
const markerRoom = 22;
/** The column of buttons at the right, and the least that a name beside it keeps away. */
const controlsRoom = 64;
const circleRoom = 8;
/** Of a side, so much at most is kept free for what lies over it. */
const mostFree = 0.35;

/** Pixels kept free on each side, so that markers, their names and the buttons do not cover each other. */
export function roomFor(size: Pick<Point, "x" | "y">, { markers, circles, covered, coveredTop, still }: Omit<ShowAllInput, "routes">) {
  const around = circles.length > 0 && markers.length < 2 ? circleRoom : markerRoom;
  const names = markers.filter((marker) => marker.named).map((marker) => labelWidth(marker.name) / 2 + 12);
  const name = Math.max(0, ...names);
  const pill = Math.max(0, ...markers.filter((marker) => marker.text !== undefined).map((marker) => labelWidth(marker.text ?? "") / 2 + 16));
  const side = Math.max(around + 16, name, pill);
  return {
    left: Math.min(size.x * mostFree, side),
    right: Math.min(size.x * mostFree, still ? side : controlsRoom + Math.max(around, name)),
    top: Math.min(size.y * mostFree, coveredTop + (names.length > 0 ? 64 : around)),
    bottom: Math.min(size.y * mostFree, covered + around),
  };
}

/** Brings what the map holds into view, above what is covered at the bottom. */
export function showAll(map: Leaflet, shown: ShowAllInput): void {
  const { markers, circles, routes, centre, zoom, covered } = shown;
  if (centre !== undefined) {
    map.setView(at(centre), zoom ?? 14, { animate: false });
    if (covered > 0) map.panBy([0, covered / 2], { animate: false });
    return;
  }
  const bounds = L.latLngBounds([]);
  for (const marker of markers) bounds.extend(at(marker.position));
  for (const route of routes) for (const point of route.points) bounds.extend(at(point));
  for (const circle of circles) if (circle.kind !== "ring") bounds.extend(L.latLng(at(circle.position)).toBounds(circle.radiusMetres * 2));
  if (!bounds.isValid()) return;
  const room = roomFor(map.getSize(), shown);
  map.fitBounds(bounds, {
    paddingTopLeft: [room.left, room.top],
    paddingBottomRight: [room.right, room.bottom],
    maxZoom: zoom ?? 16,
    animate: false,
  });
}

/** Leaflet's markers are empty elements that React fills; they are moved, not made anew, when a position changes. */
export function useMarkerElements(map: Leaflet | null, markers: readonly MapMarker[]): ReadonlyMap<string, HTMLElement> {
  const placed = useRef(new Map<string, Marker>());
  const [elements, setElements] = useState<ReadonlyMap<string, HTMLElement>>(new Map());
  useEffect(() => {
    const known = placed.current;
    if (map === null) return;
    return () => {
      for (const marker of known.values()) marker.remove();
      known.clear();
    };
  }, [map]);
  useEffect(() => {
    if (map === null) return;
    const known = placed.current;
    const wanted = new Set(markers.map((marker) => marker.key));
    let changed = false;
    for (const [key, marker] of known) {
      if (wanted.has(key)) continue;
      marker.remove();
      known.delete(key);
      changed = true;
    }
    for (const marker of markers) {
      const there = known.get(marker.key);
      if (there === undefined) {
        known.set(marker.key, place(map, marker));
        changed = true;
      } else {
        there.setLatLng(at(marker.position));
      }
    }
    if (changed) setElements(elementsOf(known));
  }, [map, markers]);
  return elements;
}

function place(map: Leaflet, { position, tone }: MapMarker): Marker {
  const icon = L.divIcon({ className: classes.marker ?? "", iconSize: [0, 0] });
  return L.marker(at(position), { icon, keyboard: false, interactive: false, zIndexOffset: tone === "plain" ? 0 : 100 }).addTo(map);
}

function elementsOf(known: ReadonlyMap<string, Marker>): ReadonlyMap<string, HTMLElement> {
  const elements = new Map<string, HTMLElement>();
  for (const [key, marker] of known) {
    const element = marker.getElement();
    if (element !== undefined) elements.set(key, element);
  }
  return elements;
}
