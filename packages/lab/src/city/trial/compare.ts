import { type DispatchDraft, defaultPolicy, withDispatch } from "@lingong/domain";
import { type CitySize, planCity } from "../plan.ts";
import { batch, usualBatch } from "./batch.ts";
import { type FigureName, figureNames, figuresOf, type TrialFigures } from "./figures.ts";
import { greedy } from "./greedy.ts";
import { playTrial } from "./play-trial.ts";
import { type Estimate, estimate } from "./statistics.ts";

export interface CompareOptions extends Omit<CitySize, "seed"> {
  readonly firstSeed: number;
  readonly seeds: number;
  /** Other numbers of dispatch for the batch; null: those of the rule book, as for greedy. */
  readonly draft: DispatchDraft | null;
  readonly hold: number;
  readonly played: (seed: number) => void;
}

type Estimates = Readonly<Record<FigureName, Estimate>>;

export interface CityComparison {
  readonly workers: number;
  readonly orders: number;
  readonly hours: number;
  readonly seeds: readonly [first: number, last: number];
  readonly greedy: Estimates;
  readonly batch: Estimates;
  /** Batch minus greedy, city by city. */
  readonly difference: Estimates;
  /** The same in per cent of greedy. */
  readonly percent: Estimates;
}

/** Plays each seed's city once with either policy, on the same people, orders and luck. */
export async function compareCities({ workers, orders, hours, firstSeed, seeds, draft, hold, played }: CompareOptions): Promise<CityComparison> {
  const pairs: { readonly greedy: TrialFigures; readonly batch: TrialFigures }[] = [];
  const numbers = draft === null ? defaultPolicy : withDispatch(defaultPolicy, draft);
  for (let seed = firstSeed; seed < firstSeed + seeds; seed += 1) {
    const size = { workers, orders, hours, seed };
    const plan = await planCity(size);
    pairs.push({
      greedy: figuresOf(playTrial(plan, size, greedy, defaultPolicy)),
      batch: figuresOf(playTrial(plan, size, batch({ ...usualBatch, hold }), numbers)),
    });
    played(seed);
  }
  const over = (value: (pair: (typeof pairs)[number], name: FigureName) => number) =>
    Object.fromEntries(figureNames.map((name) => [name, estimate(pairs.map((pair) => value(pair, name)))])) as Record<FigureName, Estimate>;
  return {
    workers,
    orders,
    hours,
    seeds: [firstSeed, firstSeed + seeds - 1],
    greedy: over((pair, name) => pair.greedy[name]),
    batch: over((pair, name) => pair.batch[name]),
    difference: over((pair, name) => pair.batch[name] - pair.greedy[name]),
    percent: over((pair, name) => (100 * (pair.batch[name] - pair.greedy[name])) / pair.greedy[name]),
  };
}
