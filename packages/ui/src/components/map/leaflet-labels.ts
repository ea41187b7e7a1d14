import L, { type Map as Leaflet, type Marker, type Point } from "leaflet";
import { labelWidth } from "./label-width.ts";
import { at } from "./leaflet-layers.ts";
import classes from "./map.module.css";
import type { MapLabel, MapMarker } from "./map-types.tsx";

/** A box on the screen, by its middle. */
interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const lineHeight = 18;

function boxOf(text: string, { x, y }: Pick<Point, "x" | "y">): Box {
  return { x, y, width: labelWidth(text) + 4, height: lineHeight };
}

function meet(a: Box, b: Box): boolean {
  return Math.abs(a.x - b.x) * 2 < a.width + b.width && Math.abs(a.y - b.y) * 2 < a.height + b.height;
}

/** A name that the map's edge, or what lies over its foot, would cut is better left out. */
export function isWhole({ x, y, width, height }: Box, size: Pick<Point, "x" | "y">, covered: number): boolean {
  return x >= width / 2 && x <= size.x - width / 2 && y >= height / 2 && y <= size.y - covered - height / 2;
}

/** Where a name may stand: on its place, else under or over what lies there; null: there is no room. */
export function placeFor(text: string, point: Pick<Point, "x" | "y">, taken: readonly Box[]): Box | null {
  const own = boxOf(text, point);
  const below = Math.max(0, ...taken.filter((box) => meet(box, own)).map((box) => box.y + (box.height + lineHeight) / 2 + 1));
  const above = Math.min(...taken.filter((box) => meet(box, own)).map((box) => box.y - (box.height + lineHeight) / 2 - 1));
  const tries = [own, { ...own, y: below }, { ...own, y: above }];
  return tries.find((box) => Number.isFinite(box.y) && !taken.some((other) => meet(other, box))) ?? null;
}

/** Names of districts under everything else; where there is no room for one it is left out until there is. */
export function drawLabels(map: Leaflet, labels: readonly MapLabel[], markers: readonly MapMarker[], covered: number): () => void {
  const drawn = labels.map((label) => {
    const html = document.createElement("span");
    html.textContent = label.text;
    const icon = L.divIcon({ className: classes.label ?? "", html, iconSize: [0, 0] });
    const marker: Marker = L.marker(at(label.position), { icon, keyboard: false, interactive: false, zIndexOffset: -1_000 }).addTo(map);
    return { label, html, marker };
  });
  const arrange = () => {
    const taken: Box[] = markers.map(({ position, size = 36, text = "" }) => {
      const { x, y } = map.latLngToContainerPoint(at(position));
      return { x, y, width: Math.max(size, boxOf(text, { x, y }).width), height: size };
    });
    for (const { label, html } of drawn) {
      const point = map.latLngToContainerPoint(at(label.position));
      const free = placeFor(label.text, point, taken);
      const box = free !== null && isWhole(free, map.getSize(), covered) ? free : null;
      html.hidden = box === null;
      if (box === null) continue;
      taken.push(box);
      html.style.translate = `0 ${box.y - point.y}px`;
    }
  };
  arrange();
  map.on("zoomend moveend resize", arrange);
  return () => {
    map.off("zoomend moveend resize", arrange);
    for (const { marker } of drawn) marker.remove();
  };
}
