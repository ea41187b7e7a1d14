import { deepStrictEqual } from "node:assert/strict";
import type { LingongClient } from "@lingong/client";
import { notifications } from "@lingong/db";
import { Refusal } from "../../command.ts";
import { isOf, startHelper } from "../../helper.ts";
import { joinAsCustomer } from "../../play/people.ts";
import type { Benchmark, BenchOptions, Findings, Target } from "../benchmark.ts";
import { target } from "../benchmark.ts";
import { processorSeconds } from "../cpu.ts";
import { comparisonOf } from "../figures.ts";
import type { Place } from "../place.ts";
import { type Asked, type Load, openLoad } from "./load.ts";

const script = new URL("plain-server.ts", import.meta.url);
const usual = { runs: 7, millisecondsEach: 800, warmUpMs: 4_000, connections: [1, 8] };
const quickly = { runs: 1, millisecondsEach: 20, warmUpMs: 0, connections: [2] };
/** So often do the two servers take turns within a run. */
const turns = 4;
const seeded = 60;
const pageOf = 30;

type Listening = { readonly kind: "listening"; readonly port: number };
const isListening = (message: unknown): message is Listening => isOf("listening")(message);

/** One read, asked of both servers. */
interface Read {
  readonly name: string;
  readonly ours: Asked;
  readonly theirs: Asked;
}

/** The reads: a page of notifications (two statements at once), and the feed, which every client reads whenever it connects (two in turn). */
function readsOf(url: string, plainUrl: string, token: string): readonly Read[] {
  const headers = { authorization: `Bearer ${token}`, "x-lingong-app": "customer" };
  const procedure = (name: string, input: unknown) => ({
    url: `${url}/api/trpc/${name}?input=${encodeURIComponent(JSON.stringify(input))}`,
    headers,
  });
  return [
    {
      name: "notifications.list",
      ours: procedure("notifications.list", { limit: pageOf }),
      theirs: { url: `${plainUrl}/notifications?limit=${pageOf}`, headers },
    },
    { name: "feed.since", ours: procedure("feed.since", { position: 0 }), theirs: { url: `${plainUrl}/feed?position=0`, headers } },
  ];
}

/** Gives a customer something to read. */
async function seed(db: Place["db"], userId: string): Promise<void> {
  const at = Date.now();
  await notifications.insert(
    db,
    Array.from({ length: seeded }, (_, index) => ({ userId, kind: "worker_found", orderId: null, data: { minutes: index }, at: at - index })),
  );
}

/** Both must say the same before it is measured who says it faster. */
async function compareAnswers({ name, ours, theirs }: Read): Promise<void> {
  const [one, other] = [openLoad(ours, 1), openLoad(theirs, 1)];
  try {
    const [answer, plain] = [JSON.parse(await one.once()).result.data, JSON.parse(await other.once())];
    deepStrictEqual(answer, plain);
    if (answer.tooOld === true) throw new Refusal(`${name} had nothing to read`);
  } finally {
    one.close();
    other.close();
  }
}

/** One contestant: its load, and its processor time. */
interface Contestant {
  readonly load: Load;
  readonly origin: string;
}

/** Requests per second in a turn, and the processor microseconds the contestant itself used for each. */
async function takeTurn({ load, origin }: Contestant, milliseconds: number): Promise<{ readonly rate: number; readonly processor: number }> {
  const before = await processorSeconds(origin);
  const { rate, answered } = await load.during(milliseconds);
  return { rate, processor: ((await processorSeconds(origin)) - before) * (1e6 / answered) };
}

/** Lets both answer in turn, several times; means of the turns. */
async function runOnce(sides: Readonly<Record<"ours" | "theirs", Contestant>>, milliseconds: number) {
  const mean = (values: readonly number[]) => values.reduce((total, value) => total + value, 0) / values.length;
  const rates = { ours: [] as number[], theirs: [] as number[] };
  const processor = { ours: [] as number[], theirs: [] as number[] };
  for (let turn = 0; turn < turns; turn += 1) {
    for (const side of ["ours", "theirs"] as const) {
      const measured = await takeTurn(sides[side], milliseconds / turns);
      rates[side].push(measured.rate);
      processor[side].push(measured.processor);
    }
  }
  return {
    rates: { ours: mean(rates.ours), theirs: mean(rates.theirs) },
    processor: { ours: mean(processor.ours), theirs: mean(processor.theirs) },
  };
}

async function race(read: Read, connections: number, { runs, millisecondsEach, warmUpMs }: Omit<typeof usual, "connections">) {
  const contestant = (asked: Asked): Contestant => ({ load: openLoad(asked, connections), origin: new URL(asked.url).origin });
  const sides = { ours: contestant(read.ours), theirs: contestant(read.theirs) };
  try {
    for (const { load } of Object.values(sides)) await load.during(warmUpMs);
    const results: Awaited<ReturnType<typeof runOnce>>[] = [];
    for (let count = 0; count < runs; count += 1) results.push(await runOnce(sides, millisecondsEach));
    const compared = comparisonOf(
      "requests/s",
      results.map(({ rates }) => rates),
    );
    const processor = comparisonOf(
      "µs/request",
      results.map((result) => result.processor),
    );
    return { ...compared, "our processor time": processor.ours, "their processor time": processor.theirs };
  } finally {
    sides.ours.load.close();
    sides.theirs.load.close();
  }
}

async function measure(options: BenchOptions, reads: readonly Read[]): Promise<Findings> {
  const { connections, ...runs } = options.quick ? quickly : usual;
  const figures: Record<string, Findings["figures"][string]> = {};
  const targets: Target[] = [];
  for (const read of reads) {
    await compareAnswers(read);
    for (const count of connections) {
      const name = `${read.name}, ${count} connection${count === 1 ? "" : "s"}`;
      options.say(name);
      const compared = await race(read, count, runs);
      figures[name] = { ...compared };
      targets.push(target(`${name}: ratio`, 0.65, compared.ratio));
    }
  }
  return { figures, targets, notes };
}

const notes = [
  "Ours: the server process as it is (tRPC, zod on input and output, security headers, metrics, Kysely where the repository uses it). Theirs: plain Fastify and pg with the same statements and a token looked up in memory. Same PostgreSQL, same pool size, both answers compared before measuring.",
  "The load generator, both servers and PostgreSQL share the machine's cores; the two servers take turns. Processor time is the server process's own, PostgreSQL's not included.",
];

async function join(url: string): Promise<{ readonly client: LingongClient; readonly userId: string; readonly token: string }> {
  const client = await joinAsCustomer(url, { name: "林女士", salutation: "ms" }, "shanghai");
  const { id: userId } = await client.api.accounts.me.query();
  return { client, userId, token: client.token() ?? "" };
}

/** Authenticated reads over HTTP against plain Fastify and pg running the same statements. */
export const reads: Benchmark = {
  about: "authenticated reads against plain Fastify and pg running the same statements",
  async run(options): Promise<Findings> {
    const { url, databaseUrl, db } = await options.place();
    const { client, userId, token } = await join(url);
    client.close();
    await seed(db, userId);
    const plain = startHelper(script, { env: { NODE_ENV: "production", DATABASE_URL: databaseUrl, PLAIN_TOKEN: token, PLAIN_USER: userId } });
    try {
      const { port } = await plain.next(isListening, 20_000);
      return await measure(options, readsOf(url, `http://127.0.0.1:${port}`, token));
    } finally {
      await plain.stop();
    }
  },
};
