import type { Geometry, PlaceIndex } from "./geometry.ts";
import type { Party } from "./party.ts";
import type { Place } from "./scenario.ts";

/** Parties that come and go, to be searched by place. */
export interface Gathering {
  add(party: Party): void;
  /** Hands out everybody not gone within the radius, in the order they came. */
  near(place: Place, radius: number): Party[];
}

const newcomersLeast = 64;

/** An index of those who were there when it was made, and a short list of who came since; made anew when that grows long. */
export function openGathering({ distance, index }: Geometry): Gathering {
  let settled: Party[] = [];
  let search: PlaceIndex = () => {};
  let newcomers: Party[] = [];
  const settle = () => {
    settled = [...settled, ...newcomers].filter(({ isGone }) => !isGone);
    newcomers = [];
    search = settled.length === 0 ? () => {} : index(settled.map(({ place }) => place));
  };
  return {
    add(party) {
      newcomers.push(party);
      if (newcomers.length > newcomersLeast + settled.length / 8) settle();
    },
    near(place, radius) {
      const indices: number[] = [];
      search(place, radius, (found) => void indices.push(found));
      const found = indices.sort((a, b) => a - b).map((at) => settled[at] as Party);
      for (const party of newcomers) if (distance(party.place, place) <= radius) found.push(party);
      return found.filter(({ isGone }) => !isGone);
    },
  };
}
