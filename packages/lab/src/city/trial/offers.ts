import { exclusionOf, type Instant, MINUTE, metresTo, occupationOf, type RoundOffer } from "@lingong/domain";
import { chanceOf, type Habit } from "./habit.ts";
import { incomeOf, isFree, type TrialOrder, type TrialWorker } from "./people.ts";
import { jobOf, snapshotOf } from "./seen.ts";
import { moveOn, type Trial } from "./trial.ts";

/** Who is not there by then does not come (§2, working start + 30 min). */
const noShowAfter = 30 * MINUTE;

/** Makes an offer: the worker looks at it, and answers in their own way or not at all. */
export function makeOffer(trial: Trial, { orderId, workerId }: RoundOffer): void {
  const order = trial.waiting.get(orderId);
  const worker = trial.workerOf.get(workerId);
  if (order === undefined || worker === undefined || !isFree(worker, trial.now)) return;
  const habit = chanceOf(trial.seed, order, worker);
  order.openOffers.add(worker);
  order.askedInWave += 1;
  order.asked.push(worker.id);
  worker.looksAt = order;
  worker.asked += 1;
  later(trial, habit.ignores ? trial.numbers.dispatch.offerLive : habit.answersAfter, () => {
    if (worker.looksAt === order) answer(trial, order, worker, habit);
  });
}

export function later(trial: Trial, after: number, deed: () => void): void {
  trial.deeds.plan(trial.now + after, 0, deed);
}

function answer(trial: Trial, order: TrialOrder, worker: TrialWorker, habit: Habit): void {
  worker.looksAt = null;
  order.openOffers.delete(worker);
  if (habit.ignores) {
    worker.missed += 1;
    worker.isAway = worker.missed >= trial.numbers.dispatch.missedUntilOffline;
  } else {
    worker.missed = 0;
    worker.answered += 1;
    if (!habit.declines && accept(trial, order, worker, habit)) return;
  }
  moveOn(order, trial.numbers);
  if (order.openOffers.size === 0) trial.policy.orderWaits(trial, order);
  if (isFree(worker, trial.now)) trial.policy.workerFree(trial, worker);
}

/** Accepts, if the order may still be theirs by the rule book. */
function accept(trial: Trial, order: TrialOrder, worker: TrialWorker, { failsToCome, lasts }: Habit): boolean {
  const { now, numbers, deeds } = trial;
  const job = jobOf(order, { atOnce: 1, customerIsKnown: trial.knownCustomers.has(order.customerId), policy: numbers });
  const snapshot = snapshotOf(worker, now);
  if (exclusionOf(job, snapshot, numbers, now, "accept") !== null) return false;
  const { from, to } = occupationOf(job, snapshot, numbers, now);
  worker.commitments = [...worker.commitments, { orderId: order.id, from, to, position: job.position }];
  Object.assign(order, { end: "taken", takenBy: worker, takenAt: now, metres: metresTo(job, snapshot) ?? 0 });
  askNobody(trial, order);
  if (failsToCome) deeds.plan(from + noShowAfter, 0, () => endWork(trial, order, "no_show"));
  else deeds.plan(to + lasts, 0, () => endWork(trial, order, "served"));
  return true;
}

/** An order waits no longer: whoever still looks at it is free for another. */
export function askNobody(trial: Trial, order: TrialOrder): void {
  trial.waiting.delete(order.id);
  const looking = [...order.openOffers];
  order.openOffers.clear();
  for (const worker of looking) worker.looksAt = null;
  for (const worker of looking) if (isFree(worker, trial.now)) trial.policy.workerFree(trial, worker);
}

/** What was taken ends: in the worker's calendar stays only what they have worked. */
export function endWork(trial: Trial, order: TrialOrder, end: "served" | "cancelled" | "no_show"): void {
  const { takenBy: worker } = order;
  if (order.end !== "taken" || worker === null) return;
  order.end = end;
  worker.changedAt = trial.now;
  worker.commitments = worker.commitments.flatMap((each) => {
    if (each.orderId !== order.id) return [each];
    return end === "served" ? [{ ...each, to: trial.now }] : [];
  });
  if (end === "served") reward(trial, order, worker, trial.now);
}

function reward(trial: Trial, order: TrialOrder, worker: TrialWorker, at: Instant): void {
  const together = worker.together[order.customerId] ?? { completed: 0, lastStars: null };
  together.completed += 1;
  worker.together[order.customerId] = together;
  worker.completed += 1;
  worker.incomeFen += incomeOf(order);
  worker.place = order.planned.terms.address?.position ?? worker.place;
  worker.changedAt = at;
  trial.knownCustomers.add(order.customerId);
}
