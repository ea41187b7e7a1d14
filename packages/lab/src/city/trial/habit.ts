import { type Duration, HOUR, MINUTE, SECOND } from "@lingong/domain";
import { chanceFrom } from "../../chance.ts";
import type { PlannedWorker } from "../plan.ts";

/** How a worker takes to an order: the same under every policy, so that policies meet the same luck. */
export interface Habit {
  readonly ignores: boolean;
  readonly declines: boolean;
  readonly failsToCome: boolean;
  readonly answersAfter: Duration;
  /** How much longer the work takes than booked; below 0: shorter. */
  readonly lasts: Duration;
  readonly changesMindAfter: Duration;
  readonly comesBackAfter: Duration;
}

const nobody = { number: -1, planned: { ignores: 0, declines: 0, failsToCome: 0 } };

interface Numbered {
  readonly number: number;
}

/** Draws how a worker takes to an order, from nothing but the seed and who they are. */
export function chanceOf(
  seed: number,
  order: Numbered,
  worker: (Numbered & { readonly planned: Pick<PlannedWorker, "ignores" | "declines" | "failsToCome"> }) | null,
): Habit {
  const { number, planned } = worker ?? nobody;
  const chance = chanceFrom(mixed(seed, order.number, number));
  return {
    ignores: chance.happens(planned.ignores),
    declines: chance.happens(planned.declines),
    failsToCome: chance.happens(planned.failsToCome),
    answersAfter: chance.between(5, 30) * SECOND,
    lasts: chance.between(-5, 8) * MINUTE,
    changesMindAfter: chance.between(1, 12) * MINUTE,
    comesBackAfter: Math.floor(chance.next() * HOUR),
  };
}

/** One seed out of several whole numbers. */
function mixed(...numbers: readonly number[]): number {
  return numbers.reduce((sum, each) => Math.imul(sum ^ (each + 0x9e37_79b9), 0x85eb_ca6b) ^ (sum >>> 13), 0x2545_f491);
}
