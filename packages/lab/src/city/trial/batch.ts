import { MINUTE, type RoundOffer } from "@lingong/domain";
import { makeOffer } from "./offers.ts";
import type { TrialOrder } from "./people.ts";
import { openOrders, round, type Trial, type TrialPolicy } from "./trial.ts";

/** How long an order is held for a nearer worker, and which way is short enough to be offered at once. */
export interface BatchOptions {
  readonly hold: number;
  readonly nearMetres: number;
}

/** Chosen on seeds from 1,001 on; the figures reported are of seeds from 1 on. */
export const usualBatch: BatchOptions = { hold: 45 * MINUTE, nearMetres: 3_000 };

/**
 * Everybody at once, every ten seconds: the greatest total score over the whole city. What is chosen is offered when the way
 * is short, or when the order has been held long enough for a way as long as that: what is still acceptable grows evenly
 * from `nearMetres` to the last wave's radius over `hold`.
 */
export function batch({ hold, nearMetres }: BatchOptions): TrialPolicy {
  const isWorthHolding = (trial: Trial, { postedAt }: TrialOrder, { metres }: RoundOffer) => {
    const waited = trial.now - postedAt;
    const farthest = Math.max(...trial.numbers.dispatch.waveRadiiKm) * 1_000;
    return waited < hold && metres > nearMetres + ((farthest - nearMetres) * waited) / hold;
  };
  return {
    atOnce: 1,
    orderWaits() {},
    workerFree() {},
    tick(trial) {
      const open = openOrders(trial);
      if (open.length === 0) return;
      for (const offer of round(trial, open, trial.workers)) {
        const order = trial.waiting.get(offer.orderId);
        if (order !== undefined && !isWorthHolding(trial, order, offer)) makeOffer(trial, offer);
      }
    },
  };
}
