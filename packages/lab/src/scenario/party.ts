import type { Place, ScenarioOrder, ScenarioWorker } from "./scenario.ts";

/** An order waiting, or a worker free for one: from arriving until joined or gone. */
export interface Party {
  readonly side: "order" | "worker";
  /** Its place in the file's list. */
  readonly number: number;
  readonly id: string;
  readonly place: Place;
  readonly from: number;
  readonly to: number;
  readonly value: number;
  readonly tags: readonly string[];
  /** A worker's radius; 0 for an order. */
  readonly reach: number;
  /** Everybody it could be joined with; those gone are dropped now and then. */
  pairs: Pair[];
  isGone: boolean;
  /** An order: when it first could have been joined. */
  heldSince: number | null;
  /** What it brought in, once joined. */
  earned: number;
}

/** An order and a worker who may be joined. */
export interface Pair {
  readonly order: Party;
  readonly worker: Party;
  readonly weight: number;
  readonly distance: number;
}

const atFirst = () => ({ pairs: [], isGone: false, heldSince: null, earned: 0 });

export function orderParty({ id, place, posted, expires, value, tags }: ScenarioOrder, number: number): Party {
  return { side: "order", number, id, place, from: posted, to: expires, value, tags, reach: 0, ...atFirst() };
}

/** A worker, also one who comes back from an order: then later and elsewhere. */
export function workerParty({ id, place, from, to, radius, value, tags }: ScenarioWorker, number: number): Party {
  return { side: "worker", number, id, place, from, to, value, tags, reach: radius, ...atFirst() };
}

export function partnerOf({ order, worker }: Pair, party: Party): Party {
  return party === order ? worker : order;
}

/** The pairs that can still be joined; forgets the others. */
export function openPairs(party: Party): readonly Pair[] {
  const { pairs } = party;
  let kept = 0;
  for (const pair of pairs) {
    if (partnerOf(pair, party).isGone) continue;
    pairs[kept] = pair;
    kept += 1;
  }
  pairs.length = kept;
  return pairs;
}

/** From so many on a list of pairs is cleared of those gone whenever it has doubled. */
const tidyFrom = 32;

/** Makes a pair known to both sides. */
export function addPair(pair: Pair): void {
  for (const party of [pair.order, pair.worker]) {
    const { length } = party.pairs;
    if (length >= tidyFrom && (length & (length - 1)) === 0) openPairs(party);
    party.pairs.push(pair);
  }
}
