import { MINUTE, SECOND } from "../kernel/instant.ts";
import { divideHalfUp, type Fen } from "../kernel/money.ts";
import type { RoundOffer, RoundResult, RoundSnapshot } from "./round-types.ts";
import type { Job } from "./snapshot.ts";

/** The first time rounds found somebody for an order, and who stood first among those offered. */
export interface FirstChoice {
  readonly workerId: string;
  readonly score: number;
  readonly metres: number;
  readonly onSite: boolean;
  /** From the (re-)entry into matching to that round. */
  readonly waitedMs: number;
  /** What the booked time pays, gross. */
  readonly fen: Fen;
}

/** What recorded rounds came to under one policy, as they are added one by one in order of time. */
export interface Tally {
  rounds: number;
  offers: number;
  /** By order id; null: seen, and offered to nobody so far. */
  readonly orders: Map<string, FirstChoice | null>;
  /** Everybody who was there to be asked, with the income assumed. */
  readonly income: Map<string, Fen>;
}

/** What a trial reports, the same for either policy. Rates in basis points. */
export interface TrialFigures {
  readonly rounds: number;
  readonly offers: number;
  readonly orders: number;
  /** Orders somebody was offered. */
  readonly offered: number;
  readonly fillRate: number | null;
  readonly meanWaitSeconds: number | null;
  readonly meanMetres: number | null;
  readonly meanScore: number | null;
  readonly workers: number;
  readonly workersChosen: number;
  /** Gini coefficient of the assumed income of all workers seen: 0 all the same, 10,000 one has everything. */
  readonly incomeGini: number | null;
  /** Orders by the first choice's way: one count a kilometre, the last for all beyond. */
  readonly byKilometre: readonly number[];
  /** Orders by the wait until the first offer: one count an entry of `waitBounds`, the last for all beyond. */
  readonly byWait: readonly number[];
  /** Mean assumed income of each tenth of the workers, the poorest first (fen). */
  readonly incomeDeciles: readonly Fen[];
}

/** Upper ends of the bins of waiting, minutes. */
export const waitBounds = [0.5, 1, 2, 5, 10, 30] as const;
const kilometres = 12;

export function startTally(): Tally {
  return { rounds: 0, offers: 0, orders: new Map(), income: new Map() };
}

/**
 * Adds a round as it would have been decided. Who would have accepted is unknown: each order counts once, in the first round
 * that offered it to somebody, and the best placed of those asked is taken to do it.
 */
export function addToTally(tally: Tally, snapshot: RoundSnapshot, result: RoundResult): void {
  tally.rounds += 1;
  tally.offers += result.offers.length;
  for (const { id } of snapshot.workers) if (!tally.income.has(id)) tally.income.set(id, 0);
  const best = new Map<string, RoundOffer>();
  for (const offer of result.offers) if (offer.rank < (best.get(offer.orderId)?.rank ?? Number.POSITIVE_INFINITY)) best.set(offer.orderId, offer);
  for (const job of snapshot.jobs) {
    if (tally.orders.get(job.orderId) != null) continue;
    const offer = best.get(job.orderId);
    tally.orders.set(job.orderId, offer === undefined ? null : choiceOf(job, offer, result.at));
    if (offer !== undefined) tally.income.set(offer.workerId, (tally.income.get(offer.workerId) ?? 0) + payOf(job));
  }
}

function payOf({ rateFenPerHour, bookedMinutes, headcount }: Job): Fen {
  return divideHalfUp(BigInt(rateFenPerHour) * BigInt(bookedMinutes) * BigInt(headcount), 60n);
}

function choiceOf(job: Job, { workerId, score, metres }: RoundOffer, at: number): FirstChoice {
  return { workerId, score, metres, onSite: job.mode === "on_site", waitedMs: Math.max(0, at - job.waitingSince), fen: payOf(job) };
}

export function figuresOf({ rounds, offers, orders, income }: Tally): TrialFigures {
  const choices = [...orders.values()].filter((choice) => choice !== null);
  const onSite = choices.filter((choice) => choice.onSite);
  const incomes = [...income.values()].sort((a, b) => a - b);
  return {
    rounds,
    offers,
    orders: orders.size,
    offered: choices.length,
    fillRate: orders.size === 0 ? null : Math.round((choices.length * 10_000) / orders.size),
    meanWaitSeconds: meanOf(choices.map(({ waitedMs }) => waitedMs / SECOND)),
    meanMetres: meanOf(onSite.map(({ metres }) => metres)),
    meanScore: meanOf(choices.map(({ score }) => score)),
    workers: incomes.length,
    workersChosen: incomes.filter((fen) => fen > 0).length,
    incomeGini: giniOf(incomes),
    byKilometre: binned(
      onSite.map(({ metres }) => Math.floor(metres / 1_000)),
      kilometres + 1,
    ),
    byWait: binned(
      choices.map(({ waitedMs }) => binOfWait(waitedMs)),
      waitBounds.length + 1,
    ),
    incomeDeciles: decilesOf(incomes),
  };
}

function binOfWait(waitedMs: number): number {
  const bin = waitBounds.findIndex((minutes) => waitedMs < minutes * MINUTE);
  return bin < 0 ? waitBounds.length : bin;
}

function meanOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : Math.round(values.reduce((total, value) => total + value, 0) / values.length);
}

function binned(bins: readonly number[], count: number): number[] {
  const counts = new Array<number>(count).fill(0);
  for (const bin of bins) {
    const at = Math.min(bin, count - 1);
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return counts;
}

/** The Gini coefficient of values in rising order, in basis points; null: nobody, or nothing to share. */
export function giniOf(rising: readonly number[]): number | null {
  const total = rising.reduce((sum, value) => sum + value, 0);
  if (total === 0) return null;
  const weighted = rising.reduce((sum, value, index) => sum + (2 * (index + 1) - rising.length - 1) * value, 0);
  return Math.round((weighted * 10_000) / (rising.length * total));
}

function decilesOf(rising: readonly Fen[]): Fen[] {
  const tenths = Math.min(10, rising.length);
  return Array.from({ length: tenths }, (_, index) => {
    const part = rising.slice(Math.floor((index * rising.length) / tenths), Math.floor(((index + 1) * rising.length) / tenths));
    return meanOf(part) ?? 0;
  });
}

/** One order the two policies would have begun otherwise with. */
export interface OtherChoice {
  readonly orderId: string;
  readonly from: FirstChoice | null;
  readonly to: FirstChoice | null;
}

/** The orders whose first choice differs, by order id. */
export function otherChoices(current: Tally, draft: Tally): OtherChoice[] {
  return [...current.orders.keys()].sort().flatMap((orderId) => {
    const [from, to] = [current.orders.get(orderId) ?? null, draft.orders.get(orderId) ?? null];
    return from?.workerId === to?.workerId ? [] : [{ orderId, from, to }];
  });
}
