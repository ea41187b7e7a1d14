import type { PlaceIndex } from "./geometry.ts";
import type { Party } from "./party.ts";
import type { Stage } from "./stage.ts";

/** What may come for somebody, best first: gains over what it would cost, and how many of them come per unit of time. */
export interface Prospects {
  readonly gains: Float64Array;
  readonly rate: number;
}

/** What has been seen so far, as far as it tells what to expect. */
export interface Past {
  /** Remembers somebody who is gone. */
  remember(party: Party): void;
  prospectsOf(party: Party): Prospects;
  /** Whether enough was seen to go by. */
  readonly tells: boolean;
}

/** How many are remembered: the latest. */
const remembered = 8_192;
/** Prospects are kept in at most so many classes of equal count. */
const classes = 16;
/** Before so many were seen nobody is expected to know anything. */
const seenLeast = 128;

const nobody: Prospects = { gains: new Float64Array(0), rate: 0 };

/** The latest who came and went, by place; the index is made anew whenever an eighth is new. */
export function openPast({ geometry: { distance, index }, weightOf, longestReach }: Pick<Stage, "geometry" | "weightOf" | "longestReach">): Past {
  let latest: Party[] = [];
  let known: readonly Party[] = [];
  let search: PlaceIndex = () => {};
  let since = 0;
  let until = 0;
  const learn = () => {
    latest = latest.slice(-remembered);
    known = [...latest];
    search = index(known.map(({ place }) => place));
    since = known.reduce((least, { from }) => Math.min(least, from), Number.POSITIVE_INFINITY);
    until = known.reduce((most, { from }) => Math.max(most, from), 0);
  };
  return {
    get tells() {
      return known.length >= seenLeast;
    },
    remember(party) {
      latest.push(party);
      if (latest.length >= known.length + 16 + Math.min(known.length, remembered) / 8) learn();
    },
    prospectsOf(party) {
      if (known.length === 0) return nobody;
      const gains: number[] = [];
      search(party.place, party.side === "order" ? longestReach : party.reach, (found) => {
        const other = known[found] as Party;
        if (other.side === party.side) return;
        const [order, worker] = party.side === "order" ? [party, other] : [other, party];
        const away = distance(order.place, worker.place);
        if (away > worker.reach) return;
        // Its own half of what it earned is what it costs to have it instead.
        const gain = weightOf(order, worker, away) - other.earned / 2;
        if (gain > 0) gains.push(gain);
      });
      // One more stay on top of the time watched: from little seen little is expected.
      return classed(gains, until - since + party.to - party.from);
    },
  };
}

/** Sorts gains, best first, into classes of equal count. */
function classed(gains: number[], watched: number): Prospects {
  gains.sort((a, b) => b - a);
  const count = Math.min(classes, gains.length);
  const means = new Float64Array(count);
  for (let each = 0; each < count; each += 1) {
    const [from, to] = [Math.floor((each * gains.length) / count), Math.floor(((each + 1) * gains.length) / count)];
    let sum = 0;
    for (let at = from; at < to; at += 1) sum += gains[at] as number;
    means[each] = sum / (to - from);
  }
  return { gains: means, rate: count === 0 ? 0 : gains.length / count / watched };
}

/** The best gain to be expected within `time`: those who come do so independently (Poisson), and the best of them counts. */
export function expectedBest({ gains, rate }: Prospects, time: number): number {
  if (time <= 0) return 0;
  const none = Math.exp(-rate * time);
  let expected = 0;
  let noneBetter = 1;
  for (const gain of gains) {
    expected += gain * noneBetter * (1 - none);
    noneBetter *= none;
  }
  return expected;
}

/** What is expected to be gained over `at` per unit of time. */
export function gainRate({ gains, rate }: Prospects, at: number): number {
  let sum = 0;
  for (const gain of gains) {
    if (gain <= at) break;
    sum += gain - at;
  }
  return sum * rate;
}
