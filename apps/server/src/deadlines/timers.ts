import type { Timer } from "@lingong/api";
import type { Instant } from "@lingong/domain";
import { startLoop } from "../loop/woken-loop.ts";

export interface Timers {
  /** Fires everything that is due, until nothing is. */
  fire(): Promise<void>;
  /** How many have fired since the start, whoever asked for it. */
  fired(): number;
  nextDueAt(): Promise<Instant | null>;
  /** Looks now: something may have fallen due. */
  wake(): Promise<void>;
  stop(): Promise<void>;
}

export interface TimersOptions {
  readonly timers: readonly Timer[];
  readonly now: () => Instant;
  /** Called after something has fired: its hints wait in the outbox. */
  readonly onFired: (name: string, count: number, lateMs: number) => void;
  readonly onError: (error: unknown, name: string) => void;
}

/** The longest a new, nearer deadline may go unnoticed. */
const everyMs = 1_000;
/** A timer that fires without end would starve the others. */
const roundsAtMost = 1_000;

/** Watches all timers by the one clock: sleeps until the next is due, never longer than a second. */
export function startTimers(options: TimersOptions): Timers {
  const fireOne = async (timer: Timer): Promise<number> => {
    try {
      const due = await timer.nextDueAt();
      const late = due === null ? 0 : options.now() - due;
      if (due === null || late < 0) return 0;
      const count = await timer.fireDue();
      if (count > 0) options.onFired(timer.name, count, late);
      return count;
    } catch (error) {
      options.onError(error, timer.name);
      return 0;
    }
  };
  let fired = 0;
  const fireAll = async (): Promise<void> => {
    for (let round = 0; round < roundsAtMost; round += 1) {
      let count = 0;
      for (const timer of options.timers) count += await fireOne(timer);
      fired += count;
      if (count === 0) break;
    }
  };
  // One at a time: whoever asks while the loop fires waits for that, and does not take "nothing left" for "done".
  let last = Promise.resolve();
  const fire = (): Promise<void> => {
    last = last.then(fireAll);
    return last;
  };
  const nextDueAt = async (): Promise<Instant | null> => {
    const dues = await Promise.all(options.timers.map((timer) => timer.nextDueAt()));
    return dues.reduce((a, b) => (a === null ? b : b === null ? a : Math.min(a, b)), null);
  };
  const loop = startLoop({
    everyMs,
    onError: (error) => options.onError(error, "timers"),
    run: async () => {
      await fire();
      const due = await nextDueAt();
      // What is due and did not fire is a fault: it is tried again each second, not in a tight circle.
      return due === null || due <= options.now() ? everyMs : due - options.now();
    },
  });
  return { fire, fired: () => fired, nextDueAt, wake: () => loop.wake(), stop: () => loop.stop() };
}
