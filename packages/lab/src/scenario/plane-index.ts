import type { PlaceIndex } from "./geometry.ts";
import type { Place } from "./scenario.ts";

/** Places per cell that keep both the number of cells and the walk through one short. */
const placesPerCell = 4;

/** Indexes places of a plane in square cells. */
export function planeIndex(places: readonly Place[]): PlaceIndex {
  const [west, east] = rangeOf(places.map(({ x }) => x));
  const [south, north] = rangeOf(places.map(({ y }) => y));
  const size = Math.max(Math.sqrt(((east - west) * (north - south) * placesPerCell) / places.length), (east - west + north - south) / 1_000) || 1;
  const column = (x: number) => Math.floor((Math.min(Math.max(x, west), east) - west) / size);
  const row = (y: number) => Math.floor((Math.min(Math.max(y, south), north) - south) / size);
  const columns = column(east) + 1;
  const cells: (number[] | undefined)[] = new Array(columns * (row(north) + 1));
  for (const [index, { x, y }] of places.entries()) {
    const cell = row(y) * columns + column(x);
    const list = cells[cell];
    if (list === undefined) cells[cell] = [index];
    else list.push(index);
  }
  return (centre, radius, found) => {
    const [first, last] = [column(centre.x - radius), column(centre.x + radius)];
    for (let y = row(centre.y - radius), top = row(centre.y + radius); y <= top; y += 1) {
      for (let x = first; x <= last; x += 1) {
        for (const index of cells[y * columns + x] ?? []) if (isWithin(places[index] as Place, centre, radius)) found(index);
      }
    }
  };
}

function isWithin(place: Place, centre: Place, radius: number): boolean {
  const east = place.x - centre.x;
  const north = place.y - centre.y;
  return east * east + north * north <= radius * radius;
}

/** Least and most of a list; 0 to 0 of an empty one. */
function rangeOf(values: readonly number[]): [number, number] {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return least <= most ? [least, most] : [0, 0];
}
