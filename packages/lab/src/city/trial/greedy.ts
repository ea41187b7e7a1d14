import { HOUR, MINUTE } from "@lingong/domain";
import { makeOffer } from "./offers.ts";
import { isFree, type TrialWorker } from "./people.ts";
import { openOrders, round, type Trial, type TrialPolicy } from "./trial.ts";

/** Whoever comes, an order or a worker, gets the best free partner at once, by the rule book's score: the baseline. */
export const greedy: TrialPolicy = {
  atOnce: 1,
  orderWaits(trial, order) {
    for (const offer of round(trial, [order], trial.workers)) makeOffer(trial, offer);
  },
  workerFree,
  tick(trial) {
    if (trial.now % MINUTE !== 0) return;
    // Buffer, way and rest let a worker come back for one order after the other: within an hour of their last change.
    for (const worker of trial.workers) if (trial.now - worker.changedAt < HOUR && isFree(worker, trial.now)) workerFree(trial, worker);
  },
};

function workerFree(trial: Trial, worker: TrialWorker): void {
  const { categoryIds } = worker.planned.person;
  const wanted = openOrders(trial).filter(({ planned }) => categoryIds.includes(planned.terms.categoryId));
  if (wanted.length > 0) for (const offer of round(trial, wanted, [worker])) makeOffer(trial, offer);
}
