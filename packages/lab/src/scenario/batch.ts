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
/** How many around a last call are decided together. */
const neighbourhoodMost = 200;
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

/** The orders around a party: partners of partners, nearest first, up to a number. */
function neighbourhoodOf(party: Party): Party[] {
  const seen = new Set([party]);
  for (const each of seen) {
    for (const pair of openPairs(each)) seen.add(partnerOf(pair, each));
    if (seen.size >= neighbourhoodMost) break;
  }
  return [...seen].filter(({ side }) => side === "order");
}

/** The pairs of the best assignment of these orders: each pair counts what it is worth above both sides' reserves. */
function bestPairs(orders: Iterable<Party>, reserveOf: (party: Party) => number): Pair[] {
  const rows = [...orders].filter((order) => openPairs(order).length > 0);
  const workers = [...new Set(rows.flatMap(({ pairs }) => pairs.map(({ worker }) => worker)))].sort((a, b) => a.number - b.number);
  const columnOf = new Map(workers.map((worker, column) => [worker, column]));
  const reserves = workers.map(reserveOf);
  const most = rows.reduce((best, { pairs }) => pairs.reduce((sofar, { weight }) => Math.max(sofar, weight), best), 0);
  const scored: Scored[] = [];
  const rowStart = new Int32Array(rows.length + 1);
  for (const [row, order] of rows.entries()) {
    const reserve = reserveOf(order);
    const own = order.pairs.map((pair) => {
      const column = columnOf.get(pair.worker) as number;
      return { pair, column, score: Math.round(((pair.weight - reserve - (reserves[column] as number)) / most) * finest) };
    });
    scored.push(...own.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score || a.column - b.column));
    rowStart[row + 1] = scored.length;
  }
  return chosenOf(scored, rowStart, workers.length);
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
