import { distanceMetres, spatialIndex } from "@lingong/domain";
import { planeIndex } from "./plane-index.ts";
import type { Metric, Place } from "./scenario.ts";

/** Finds which of the places it was made of lie within a radius: calls `found` with their index. */
export type PlaceIndex = (centre: Place, radius: number, found: (index: number) => void) => void;

/** How a scenario measures: in its own unit of length, geo in kilometres. */
export interface Geometry {
  readonly distance: (a: Place, b: Place) => number;
  readonly index: (places: readonly Place[]) => PlaceIndex;
  /** Units of time (seconds) in which a speed of 1 covers a length of 1. */
  readonly timePerLength: number;
}

const positionOf = ({ x, y }: Place) => ({ lat: y, lng: x });

/** Great circles and the same spatial index the city's rounds search with. */
const onEarth: Geometry = {
  distance: (a, b) => distanceMetres(positionOf(a), positionOf(b)) / 1_000,
  index: (places) => {
    const { within } = spatialIndex(places.map(positionOf));
    return (centre, radius, found) => within(positionOf(centre), radius * 1_000, found);
  },
  timePerLength: 3_600,
};

const onPlane: Geometry = {
  distance: (a, b) => Math.sqrt((a.x - b.x) ** 2 + (a.y - b.y) ** 2),
  index: planeIndex,
  timePerLength: 1,
};

export function geometryOf(metric: Metric): Geometry {
  return metric === "geo" ? onEarth : onPlane;
}
