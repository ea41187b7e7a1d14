import { EARTH_RADIUS_METRES, isPlausible, RADIANS_PER_DEGREE } from "./distance.ts";
import type { Position } from "./position.ts";

/** A box of degrees, its edges included. */
export interface Box {
  readonly south: number;
  readonly north: number;
  readonly west: number;
  readonly east: number;
}

const metresPerDegree = EARTH_RADIUS_METRES * RADIANS_PER_DEGREE;
/** Distances are whole metres: what is rounded down to the edge lies within as well. */
const spareDegrees = 0.001;
/** The smallest cosine that matters: beyond 85° of latitude every meridian is near. */
const leastCosine = 0.08;

/** A box that holds every place within `metres` of this one, and some beyond. Across the 180th meridian it goes all around. */
export function boxAround({ lat, lng }: Position, metres: number): Box {
  const high = metres / metresPerDegree + spareDegrees;
  const cosine = Math.cos(Math.min(90, Math.abs(lat) + high) * RADIANS_PER_DEGREE);
  const wide = cosine > leastCosine ? high / cosine : 360;
  const whole = lng - wide < -180 || lng + wide > 180;
  return { south: lat - high, north: lat + high, west: whole ? -180 : lng - wide, east: whole ? 180 : lng + wide };
}

/** Whether a place lies in a box; a place that cannot be lies in none. */
export function isInBox(box: Box, place: Position | null): place is Position {
  if (!isPlausible(place)) return false;
  return place.lat >= box.south && place.lat <= box.north && place.lng >= box.west && place.lng <= box.east;
}

/** The smallest box that holds all of these; null: there is none. */
export function boxOver(boxes: readonly Box[]): Box | null {
  return boxes.reduce<Box | null>(
    (over, { south, north, west, east }) =>
      over === null
        ? { south, north, west, east }
        : {
            south: Math.min(over.south, south),
            north: Math.max(over.north, north),
            west: Math.min(over.west, west),
            east: Math.max(over.east, east),
          },
    null,
  );
}
