import type { LingongClient } from "@lingong/client";
import type { TermsInput } from "@lingong/contracts";
import { offers } from "@lingong/db";
import { Refusal } from "../../command.ts";
import { startHelper } from "../../helper.ts";
import { waitForMorning } from "../../play/morning.ts";
import { joinAsCustomer } from "../../play/people.ts";
import { type Benchmark, ceiling, type Findings, target } from "../benchmark.ts";
import { type Figure, figureOf, percentile } from "../figures.ts";
import { realJob } from "../job.ts";
import type { Place } from "../place.ts";
import { isJoined, isJoining, isListening } from "./messages.ts";
import { type Phase, playPhase, type Stage, stageOf } from "./phase.ts";
import { bareOrders, endOrders, type Press, prepareOrders } from "./presses.ts";

const crowdScript = new URL("crowd-process.ts", import.meta.url);
const bareScript = new URL("bare-server.ts", import.meta.url);
const usual = { workers: 2_000, positionsPerSecond: 1_000, seconds: 6, runs: 3, rates: [50, 25, 10] };
const quickly = { workers: 12, positionsPerSecond: 20, seconds: 1, runs: 1, rates: [2] };
const joinWithinMs = 1_500_000;
/** A rate is sustained when all are offered, and nothing has piled up that takes longer than this to clear. */
const clearedWithinMs = 1_000;

/** Ours and the bare one under the same rate, one after the other, in one run. */
interface Run {
  readonly perSecond: number;
  readonly ours: Phase;
  readonly bare: Phase;
}

interface Scene {
  readonly place: Place;
  readonly bareUrl: string;
  readonly customer: LingongClient;
  readonly job: TermsInput;
  readonly stage: Stage;
  readonly workers: number;
}

/** When each order was first offered: the crowd hears of offers, the database knows whose they are. */
async function firstOffers(db: Place["db"], presses: readonly Press[], heard: ReadonlyMap<string, number>): Promise<ReadonlyMap<string, number>> {
  const made = await offers.listForOrders(
    db,
    presses.map(({ id }) => id),
  );
  const first = new Map<string, number>();
  for (const [orderId, list] of made) {
    const times = list.flatMap(({ id }) => heard.get(id) ?? []);
    if (times.length > 0) first.set(orderId, Math.min(...times));
  }
  return first;
}

async function runAt({ place, bareUrl, customer, job, stage, workers }: Scene, perSecond: number, count: number, from: number): Promise<Run> {
  const presses = await prepareOrders(customer, job, { count, workers, from });
  const ours = await playPhase(stage, "ours", { presses, perSecond, offered: (heard) => firstOffers(place.db, presses, heard) });
  await endOrders(customer, presses);
  const bare = await playPhase(stage, "bare", { presses: bareOrders(bareUrl, job, { count, workers }), perSecond, offered: async (heard) => heard });
  return { perSecond, ours, bare };
}

/** A warm-up at half the highest rate, then the rates from the highest down, so many runs each. */
async function measure(scene: Scene, { rates, runs, seconds }: typeof usual, say: (text: string) => void): Promise<readonly Run[]> {
  const [highest = 1] = rates;
  await runAt(scene, highest / 2, Math.ceil((highest / 2) * seconds), 0);
  const measured: Run[] = [];
  for (const perSecond of rates) {
    for (let run = 0; run < runs; run += 1) {
      const one = await runAt(scene, perSecond, Math.ceil(perSecond * seconds), 1_000 * (measured.length + 1));
      measured.push(one);
      say(`${perSecond} orders/s: ${wordsOf(one.ours)}; bare: ${wordsOf(one.bare)}`);
    }
  }
  return measured;
}

function wordsOf({ waits, missing, behindMs, positions }: Phase): string {
  const [p50, p99] = waits.length === 0 ? ["–", "–"] : [0.5, 0.99].map((share) => Math.round(percentile(waits, share)));
  return `p50 ${p50}, p99 ${p99} ms, ${missing} missing, ${Math.round(behindMs)} ms behind, ${Math.round(perSecondOf(positions))} positions/s`;
}

const perSecondOf = ({ taken, milliseconds }: Phase["positions"]) => (taken * 1_000) / milliseconds;
const isSustained = ({ ours: { missing, behindMs } }: Run) => missing === 0 && behindMs <= clearedWithinMs;

