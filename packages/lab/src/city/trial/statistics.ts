/** A mean with its 95 % confidence interval. */
export interface Estimate {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** The normal distribution's two-sided 5 %. */
const z = 1.959_963_985;

/**
 * Student's two-sided 5 % for so many degrees of freedom, by the Cornish–Fisher expansion (Abramowitz and Stegun 26.7.5): right
 * to 0.3 % from four on, to four digits from ten on.
 */
export function studentQuantile(freedom: number): number {
  const terms = [
    (z ** 3 + z) / 4,
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96,
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384,
    (79 * z ** 9 + 776 * z ** 7 + 1_482 * z ** 5 - 1_920 * z ** 3 - 945 * z) / 92_160,
  ];
  return terms.reduce((sum, term, index) => sum + term / freedom ** (index + 1), z);
}

/** The mean of independent values, at least five of them, with where the true one lies in 95 of 100 cases. */
export function estimate(values: readonly number[]): Estimate {
  if (values.length < 5) throw new RangeError("an estimate needs at least five values");
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
  const either = studentQuantile(values.length - 1) * Math.sqrt(variance / values.length);
  return { mean: rounded(mean), low: rounded(mean - either), high: rounded(mean + either) };
}

function rounded(value: number): number {
  return Number(value.toPrecision(5));
}
