import { setTimeout as pause } from "node:timers/promises";
import type { TermsInput } from "@lingong/contracts";
import { waitForMorning } from "../../play/morning.ts";
import { joinAsCustomer, joinAsWorker } from "../../play/people.ts";
import { type Benchmark, ceiling, type Findings, target } from "../benchmark.ts";
import { processorSeconds } from "../cpu.ts";
import { type Figure, figureOf, percentile } from "../figures.ts";
import { realJob, workerFor } from "../job.ts";
import type { Place } from "../place.ts";
import { type Pair, playLifecycle, type Stage, stages } from "./pair.ts";

const usual = { pairs: 16, warmUpMs: 4_000, windows: 5, windowMs: 6_000 };
const quickly = { pairs: 2, warmUpMs: 0, windows: 1, windowMs: 100 };

async function joinPair(url: string, job: TermsInput, index: number): Promise<Pair> {
  const worker = await joinAsWorker(url, workerFor(job, index), job.cityId);
  const customer = await joinAsCustomer(url, { name: "陈女士", salutation: "ms" }, job.cityId);
  const { id: workerId } = await worker.api.accounts.me.query();
  return { customer, worker, workerId };
}

/** Stages that are one command each. */
const commands: readonly Stage[] = ["accept", "depart", "arrive", "allow early start", "start", "finish", "confirm"];

/** What the pairs have done so far, written down as it happens. */
interface Played {
  /** When each order was completed, and how long it took. */
  readonly completed: { readonly at: number; readonly took: number }[];
  readonly stages: ReadonlyMap<Stage, number[]>;
}

/**
 * Forgets what a worker has worked: by the rules half an hour lies between two orders (§6), and the benchmark wants the next
 * one now.
 */
async function forgetWork(db: Place["db"], workerId: string): Promise<void> {
  await db.deleteFrom("worked").where("worker_id", "=", workerId).execute();
}

/** Lets every pair play order after order until told to end; the orders under way are finished. */
function playOn(pairs: readonly Pair[], job: TermsInput, db: Place["db"]) {
  const record: Played = { completed: [], stages: new Map(stages.map((stage) => [stage, []])) };
  let ended = false;
  const play = async (pair: Pair) => {
    do {
      const began = performance.now();
      await playLifecycle(pair, job, (stage, milliseconds) => record.stages.get(stage)?.push(milliseconds));
      record.completed.push({ at: performance.now(), took: performance.now() - began });
      await forgetWork(db, pair.workerId);
    } while (!ended);
  };
  const played = Promise.all(pairs.map(play));
  return {
    record,
    played,
    end: () => {
      ended = true;
    },
  };
}

function figuresOf(
  { completed, stages: timed }: Played,
  windows: readonly number[],
  { windowMs, processor }: { windowMs: number; processor: number },
): Findings["figures"] {
  const rates = windows.map((from) => (completed.filter(({ at }) => at >= from && at < from + windowMs).length * 1_000) / windowMs);
  const took = completed.map((order) => order.took);
  const steps = commands.flatMap((stage) => timed.get(stage) ?? []);
  const each = [...timed].map(([stage, values]): [string, Figure] => [stage, figureOf("ms", values)]);
  return {
    "whole orders": {
      "per second": figureOf("orders/s", rates),
      duration: figureOf("ms", took),
      "duration p99": figureOf("ms", [percentile(took, 0.99)]),
      "one command p99": figureOf("ms", [percentile(steps, 0.99)]),
      "server's processor time": figureOf("ms/order", [processor]),
    },
    stage: Object.fromEntries(each),
  };
}

function targetsOf({ "per second": rate, "one command p99": p99 }: { readonly [name: string]: Figure }): Findings["targets"] {
  return [
    ...(rate === undefined ? [] : [target("whole orders a second", 300, rate)]),
    ...(p99 === undefined ? [] : [ceiling("one command: p99", 120, p99)]),
  ];
}

const notes = [
  "Each client is a customer and the worker they book directly: draft, place, checkout, payment at the sandbox gateway's page, its signed webhook, dispatch, offer on the worker's socket, accept, depart, arrive, early start allowed, start, finish, confirm; nine commands and the capture, each a durable transaction.",
  "Server, gateway, PostgreSQL and the clients share the machine's cores. Orders per second are counted in windows while all clients go on; durations over all orders. Between two orders of a worker the benchmark deletes what they have worked, since the rules put half an hour between them.",
];

/** Whole orders per second through the API with 16 clients. */
export const lifecycles: Benchmark = {
  about: "whole order lifecycles per second through the API with 16 clients",
  async run({ quick, say, place }): Promise<Findings> {
    const { pairs: count, warmUpMs, windows, windowMs } = quick ? quickly : usual;
    const { url, db } = await place();
    const job = await realJob();
    const pairs = await Promise.all(Array.from({ length: count }, (_, index) => joinPair(url, job, index)));
    try {
      const [first] = pairs;
      if (first !== undefined) await waitForMorning(first.worker, "Asia/Shanghai");
      say(`${count} clients, ${windows} windows of ${windowMs} ms`);
      const before = await processorSeconds(url);
      const playing = playOn(pairs, job, db);
      const began = performance.now() + warmUpMs;
      await Promise.race([pause(warmUpMs + windows * windowMs), playing.played]);
      playing.end();
      await playing.played;
      const from = Array.from({ length: windows }, (_, index) => began + index * windowMs);
      const processor = ((await processorSeconds(url)) - before) * (1_000 / playing.record.completed.length);
      const figures = figuresOf(playing.record, from, { windowMs, processor });
      return { figures, targets: targetsOf(figures["whole orders"] ?? {}), notes };
    } finally {
      for (const { customer, worker } of pairs) {
        await worker.api.workers.setOnline.mutate({ online: false }).catch(() => undefined);
        customer.close();
        worker.close();
      }
    }
  },
};
