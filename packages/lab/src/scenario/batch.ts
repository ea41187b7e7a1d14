import { chooseRows } from "@lingong/domain";
import type { City, Dispatcher } from "./dispatcher.ts";
import { openPairs, type Pair, type Party, partnerOf } from "./party.ts";
import { expectedBest, gainRate, type Past, type Prospects } from "./past.ts";

export interface BatchOptions {
  /** How long an order may be held for a better partner; infinite: as long as it is there. */
  readonly hold: number;
}

/** What the best expected partner counts: others wait for the same one. */
const contested = 0.7;
/** Waiting as long as an order may be held costs this share of its pair's worth. */
const costOfHolding = 0.005;
/** How many orders around a last call are decided together. */
const neighbourhoodMost = 80;
/** The best pair of a problem in points: weights are compared to a millionth of it. */
const finest = 1_000_000;

/**
 * Hold and match: everybody around is matched exactly for the greatest worth, but a pair is joined only when one of the two is
 * about to be lost, or when holding the order on promises less than it costs. What a party could still expect (`Past`)
 * counts against every pair it would be given away in.
 */
export function batch(city: City, past: Past, { hold }: BatchOptions): Dispatcher {
  const known = new Map<Party, Prospects>();
  const prospectsOf = (party: Party) => {
    const prospects = known.get(party) ?? past.prospectsOf(party);
    known.set(party, prospects);
    return prospects;
  };
  const deadlineOf = ({ to, heldSince }: Party) => Math.min(to, (heldSince ?? to) + hold);
  const reserveOf = (party: Party) => contested * expectedBest(prospectsOf(party), deadlineOf(party) - city.now);
  const isWorthHolding = ({ order, worker, weight }: Pair) => {
    if (deadlineOf(order) <= city.now) return false;
    if (!past.tells || hold >= order.to - order.from) return true;
    const gained = gainRate(prospectsOf(order), weight - reserveOf(worker)) + gainRate(prospectsOf(worker), weight - reserveOf(order));
    return gained > (costOfHolding * weight) / hold;
  };
  return {
    decidesOnArrival: false,
    hasRounds: hold < Number.POSITIVE_INFINITY,
    arrived() {},
    lastCall(party) {
      const pair = bestPairs(neighbourhoodOf(party), reserveOf).find(({ order, worker }) => order === party || worker === party);
      if (pair !== undefined) city.join(pair);
    },
    round() {
      for (const pair of bestPairs(city.orders, reserveOf)) if (!isWorthHolding(pair)) city.join(pair);
    },
    gone(party) {
      known.delete(party);
      past.remember(party);
    },
  };
}

/** The orders around a party: orders of workers of orders, nearest first, up to a number. */
function neighbourhoodOf(party: Party): Party[] {
  const seen = new Set([party]);
  const orders: Party[] = [];
  for (const each of seen) {
    if (each.side === "order") orders.push(each);
    if (orders.length >= neighbourhoodMost) break;
    for (const pair of openPairs(each)) seen.add(partnerOf(pair, each));
  }
  return orders;
}

/** The pairs of the best assignment of these orders: each pair counts what it is worth above both sides' reserves. */
function bestPairs(orders: Iterable<Party>, reserveOf: (party: Party) => number): Pair[] {
  const rows = [...orders].filter((order) => openPairs(order).length > 0);
  const reserves = new Map<Party, number>();
  const known = (worker: Party) => {
    const reserve = reserves.get(worker) ?? reserveOf(worker);
    reserves.set(worker, reserve);
    return reserve;
  };
  const kept = rows.map((order) => bestOf(order, rows.length, reserveOf(order), known));
  const workers = [...new Set(kept.flatMap((own) => own.map(({ pair }) => pair.worker)))].sort((a, b) => a.number - b.number);
  const columnOf = new Map(workers.map((worker, column) => [worker, column]));
  const most = kept.reduce((best, own) => Math.max(best, own[0]?.worth ?? 0), 0);
  const rowStart = new Int32Array(rows.length + 1);
  const scored: Scored[] = [];
  for (const [row, own] of kept.entries()) {
    const points = own.map(({ pair, worth }) => {
      return { pair, column: columnOf.get(pair.worker) as number, score: Math.round((worth / most) * finest) };
    });
    scored.push(...points.sort((a, b) => b.score - a.score || a.column - b.column));
    rowStart[row + 1] = scored.length;
  }
  return chosenOf(scored, rowStart, workers.length);
}

interface Worthy {
  readonly pair: Pair;
  /** Above both sides' reserves; > 0. */
  readonly worth: number;
}

/**
 * An order's best pairs, as many as there are orders: the best assignment needs no others, since the other orders cannot take
 * all of these. A pair is worth no more than its weight above the order's reserve, so most need no second look.
 */
function bestOf(order: Party, count: number, reserve: number, reserveOf: (worker: Party) => number): Worthy[] {
  const best: Worthy[] = [];
  for (const pair of order.pairs.toSorted((a, b) => b.weight - a.weight || a.worker.number - b.worker.number)) {
    const atMost = pair.weight - reserve;
    const least = best.length < count ? 0 : (best.at(-1)?.worth ?? 0);
    if (atMost <= least) break;
    const worth = atMost - reserveOf(pair.worker);
    if (worth <= least) continue;
    let at = best.length;
    while (at > 0 && (best[at - 1] as Worthy).worth < worth) at -= 1;
    best.splice(at, 0, { pair, worth });
    if (best.length > count) best.pop();
  }
  return best;
}

interface Scored {
  readonly pair: Pair;
  readonly column: number;
  readonly score: number;
}

/** Asks the city's own assignment. */
function chosenOf(scored: readonly Scored[], rowStart: Int32Array, columns: number): Pair[] {
  const rowOf = chooseRows({
    rowStart,
    pairColumn: Int32Array.from(scored, ({ column }) => column),
    pairScore: Int32Array.from(scored, ({ score }) => score),
    columns,
    people: columns,
    capacity: new Int32Array(rowStart.length - 1).fill(1),
    bonus: new Float64Array(rowStart.length - 1),
  });
  const chosen: Pair[] = [];
  for (let row = 0; row + 1 < rowStart.length; row += 1) {
    for (let at = rowStart[row] as number; at < (rowStart[row + 1] as number); at += 1) {
      const { pair, column } = scored[at] as Scored;
      if (rowOf[column] === row) chosen.push(pair);
    }
  }
  return chosen;
}
