/**
 * `scale × 2^(−numerator/denominator)`, rounded half up, exactly: the float is only a guess, and where it lies so near
 * to a half that it could be wrong, big integers decide. So every machine computes the same weight.
 */
export function halvedWeight(scale: number, numerator: number, denominator: number): number {
  const estimate = scale * 2 ** (-numerator / denominator);
  const rounded = Math.floor(estimate + 0.5);
  const distanceToHalf = Math.abs(estimate + 0.5 - Math.round(estimate + 0.5));
  if (distanceToHalf > 1e-6 || numerator === 0) return rounded;
  const upper = Math.round(estimate + 0.5);
  return reachesHalf(upper, { scale, numerator, denominator }) ? upper : upper - 1;
}

/** Whether scale × 2^(−n/d) ≥ upper − 1/2, that is (2·upper − 1)^d × 2^n ≤ (2·scale)^d. */
function reachesHalf(upper: number, power: { readonly scale: number; readonly numerator: number; readonly denominator: number }): boolean {
  const denominator = BigInt(power.denominator);
  return BigInt(2 * upper - 1) ** denominator * 2n ** BigInt(power.numerator) <= BigInt(2 * power.scale) ** denominator;
}

/**
 * The Wilson lower bound of `good` out of `of`, ×10,000, rounded down, exactly; 0 of 0 is 0 (§8).
 * The bound is the smaller root of (p̂ − p)² = z²·p(1 − p)/n, so m/10,000 lies at or below it just when
 * m/10,000 ≤ p̂ and the left side is at least the right side: integers on both sides, no square root.
 */
export function wilsonLowerBound(good: number, of: number, zHundredths: number): number {
  if (of === 0) return 0;
  let atOrBelow = 0;
  let above = 10_001;
  while (above - atOrBelow > 1) {
    const middle = Math.floor((atOrBelow + above) / 2);
    if (liesAtOrBelow(middle, { good, of, zHundredths })) atOrBelow = middle;
    else above = middle;
  }
  return atOrBelow;
}

function liesAtOrBelow(m: number, sample: { readonly good: number; readonly of: number; readonly zHundredths: number }): boolean {
  const n = BigInt(sample.of);
  const point = BigInt(m);
  const gap = 10_000n * BigInt(sample.good) - n * point;
  if (gap < 0n) return false;
  return 10_000n * gap * gap >= BigInt(sample.zHundredths) ** 2n * n * point * (10_000n - point);
}
