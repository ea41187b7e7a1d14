import type { Instant } from "@lingong/domain";
import type { Timers } from "../deadlines/timers.ts";
import type { ServerClock } from "./clock.ts";

export interface AdvanceOptions {
  readonly clock: ServerClock;
  readonly timers: Timers;
  /** Resolves when everything that has been set going has come to rest: hints sent, rounds run, jobs done. */
  readonly settle: () => Promise<void>;
}

/** Timers that do not fire although they are due (a fault elsewhere) are passed over after so many attempts. */
const attempts = 3;

/**
 * Moves development's clock as if the time had been waited for: it stops at every timer that falls due on the way, lets
 * it fire, and lets what follows from it come to rest, so that all happens in its order.
 * @returns how many timers fired.
 */
export async function advance(options: AdvanceOptions, target: Instant): Promise<number> {
  const { clock, timers, settle } = options;
  const before = timers.fired();
  let idle = 0;
  await settle();
  for (let due = await timers.nextDueAt(); due !== null && due <= target && idle < attempts; due = await timers.nextDueAt()) {
    const firedSoFar = timers.fired();
    await clock.moveTo(due);
    await timers.fire();
    await settle();
    idle = timers.fired() === firedSoFar ? idle + 1 : 0;
  }
  await clock.moveTo(target);
  await timers.fire();
  await settle();
  return timers.fired() - before;
}

/** One advance at a time: two would overtake each other's timers. */
export function oneAtATime<Input, Output>(work: (input: Input) => Promise<Output>): (input: Input) => Promise<Output> {
  let last: Promise<unknown> = Promise.resolve();
  return (input) => {
    const next = last.then(() => work(input));
    last = next.catch(() => undefined);
    return next;
  };
}
