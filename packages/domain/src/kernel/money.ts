/** Integer fen (1 yuan = 100 fen). Never a fraction, never above 2^53 − 1. */
export type Fen = number;

/** Integer basis points (1 % = 100 bp). */
export type BasisPoints = number;

/** Whether a value is a safe integer amount of at least zero. */
export function isFen(value: unknown): value is Fen {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

/**
 * `numerator / denominator` rounded half up to an integer, exactly: the product of two safe integers may
 * leave the safe range, so the division is done on big integers.
 * @throws RangeError on a negative numerator or a denominator below 1, which no rule produces.
 */
export function divideHalfUp(numerator: bigint, denominator: bigint): number {
  if (numerator < 0n || denominator <= 0n) throw new RangeError("divideHalfUp takes a numerator >= 0 and a denominator > 0");
  return Number((2n * numerator + denominator) / (2n * denominator));
}

/** `fen × rate`, rounded half up to the fen (rules §1: a line item is rounded once). */
export function shareOf(fen: Fen, rate: BasisPoints): Fen {
  return divideHalfUp(BigInt(fen) * BigInt(rate), 10_000n);
}

/** The sum of a list of amounts. */
export function sum(amounts: Iterable<Fen>): Fen {
  let total = 0;
  for (const amount of amounts) total += amount;
  return total;
}
