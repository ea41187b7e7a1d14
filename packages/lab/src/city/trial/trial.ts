import { dispatchRound, type Fen, HOUR, type Instant, MINUTE, type Policy, type RoundOffer, relevantTo } from "@lingong/domain";
import type { Timeline } from "../../scenario/timeline.ts";
import { availableHours, isFree, type TrialOrder, type TrialWorker, wokeAt } from "./people.ts";
import { jobOf, snapshotOf } from "./seen.ts";

/** What decides, and when: it hears what happens, and asks for rounds. */
export interface TrialPolicy {
  /** How many are asked about one order at once; at most a wave's offers (§6). */
  readonly atOnce: number;
  /** An order has come, or nobody it was offered to is left. */
  readonly orderWaits: (trial: Trial, order: TrialOrder) => void;
  /** A worker has come, or looks at no offer any more. */
  readonly workerFree: (trial: Trial, worker: TrialWorker) => void;
  /** Every ten seconds while an order waits. Answers the offers to make. */
  readonly tick: (trial: Trial) => void;
}

/** A planned city being played without a server. */
export interface Trial {
  now: Instant;
  readonly hours: number;
  readonly seed: number;
  readonly numbers: Policy;
  readonly policy: TrialPolicy;
  readonly workers: readonly TrialWorker[];
  readonly workerOf: ReadonlyMap<string, TrialWorker>;
  readonly orders: TrialOrder[];
  /** In the order they came. */
  readonly waiting: Map<string, TrialOrder>;
  readonly deeds: Timeline<() => void>;
  /** Customers who have had an order completed. */
  readonly knownCustomers: Set<string>;
  readonly market: { medianFen: Fen | null; at: Instant };
  rounds: number;
}

/** Incomes change slowly: the round's are looked up again so often. */
const incomesEvery = 15 * MINUTE;

/** The orders of which somebody (more) may be asked now. */
export function openOrders({ waiting, numbers, policy }: Trial): TrialOrder[] {
  const { waveSize } = numbers.dispatch;
  return [...waiting.values()].filter(({ openOffers, askedInWave }) => openOffers.size < policy.atOnce && askedInWave < waveSize);
}

/**
 * The city's own round over some of its orders and workers. Answers the offers, which nobody has been made yet. Nobody of a
 * trial looks into the hall: an order for which there is nobody in the last wave stays in it.
 */
export function round(trial: Trial, orders: readonly TrialOrder[], workers: readonly TrialWorker[]): readonly RoundOffer[] {
  const { now, numbers, knownCustomers, policy } = trial;
  const wanted = new Set(orders.map(({ planned }) => planned.terms.categoryId));
  const able = workers.filter((worker) => worker.planned.person.categoryIds.some((id) => wanted.has(id)) && isFree(worker, now));
  if (able.length === 0) return [];
  refreshIncomes(trial);
  trial.rounds += 1;
  const snapshot = {
    jobs: orders.map((order) => jobOf(order, { atOnce: policy.atOnce, customerIsKnown: knownCustomers.has(order.customerId), policy: numbers })),
    workers: able.map((worker) => snapshotOf(worker, now)),
    openOffers: [],
    market: { medianIncomePerHourFen: trial.market.medianFen, medianRateFen: {} },
  };
  const { offers, waves } = dispatchRound(relevantTo(snapshot, numbers), numbers, now);
  for (const { orderId, to } of waves) if (to < numbers.dispatch.waveRadiiKm.length) moveTo(trial.waiting.get(orderId), to);
  return offers;
}

function moveTo(order: TrialOrder | undefined, wave: number): void {
  if (order === undefined) return;
  order.wave = wave;
  order.askedInWave = 0;
}

/** When all who were asked in a wave have refused the next one begins; the last begins anew. */
export function moveOn(order: TrialOrder, { dispatch }: Policy): void {
  if (order.openOffers.size === 0 && order.askedInWave >= dispatch.waveSize) moveTo(order, Math.min(order.wave + 1, dispatch.waveRadiiKm.length - 1));
}

function refreshIncomes({ market, workers, now }: Trial): void {
  if (now - market.at < incomesEvery) return;
  market.at = now;
  const incomes: Fen[] = [];
  for (const worker of workers) {
    const hours = availableHours(worker, (now - wokeAt) / HOUR);
    worker.incomePerHourFen = hours === 0 ? null : Math.round(worker.incomeFen / hours);
    if (worker.incomePerHourFen !== null) incomes.push(worker.incomePerHourFen);
  }
  market.medianFen = incomes.sort((a, b) => a - b)[Math.floor(incomes.length / 2)] ?? null;
}
