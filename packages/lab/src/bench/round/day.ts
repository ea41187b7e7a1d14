import { defaultPolicy, dispatchRound, type Job, MINUTE, type OpenOffer, SECOND, type WorkerSnapshot } from "@lingong/domain";
import { type Ground, groundFor, jobAt, market, morning, workerAt } from "./city.ts";
import { type Timing, timed } from "./timing.ts";

const step = 10 * SECOND;
/** The busiest hour has so many times the day's mean. */
const peak = 2;
const stay = 120 * MINUTE;
const acceptedShare = 0.35;

interface OutOffer extends OpenOffer {
  readonly orderId: string;
  readonly answeredAt: number;
  readonly accepts: boolean;
}

/** A city's market from round to round: who waits, who is free, which offers are out, who comes back when. */
interface Market {
  readonly ground: Ground;
  readonly jobs: Map<string, Job>;
  readonly free: Map<string, WorkerSnapshot>;
  readonly leaves: Map<string, number>;
  readonly back: { readonly at: number; readonly worker: WorkerSnapshot }[];
  offers: OutOffer[];
  made: number;
}

export interface Day {
  readonly rounds: readonly Timing[];
  readonly orders: number;
  readonly accepted: number;
  readonly workersMost: number;
}

/**
 * The busy hours of a day with so many orders and as many workers, each of whom stays two hours: rounds of ten seconds, offers
 * answered within half a minute. The quiet hours are left out: they would only make the figures better.
 */
export function busyHours(perDay: number, minutes: number): Day {
  const present = (perDay * peak * stay) / (24 * 60 * MINUTE);
  const market: Market = { ground: groundFor(present, 2), jobs: new Map(), free: new Map(), leaves: new Map(), back: [], offers: [], made: 0 };
  for (let worker = 0; worker < present; worker += 1) join(market, morning, market.ground.chance.next() * stay);
  const arrivals = (perDay * peak * step) / (24 * 60 * MINUTE);
  const rounds: Timing[] = [];
  let [orders, accepted, workersMost] = [0, 0, 0];
  for (let now = morning; now < morning + minutes * MINUTE; now += step) {
    const { chance } = market.ground;
    const come = Math.floor(arrivals) + (chance.happens(arrivals % 1) ? 1 : 0);
    for (let each = 0; each < come; each += 1) {
      const job = { ...jobAt(market.ground, orders, now), waitingSince: now };
      market.jobs.set(job.orderId, job);
      orders += 1;
      join(market, now, stay);
    }
    accepted += answer(market, now);
    rounds.push(round(market, now));
    workersMost = Math.max(workersMost, market.free.size);
  }
  return { rounds, orders, accepted, workersMost };
}

function join(market: Market, now: number, stays: number): void {
  const worker = workerAt(market.ground, market.made, now);
  market.made += 1;
  market.free.set(worker.id, worker);
  market.leaves.set(worker.id, now + stays);
}

/** Offers come back: the first yes takes the order and the worker with it, everybody else is free again. Answers how many were taken. */
function answer(market: Market, now: number): number {
  const { jobs, free, leaves, back, offers } = market;
  let accepted = 0;
  const open: OutOffer[] = [];
  for (const offer of offers) {
    const job = jobs.get(offer.orderId);
    if (job === undefined) continue;
    if (offer.answeredAt > now) {
      open.push(offer);
      continue;
    }
    const worker = free.get(offer.workerId);
    if (offer.accepts && worker !== undefined) {
      jobs.delete(job.orderId);
      free.delete(worker.id);
      back.push({ at: now + (job.bookedMinutes + 20) * MINUTE, worker });
      accepted += 1;
    } else {
      jobs.set(job.orderId, { ...job, openOffers: job.openOffers - 1 });
    }
  }
  market.offers = open.filter(({ orderId }) => jobs.has(orderId));
  for (const { at, worker } of back.splice(0)) at <= now ? free.set(worker.id, worker) : back.push({ at, worker });
  for (const [id, at] of leaves) if (at <= now && free.delete(id)) leaves.delete(id);
  return accepted;
}

/** One round, and what it changes. */
function round(state: Market, now: number): Timing {
  const { jobs, free, offers, ground } = state;
  for (const { orderId, expiresAt } of jobs.values()) if (expiresAt <= now) jobs.delete(orderId);
  const snapshot = { jobs: [...jobs.values()], workers: [...free.values()], openOffers: offers, market };
  const { result, timing } = timed(() => {
    const result = dispatchRound(snapshot, defaultPolicy, now);
    for (const _receipt of result.receipts);
    return result;
  });
  for (const { orderId, to } of result.waves) {
    const job = jobs.get(orderId);
    if (job !== undefined) jobs.set(orderId, { ...job, wave: to, askedInWave: 0 });
  }
  for (const { orderId, workerId, live, exclusive } of result.offers) {
    const job = jobs.get(orderId);
    if (job === undefined) continue;
    const { openOffers, askedInWave, askedWorkerIds } = job;
    jobs.set(orderId, { ...job, openOffers: openOffers + 1, askedInWave: askedInWave + 1, askedWorkerIds: [...askedWorkerIds, workerId] });
    const answeredAt = now + ground.chance.between(1, 3) * step;
    offers.push({ orderId, workerId, live, exclusive, answeredAt, accepts: ground.chance.happens(acceptedShare) });
  }
  return timing;
}
