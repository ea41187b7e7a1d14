import Flatbush from "flatbush";
import { distanceMetres, EARTH_RADIUS_METRES, isPlausible } from "./distance.ts";
import type { Position } from "./position.ts";

/** Finds which of the indexed positions lie within a radius. */
export interface SpatialIndex {
  /** Calls `found` with the index and the whole metres of each position at most `metres` away; in no particular order. */
  readonly within: (centre: Position, metres: number, found: (index: number, metres: number) => void) => void;
}

const DEGREES_PER_RADIAN = 180 / Math.PI;

/** A little more than a rounded metre, so that the box never cuts off what the exact distance lets in. */
const BOX_MARGIN_METRES = 2;

/**
 * Indexes positions by latitude and longitude; missing and implausible ones are left out. The boxes searched are right at
 * any latitude and across the 180th meridian; what they hold is filtered by great-circle distance.
 */
export function spatialIndex(positions: readonly (Position | null)[]): SpatialIndex {
  const indices: number[] = [];
  const kept: Position[] = [];
  for (const [index, position] of positions.entries()) {
    if (!isPlausible(position)) continue;
    indices.push(index);
    kept.push(position);
  }
  if (kept.length === 0) return { within: () => {} };
  const tree = new Flatbush(kept.length);
  for (const { lat, lng } of kept) tree.add(lng, lat, lng, lat);
  tree.finish();
  return {
    within: (centre, metres, found) => {
      for (const { west, east, south, north } of boxesAround(centre, metres)) {
        tree.search(west, south, east, north, (item) => {
          const position = kept[item];
          const index = indices[item];
          if (position === undefined || index === undefined) return false;
          const away = distanceMetres(centre, position);
          if (away <= metres) found(index, away);
          return false;
        });
      }
    },
  };
}

interface Box {
  readonly west: number;
  readonly east: number;
  readonly south: number;
  readonly north: number;
}

/** The boxes of degrees that hold a circle on the sphere: one, or two where it crosses the 180th meridian. */
export function boxesAround(centre: Position, metres: number): Box[] {
  const angle = (metres + BOX_MARGIN_METRES) / EARTH_RADIUS_METRES;
  const south = centre.lat - angle * DEGREES_PER_RADIAN;
  const north = centre.lat + angle * DEGREES_PER_RADIAN;
  // A circle that holds a pole touches every meridian.
  if (south <= -90 || north >= 90) return [{ west: -180, east: 180, south, north }];
  const spread = Math.asin(Math.min(1, Math.sin(angle) / Math.cos(centre.lat / DEGREES_PER_RADIAN))) * DEGREES_PER_RADIAN;
  const west = centre.lng - spread;
  const east = centre.lng + spread;
  if (west < -180) {
    return [
      { west: -180, east, south, north },
      { west: west + 360, east: 180, south, north },
    ];
  }
  if (east > 180) {
    return [
      { west, east: 180, south, north },
      { west: -180, east: east - 360, south, north },
    ];
  }
  return [{ west, east, south, north }];
}
