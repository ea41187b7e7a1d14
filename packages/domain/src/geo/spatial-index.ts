import { EARTH_RADIUS_METRES, isPlausible, metresApart, RADIANS_PER_DEGREE } from "./distance.ts";
import type { Position } from "./position.ts";

/** Finds which of the indexed positions lie within a radius. */
export interface SpatialIndex {
  /** Calls `found` with the index and the whole metres of each position at most `metres` away; in no particular order. */
  readonly within: (centre: Position, metres: number, found: Found) => void;
}

type Found = (index: number, metres: number) => void;

/** A little more than a rounded metre, so that the box never cuts off what the exact distance lets in. */
const BOX_MARGIN_METRES = 2;

/** Bands of latitude are about 2.2 km high: a wave looks into half a dozen of them. */
const BANDS_PER_DEGREE = 50;

/** Within a band positions stand by longitude, in whole millionths of a degree (0.1 m). */
const STEPS_PER_DEGREE = 1_000_000;

/** Room for an index behind a longitude in one exact number: keys that sort by themselves and say whose they are. */
const INDEX_SPAN = 2 ** 23;

/** Positions in columns, band by band from the south, each band from west to east: a search reads a stretch of a few bands. */
interface Bands {
  readonly lowest: number;
  /** Band `lowest + n` stands from `starts[n]` to `starts[n + 1]`. */
  readonly starts: Int32Array;
  /** Longitude in steps: what a band is searched by. */
  readonly steps: Int32Array;
  /** Whose position it is. */
  readonly indices: Int32Array;
  /** What a distance needs: latitude in radians, its cosine, longitude in degrees. */
  readonly latitude: Float64Array;
  readonly cosine: Float64Array;
  readonly longitude: Float64Array;
}

/**
 * Indexes positions by latitude and longitude; missing and implausible ones are left out. The boxes searched are right at
 * any latitude and across the 180th meridian; what they hold is filtered by great-circle distance.
 * @throws RangeError beyond eight million positions.
 */
export function spatialIndex(positions: readonly (Position | null)[]): SpatialIndex {
  if (positions.length > INDEX_SPAN) throw new RangeError("too many positions for one index");
  const bands = bandsOf(positions);
  return {
    within: (centre, metres, found) => {
      for (const box of boxesAround(centre, metres)) search(bands, box, { centre, metres }, found);
    },
  };
}

const bandOf = (lat: number) => Math.floor(lat * BANDS_PER_DEGREE);
const stepsOf = (lng: number) => Math.floor((lng + 180) * STEPS_PER_DEGREE);

function bandsOf(positions: readonly (Position | null)[]): Bands {
  const { starts, lowest } = countBands(positions);
  const size = starts.at(-1) ?? 0;
  const next = starts.slice();
  const keys = new Float64Array(size);
  for (let index = 0; index < positions.length; index += 1) {
    const position = positions[index] ?? null;
    if (!isPlausible(position)) continue;
    const band = bandOf(position.lat) - lowest;
    const slot = next[band] as number;
    keys[slot] = stepsOf(position.lng) * INDEX_SPAN + index;
    next[band] = slot + 1;
  }
  for (let band = 0; band + 1 < starts.length; band += 1) keys.subarray(starts[band], starts[band + 1]).sort();
  const column = () => new Float64Array(size);
  const bands = {
    lowest,
    starts,
    steps: new Int32Array(size),
    indices: new Int32Array(size),
    latitude: column(),
    cosine: column(),
    longitude: column(),
  };
  for (let slot = 0; slot < size; slot += 1) place(bands, slot, keys[slot] as number, positions);
  return bands;
}

/** How many positions each band from the lowest on holds, as the slots they begin at. */
function countBands(positions: readonly (Position | null)[]): Pick<Bands, "lowest" | "starts"> {
  let [lowest, highest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const position of positions) {
    if (!isPlausible(position)) continue;
    const band = bandOf(position.lat);
    if (band < lowest) lowest = band;
    if (band > highest) highest = band;
  }
  if (lowest > highest) return { lowest: 0, starts: new Int32Array(1) };
  const starts = new Int32Array(highest - lowest + 2);
  for (const position of positions) {
    if (!isPlausible(position)) continue;
    const after = bandOf(position.lat) - lowest + 1;
    starts[after] = (starts[after] as number) + 1;
  }
  for (let band = 1; band < starts.length; band += 1) starts[band] = (starts[band] as number) + (starts[band - 1] as number);
  return { lowest, starts };
}

/** Writes the position a key stands for into its slot. */
function place(bands: Bands, slot: number, key: number, positions: readonly (Position | null)[]): void {
  const steps = Math.floor(key / INDEX_SPAN);
  const index = key - steps * INDEX_SPAN;
  const { lat, lng } = positions[index] as Position;
  bands.steps[slot] = steps;
  bands.indices[slot] = index;
  bands.latitude[slot] = lat * RADIANS_PER_DEGREE;
  bands.cosine[slot] = Math.cos(lat * RADIANS_PER_DEGREE);
  bands.longitude[slot] = lng;
}

/** Measures what lies in a box, band by band. */
function search(bands: Bands, box: Box, { centre, metres }: { readonly centre: Position; readonly metres: number }, found: Found): void {
  const { lowest, starts, steps, indices, latitude, cosine, longitude } = bands;
  const centreLatitude = centre.lat * RADIANS_PER_DEGREE;
  const centreCosine = Math.cos(centreLatitude);
  const [west, east] = [stepsOf(box.west), stepsOf(box.east)];
  const last = Math.min(starts.length - 2, bandOf(box.north) - lowest);
  for (let band = Math.max(0, bandOf(box.south) - lowest); band <= last; band += 1) {
    const end = starts[band + 1] as number;
    for (let slot = firstFrom(steps, west, starts[band] as number, end); slot < end && (steps[slot] as number) <= east; slot += 1) {
      const cosines = centreCosine * (cosine[slot] as number);
      const away = metresApart((latitude[slot] as number) - centreLatitude, cosines, (longitude[slot] as number) - centre.lng);
      if (away <= metres) found(indices[slot] as number, away);
    }
  }
}

/** The first slot of a band whose longitude is not west of `least`. */
function firstFrom(steps: Int32Array, least: number, from: number, to: number): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((steps[middle] as number) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

const DEGREES_PER_RADIAN = 1 / RADIANS_PER_DEGREE;

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
