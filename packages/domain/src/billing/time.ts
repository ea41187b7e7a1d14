import { divideHalfUp, type Fen } from "../kernel/money.ts";
import type { Policy } from "../policy/policy.ts";

/** What a bill for time is computed from (§3). Minutes are whole, the rate is fen an hour and head. */
export interface TimeWorked {
  readonly workedMinutes: number;
  readonly minimumMinutes: number;
  readonly authorisedMinutes: number;
  readonly rateFenPerHour: Fen;
  readonly headcount: number;
}

export interface TimeBilled {
  readonly billedMinutes: number;
  readonly amountFen: Fen;
}

/** What `minutes` of `headcount` people cost at an hourly rate: rounded half up to the fen, once (§3). */
export function timeAmount(rateFenPerHour: Fen, minutes: number, headcount: number): Fen {
  return divideHalfUp(BigInt(rateFenPerHour) * BigInt(minutes) * BigInt(headcount), 60n);
}

/** The blocks begun by `workedMinutes`: a block counts once more than the grace of it has been worked (§3). */
function blocksOf(workedMinutes: number, policy: Policy): number {
  const { blockMinutes, graceMinutes } = policy.billing;
  return Math.max(0, Math.ceil((workedMinutes - graceMinutes) / blockMinutes));
}

/** The minutes billed: blocks worked, at least the minimum, never more than authorised (§3, I8). */
export function billedMinutes(time: Pick<TimeWorked, "workedMinutes" | "minimumMinutes" | "authorisedMinutes">, policy: Policy): number {
  const worked = blocksOf(time.workedMinutes, policy) * policy.billing.blockMinutes;
  return Math.min(time.authorisedMinutes, Math.max(time.minimumMinutes, worked));
}

/** The bill for time (§3): 67 minutes bill 60, 68 bill 75. Pass a minimum of 0 where the minimum does not count. */
export function billTime(time: TimeWorked, policy: Policy): TimeBilled {
  const minutes = billedMinutes(time, policy);
  return { billedMinutes: minutes, amountFen: timeAmount(time.rateFenPerHour, minutes, time.headcount) };
}

/**
 * How many whole minutes may still be worked before the bill grows ("next quarter begins in n min", §3): 1 means that
 * with the next full minute a further block is billed. Null: the bill has reached what is authorised.
 */
export function minutesUntilNextBlock(
  time: Pick<TimeWorked, "workedMinutes" | "minimumMinutes" | "authorisedMinutes">,
  policy: Policy,
): number | null {
  const billed = billedMinutes(time, policy);
  if (billed >= time.authorisedMinutes) return null;
  const { blockMinutes, graceMinutes } = policy.billing;
  const coveredBlocks = Math.floor(billed / blockMinutes);
  return coveredBlocks * blockMinutes + graceMinutes + 1 - time.workedMinutes;
}
