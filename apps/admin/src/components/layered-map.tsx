import { MapView, type MapViewProps } from "@lingong/ui";
import { SegmentedControl } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./layered-map.module.css";

export interface LayeredMapProps {
  /** What the map shows, as it is spoken. */
  readonly label: string;
  /** At least so high, in pixels; it grows with its neighbours. */
  readonly minHeight: number;
  readonly map: Omit<MapViewProps, "label" | "height" | "coveredTop">;
  readonly layers: { readonly label: string; readonly value: string; readonly data: { readonly value: string; readonly label: string }[] };
  readonly onLayer: (value: string) => void;
  /** Its legend, over the map. */
  readonly children: ReactNode;
}

/** A map with one layer chosen of several, in the card it fills. */
export function LayeredMap({ label, minHeight, map, layers, onLayer, children }: LayeredMapProps) {
  return (
    <section className={classes.frame} style={{ minHeight }} aria-label={label}>
      <MapView label={label} height="100%" coveredTop={56} {...map} />
      <SegmentedControl className={classes.layers} aria-label={layers.label} value={layers.value} onChange={onLayer} data={layers.data} />
      {children}
    </section>
  );
}
