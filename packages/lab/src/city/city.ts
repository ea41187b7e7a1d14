import { setTimeout as pause } from "node:timers/promises";
import { chanceFrom } from "../chance.ts";
import { createTimeline } from "../scenario/timeline.ts";
import { newTally, tried } from "../storm/tally.ts";
import { eachOf, type GatherOptions, gather } from "./gather.ts";
import type { CityWorker, Deed, LivingCity } from "./living-city.ts";
import { listen, lookIntoHall, order } from "./order-life.ts";
import { type CityPlan, type CitySize, isAtWork } from "./plan.ts";
import type { CityPlayed } from "./report.ts";

export interface CityOptions extends CitySize, GatherOptions {
  /** City time over real time. `stopped` ends the city early; what is under way is still counted. */
  readonly speedup: number;
}

/** How far the city's time goes on at once: to the next deed, less than an offer stands open while somebody may be asked, else by minutes. */
const leastStep = 10_000;
const askingStep = 30_000;
const hallStep = 60_000;
const quietStep = 300_000;
/** By then whoever is near has been asked, and the order waits in the hall. */
const askingMs = 180_000;
/** Work that has begun may end after the last hour. */
const hourMs = 3_600_000;
const afterwards = 4 * hourMs;

/** Brings everybody together, and plans what they will do. */
async function wakeCity(url: string, plan: CityPlan, options: CityOptions): Promise<LivingCity> {
  const { seed, hours } = options;
  const { customers, workers } = await gather(url, plan, options);
  const city: LivingCity = { now: 0, chance: chanceFrom(seed + 1), tally: newTally(), deeds: createTimeline(), workers, customers, known: new Map() };
  for (const planned of plan.orders) city.deeds.plan(planned.after, 0, () => order(city, planned));
  for (const worker of workers) {
    listen(city, worker);
    // Their day begins and ends; who missed three offers was taken offline, and comes back when they look at their phone.
    if (!isAtWork(worker, 0)) city.deeds.plan(0, 0, () => lookAtPhone(city, worker));
    for (let hour = 1; hour < hours; hour += 1) city.deeds.plan((hour + city.chance.next()) * hourMs, 0, () => lookAtPhone(city, worker));
    for (let half = 0; half < 2 * hours; half += 1) city.deeds.plan(((half + city.chance.next()) * hourMs) / 2, 0, () => lookIntoHall(city, worker));
  }
  return city;
}

async function lookAtPhone({ tally, now }: LivingCity, worker: CityWorker): Promise<void> {
  await tried(
    tally,
    "setOnline",
    () => false,
    () => worker.client.api.workers.setOnline.mutate({ online: isAtWork(worker, now), position: worker.place }),
  );
}

/** Plays a city on a server, from its first hour to the end of the work begun in its last. */
export async function playCity(url: string, plan: CityPlan, options: CityOptions): Promise<CityPlayed> {
  const city = await wakeCity(url, plan, options);
  try {
    const began = performance.now();
    await letTimePass(city, options);
    const seconds = (performance.now() - began) / 1_000;
    const incomesFen: number[] = [];
    await eachOf(city.workers, async ({ client }) => {
      // Who stops us may have stopped the server as well: what is known is reported all the same.
      const earned = await tried(city.tally, "read the wallet", options.stopped, () => client.api.wallet.summary.query());
      if (earned !== null) incomesFen.push(earned.availableFen + earned.pendingFen);
    });
    const fates = [...city.known.values()].map(({ fate }) => fate);
    return { workers: city.workers.length, orders: plan.orders.length, fates, incomesFen, tally: city.tally, cityMs: city.now, seconds };
  } finally {
    for (const client of [...city.customers, ...city.workers.map((worker) => worker.client)]) client.close();
  }
}

/** Lets the city's time pass, as fast as asked or as the machine can: nobody misses what they had time for. */
async function letTimePass(city: LivingCity, { hours, speedup, say, stopped }: CityOptions): Promise<void> {
  const began = performance.now();
  const [clock] = city.customers;
  if (clock === undefined) return;
  let told = 0;
  while (!stopped() && city.now < hours * hourMs + afterwards && city.deeds.nextAt() < Number.POSITIVE_INFINITY) {
    const before = performance.now();
    const step = stepOf(city);
    city.now += step;
    const due: Deed[] = [];
    while (city.deeds.nextAt() <= city.now) due.push(city.deeds.next()?.event ?? (async () => undefined));
    await eachOf(due, (deed) => deed());
    const ahead = began + city.now / speedup - performance.now();
    if (ahead > 0) await pause(ahead);
    const rest = step - (performance.now() - before);
    const byMs = Math.round(rest);
    if (byMs > 0)
      await tried(
        city.tally,
        "move the clock",
        () => false,
        () => clock.api.development.advanceClock.mutate({ byMs }),
      );
    if (city.now - told >= 1_800_000) {
      told = city.now;
      say(progressOf(city));
    }
  }
}

/** Nobody hears of anything while no order waits, and of little while all of them wait in the hall. */
function stepOf({ now, known, deeds }: LivingCity): number {
  const waiting = [...known.values()].flatMap(({ fate }) => (fate.end === "waiting" ? [now - fate.placedAt] : []));
  const most = waiting.length === 0 ? quietStep : Math.min(...waiting) < askingMs ? askingStep : hallStep;
  return Math.min(most, Math.max(leastStep, deeds.nextAt() - now));
}

function progressOf({ now, known, tally }: LivingCity): string {
  const taken = [...known.values()].filter(({ fate: { acceptedAt } }) => acceptedAt !== null).length;
  return `hour ${(now / hourMs).toFixed(1)}: ${known.size} orders placed, ${taken} taken, ${tally.operations} operations, ${tally.findings.length} errors`;
}