function figuresOf(runs: readonly Run[]): Record<string, Figure> {
  const p99 = ({ waits }: Phase) => (waits.length === 0 ? Number.POSITIVE_INFINITY : percentile(waits, 0.99));
  const of = (unit: string, value: (run: Run) => number) => figureOf(unit, runs.map(value));
  return {
    p50: of("ms", ({ ours: { waits } }) => (waits.length === 0 ? Number.POSITIVE_INFINITY : percentile(waits, 0.5))),
    p99: of("ms", ({ ours }) => p99(ours)),
    "not offered in time": of("orders", ({ ours: { missing } }) => missing),
    "last payment → last offer": of("ms", ({ ours: { behindMs } }) => behindMs),
    "bare insert and emit: p50": of("ms", ({ bare: { waits } }) => percentile(waits, 0.5)),
    "bare insert and emit: p99": of("ms", ({ bare }) => p99(bare)),
    "p99 ÷ bare p99": of("×", ({ ours, bare }) => p99(ours) / p99(bare)),
    "positions taken": of("positions/s", ({ ours: { positions } }) => perSecondOf(positions)),
    "position → taken: p99": of("ms", ({ ours: { positions } }) =>
      positions.waits.length === 0 ? Number.POSITIVE_INFINITY : percentile(positions.waits, 0.99),
    ),
  };
}

function findingsOf(measured: readonly Run[], { workers, positionsPerSecond, seconds, rates }: typeof usual): Findings {
  const byRate = rates.map((perSecond) => ({ perSecond, runs: measured.filter((run) => run.perSecond === perSecond) }));
  const named = Object.fromEntries(byRate.map(({ perSecond, runs }) => [`${perSecond} orders/s, ${workers} workers online`, figuresOf(runs)]));
  const [highest] = byRate;
  if (highest === undefined) throw new RangeError("no rate was asked for");
  const at = figuresOf(highest.runs);
  const sustained = byRate.find(({ runs }) => runs.every(isSustained))?.perSecond ?? 0;
  const figure = (name: string) => at[name] ?? figureOf("", [Number.NaN]);
  return {
    figures: { ...named, sustained: { "highest rate tried that was sustained": figureOf("orders/s", [sustained]) } },
    targets: [
      ceiling(`payment → offer at ${highest.perSecond} orders/s: p99`, 100, figure("p99")),
      ceiling(`payment → offer at ${highest.perSecond} orders/s: p99 ÷ bare p99`, 5, figure("p99 ÷ bare p99")),
      target("positions taken beside it", positionsPerSecond * 0.99, figure("positions taken")),
    ],
    notes: [
      `Payments at a steady rate for ${seconds} s, whether or not the earlier ones are through; from the press on "pay" at the gateway's page to the first of three offers on a worker's socket. Workers are spread over a city, some forty within the first wave; ${positionsPerSecond} positions a second are reported on the same sockets meanwhile.`,
      "Bare: one request, one durable insert into the same PostgreSQL, one emit to one of as many sockets; right after ours in each run, positions going on. No payment, money, outbox, choice or record.",
      `Sustained: every order was offered, and ${clearedWithinMs} ms after the last payment nothing was waiting. The crowd, both servers, the gateway and PostgreSQL share the machine's cores.`,
    ],
  };
}

/** Payment to offer under the load of a city, beside the least that anybody could do. */
export const load: Benchmark = {
  about: "payment to offer at 50 orders/s with 2,000 workers online and 1,000 positions/s, beside a bare insert and emit",
  async run({ quick, say, place }): Promise<Findings> {
    const counts = quick ? quickly : usual;
    const opened = await place();
    const customer = await joinAsCustomer(opened.url, { name: "陈女士", salutation: "ms" }, "shanghai");
    await waitForMorning(customer, "Asia/Shanghai");
    const bare = startHelper(bareScript, { env: { DATABASE_URL: opened.databaseUrl } });
    const { port } = await bare.next(isListening, 20_000);
    const bareUrl = `http://127.0.0.1:${port}`;
    say(`${counts.workers} workers come online`);
    const crowd = startHelper(crowdScript, { args: [opened.url, bareUrl, String(counts.workers)] });
    try {
      crowd.hear((message) => void (isJoining(message) && say(`${message.workers} workers online`)));
      const joined = await crowd.next(isJoined, joinWithinMs);
      if (joined.workers < counts.workers) throw new Refusal(`only ${joined.workers} of ${counts.workers} workers are online`);
      const stage = stageOf(crowd, counts.positionsPerSecond);
      const scene = { place: opened, bareUrl, customer, job: await realJob(), stage, workers: counts.workers };
      return findingsOf(await measure(scene, counts, say), counts);
    } finally {
      customer.close();
      await Promise.all([crowd.stop(), bare.stop()]);
    }
  },
};
