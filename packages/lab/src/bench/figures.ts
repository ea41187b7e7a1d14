/** One measured figure: the median of its runs, with the least and the most of them. */
export interface Figure {
  readonly unit: string;
  readonly median: number;
  readonly least: number;
  readonly most: number;
  readonly runs: number;
}

/** Two contestants measured in turn, run by run: a ratio is taken within each run, never between runs. */
export interface Comparison {
  readonly ours: Figure;
  readonly theirs: Figure;
  readonly ratio: Figure;
}

/** Four significant digits: more would claim what a shared machine cannot tell. */
function rounded(value: number): number {
  return Number(value.toPrecision(4));
}

/**
 * The value below which `share` of the values lie, by the nearest rank: one that was measured, never an interpolation.
 * @throws RangeError without any value.
 */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (value === undefined) throw new RangeError("a percentile needs at least one value");
  return value;
}

export function figureOf(unit: string, values: readonly number[]): Figure {
  return {
    unit,
    median: rounded(percentile(values, 0.5)),
    least: rounded(Math.min(...values)),
    most: rounded(Math.max(...values)),
    runs: values.length,
  };
}

/** Runs of both contestants, each pair in one run, as rates per second. */
export function comparisonOf(unit: string, runs: readonly { readonly ours: number; readonly theirs: number }[]): Comparison {
  return {
    ours: figureOf(
      unit,
      runs.map((run) => run.ours),
    ),
    theirs: figureOf(
      unit,
      runs.map((run) => run.theirs),
    ),
    ratio: figureOf(
      "×",
      runs.map((run) => run.ours / run.theirs),
    ),
  };
}
