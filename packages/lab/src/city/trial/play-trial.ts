import { HOUR, type Policy, SECOND } from "@lingong/domain";
import { createTimeline } from "../../scenario/timeline.ts";
import { type CityPlan, type CitySize, wakesAtHour } from "../plan.ts";
import { chanceOf } from "./habit.ts";
import { askNobody, endWork, later } from "./offers.ts";
import { isFree, type TrialOrder, type TrialWorker, trialOrder, trialWorker, wokeAt } from "./people.ts";
import type { Trial, TrialPolicy } from "./trial.ts";

/** While an order waits the policy is asked so often. */
const tickEvery = 10 * SECOND;
/** At one stamp people act first, then the policy. */
const phases = { deed: 0, tick: 1 } as const;

/** Plays a planned city with a policy, in true time order, until the last work is done. The same plan and seed: the same people and luck. */
export function playTrial(plan: CityPlan, { hours, seed }: Pick<CitySize, "hours" | "seed">, policy: TrialPolicy, numbers: Policy): Trial {
  const trial = openTrial(plan, { hours, seed }, policy, numbers);
  const customers = Math.max(1, Math.ceil(plan.orders.length / 4));
  for (const [number, planned] of plan.orders.entries()) {
    const order = trialOrder(planned, number, customers);
    trial.deeds.plan(order.postedAt, phases.deed, () => come(trial, order));
  }
  for (const worker of trial.workers) planDays(trial, worker);
  let isTicking = false;
  const tick = () => {
    policy.tick(trial);
    isTicking = false;
  };
  for (let moment = trial.deeds.next(); moment !== undefined; moment = trial.deeds.next()) {
    trial.now = moment.at;
    moment.event();
    if (isTicking || trial.waiting.size === 0) continue;
    isTicking = true;
    trial.deeds.plan((Math.floor(trial.now / tickEvery) + 1) * tickEvery, phases.tick, tick);
  }
  return trial;
}

function openTrial(plan: CityPlan, { hours, seed }: Pick<CitySize, "hours" | "seed">, policy: TrialPolicy, numbers: Policy): Trial {
  const workers = plan.workers.map((planned, number) => trialWorker(planned, number, numbers));
  return {
    now: wokeAt,
    hours,
    seed,
    numbers,
    policy,
    workers,
    workerOf: new Map(workers.map((worker) => [worker.id, worker])),
    orders: [],
    waiting: new Map(),
    deeds: createTimeline(),
    knownCustomers: new Set(),
    market: { medianFen: null, at: Number.NEGATIVE_INFINITY },
    rounds: 0,
  };
}

function come(trial: Trial, order: TrialOrder): void {
  trial.orders.push(order);
  trial.waiting.set(order.id, order);
  trial.deeds.plan(order.expiresAt, phases.deed, () => leave(trial, order, "expired"));
  if (order.planned.cancels) later(trial, chanceOf(trial.seed, order, null).changesMindAfter, () => leave(trial, order, "cancelled"));
  trial.policy.orderWaits(trial, order);
}

function leave(trial: Trial, order: TrialOrder, end: "expired" | "cancelled"): void {
  if (order.end === "waiting") {
    order.end = end;
    askNobody(trial, order);
  } else if (end === "cancelled") {
    endWork(trial, order, end);
  }
}

/** Each day of a worker begins at home; who was taken offline looks at their phone again once an hour. */
function planDays(trial: Trial, worker: TrialWorker): void {
  for (let hour = 0; hour < trial.hours; hour += 1) {
    const { comesBackAfter } = chanceOf(trial.seed, { number: -1 - hour }, worker);
    trial.deeds.plan(wokeAt + hour * HOUR + comesBackAfter, phases.deed, () => comeBack(trial, worker));
    const beginsTheDay = (wakesAtHour + hour) % 24 === worker.planned.workday.from;
    if (beginsTheDay) trial.deeds.plan(wokeAt + hour * HOUR, phases.deed, () => beginDay(trial, worker));
  }
}

function comeBack(trial: Trial, worker: TrialWorker): void {
  if (!worker.isAway) return;
  worker.isAway = false;
  worker.missed = 0;
  worker.changedAt = trial.now;
  if (isFree(worker, trial.now)) trial.policy.workerFree(trial, worker);
}

function beginDay(trial: Trial, worker: TrialWorker): void {
  worker.place = worker.planned.person.home;
  worker.changedAt = trial.now;
  if (isFree(worker, trial.now)) trial.policy.workerFree(trial, worker);
}
