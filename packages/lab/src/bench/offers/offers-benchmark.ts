import { setTimeout as pause } from "node:timers/promises";
import type { LingongClient } from "@lingong/client";
import type { TermsInput } from "@lingong/contracts";
import { offers as offersStore } from "@lingong/db";
import { Refusal } from "../../command.ts";
import { type Helper, isOf, startHelper } from "../../helper.ts";
import { payAtPage } from "../../play/checkout.ts";
import { waitForMorning } from "../../play/morning.ts";
import { joinAsCustomer } from "../../play/people.ts";
import { until } from "../../play/until.ts";
import type { Benchmark, Findings } from "../benchmark.ts";
import { figureOf, percentile } from "../figures.ts";
import { placeOrder, realJob } from "../job.ts";
import type { Place } from "../place.ts";

const script = new URL("crowd-process.ts", import.meta.url);
const usual = { workers: 500, runs: 5, ordersEach: 40 };
const quickly = { workers: 4, runs: 1, ordersEach: 2 };
const joinWithinMs = 600_000;
/** Between an order's end and the next one: what its end set off has come to rest. */
const restMs = 50;

interface Offered {
  readonly kind: "offered";
  readonly offerId: string;
  readonly at: number;
}
const isOffered = (message: unknown): message is Offered => isOf("offered")(message);
const isJoined = (message: unknown): message is { readonly kind: "joined"; readonly workers: number } => isOf("joined")(message);
const isJoining = (message: unknown): message is { readonly kind: "joining"; readonly workers: number } => isOf("joining")(message);

/** Now, comparable between processes of one machine. */
function now(): number {
  return performance.timeOrigin + performance.now();
}

/** What the crowd has heard, by offer, the first time. */
function hearOffers(crowd: Helper): ReadonlyMap<string, number> {
  const heard = new Map<string, number>();
  crowd.hear((message) => {
    if (isOffered(message) && !heard.has(message.offerId)) heard.set(message.offerId, message.at);
  });
  return heard;
}

/** One order: from the customer's press on "pay" to the first offer on a worker's socket, in milliseconds. */
async function measureOrder(customer: LingongClient, job: TermsInput, heard: ReadonlyMap<string, number>, db: Place["db"]): Promise<number> {
  const before = new Set(heard.keys());
  const { orderId, payPage } = await placeOrder(customer, job);
  const paidAt = now();
  await payAtPage(payPage);
  const news = () => [...heard].filter(([offerId]) => !before.has(offerId));
  await until("an offer on a worker's socket", () => news().length > 0);
  const [first] = news();
  const offer = first === undefined ? null : await offersStore.findById(db, first[0]);
  if (first === undefined || offer?.orderId !== orderId) throw new Refusal("a worker was offered another order");
  await customer.actBriefly(orderId, { type: "cancel", reason: "measured" });
  await pause(restMs);
  return first[1] - paidAt;
}

async function measure(
  place: Place,
  customer: LingongClient,
  crowd: Helper,
  { runs, ordersEach }: Pick<typeof usual, "runs" | "ordersEach">,
): Promise<readonly (readonly number[])[]> {
  const heard = hearOffers(crowd);
  const job = await realJob();
  const measured: number[][] = [];
  for (let run = 0; run <= runs; run += 1) {
    const waits: number[] = [];
    for (let order = 0; order < ordersEach; order += 1) waits.push(await measureOrder(customer, job, heard, place.db));
    measured.push(waits);
  }
  // The first run only warms up.
  return measured.slice(1);
}

function figuresOf(measured: readonly (readonly number[])[], workers: number): Findings["figures"] {
  const of = (share: number) =>
    figureOf(
      "ms",
      measured.map((waits) => percentile(waits, share)),
    );
  return {
    [`payment → offer, ${workers} workers online`]: {
      p50: of(0.5),
      p99: of(0.99),
      "p99 of all": figureOf("ms", [percentile(measured.flat(), 0.99)]),
    },
  };
}

const notes = [
  "From the customer's press on \"pay\" at the gateway's page to the first offer on a worker's socket: the gateway's own transaction, its signed webhook, the capture, the outbox, a dispatch round over everybody online, its commit, the relay. One order at a time; cancelled after each.",
  "The workers are real clients on sockets of their own in another process; it, the server, the gateway and PostgreSQL share the machine's cores.",
];

/** p50 and p99 from payment to an offer on a socket with 500 workers online. */
export const offers: Benchmark = {
  about: "p50 and p99 from payment to an offer on a socket with 500 workers online",
  async run({ quick, say, place }): Promise<Findings> {
    const { workers, ...counts } = quick ? quickly : usual;
    const opened = await place();
    const customer = await joinAsCustomer(opened.url, { name: "陈女士", salutation: "ms" }, "shanghai");
    await waitForMorning(customer, "Asia/Shanghai");
    say(`${workers} workers come online`);
    const crowd = startHelper(script, { args: [opened.url, String(workers)] });
    try {
      crowd.hear((message) => void (isJoining(message) && say(`${message.workers} workers online`)));
      const joined = await crowd.next(isJoined, joinWithinMs);
      if (joined.workers < workers) throw new Refusal(`only ${joined.workers} of ${workers} workers are online`);
      say(`${counts.runs} runs of ${counts.ordersEach} orders`);
      return { figures: figuresOf(await measure(opened, customer, crowd, counts), workers), targets: [], notes };
    } finally {
      customer.close();
      await crowd.stop();
    }
  },
};
