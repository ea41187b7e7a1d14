import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Connection, connect, migrate, startEmbedded } from "@lingong/db";
import pg from "pg";
import { randomFrom } from "../../chance.ts";
import { type Comparison, comparisonOf, type Figure, figureOf } from "../figures.ts";
import { bareBooker, createBareTables } from "./bare.ts";
import { fundAccounts, ourBooker } from "./ours.ts";
import { type Accounts, type Booker, movesOf, type Scenario, scenarios } from "./scenarios.ts";

const usual = { accounts: 20_000, clients: [1, 4, 16], runs: 5, windowMs: 1_000, warmUpMs: 1_000, history: 1_000_000 };
const quickly = { accounts: 200, clients: [2], runs: 1, windowMs: 50, warmUpMs: 0, history: 11_000 };
/** From here on a ledger has a past. */
const youngAt = 10_000;

/** What was measured of the ledger. */
export interface LedgerFigures {
  /** Transfers per second, by the number of clients. */
  readonly clients: Readonly<Record<string, Readonly<Record<Scenario, Comparison>>>>;
  /** Indexes included. */
  readonly bytesPerTransfer: number;
  /** Transfers per second with a young and with an old ledger, and the cost of one in the old as a multiple of the young. */
  readonly history: { readonly young: Figure; readonly old: Figure; readonly growth: Figure };
}

export interface MeasureOptions {
  readonly quick: boolean;
  readonly say: (text: string) => void;
}

/** Transfers per second that so many clients book in a window, each waiting until its own is durable. */
async function rateOf(
  booker: Booker,
  scenario: Scenario,
  options: { accounts: Accounts; clients: number; windowMs: number; seed: number },
): Promise<number> {
  const { accounts, clients, windowMs, seed } = options;
  const began = performance.now();
  let booked = 0;
  const client = async (_: unknown, index: number) => {
    const random = randomFrom(seed * 1_000 + index);
    while (performance.now() - began < windowMs) {
      const moves = movesOf(scenario, accounts, random);
      await booker.book(scenario, moves);
      booked += moves.fen.length;
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return (booked * 1_000) / (performance.now() - began);
}

/** A database of its own, durable as in earnest, with accounts that have money; both sides get as many connections. */
async function open(options: MeasureOptions & { accounts: number; most: number }) {
  const folder = await mkdtemp(join(tmpdir(), "lingong-ledger-"));
  const undo: (() => Promise<unknown>)[] = [() => rm(folder, { recursive: true, force: true })];
  const stop = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    options.say("starting PostgreSQL");
    const database = await startEmbedded({ dataDir: folder });
    undo.push(() => database.stop());
    const ours: Connection = connect({ url: database.url, most: options.most, applicationName: "lingong-bench" });
    undo.push(() => ours.db.destroy());
    const theirs = new pg.Pool({ connectionString: database.url, max: options.most });
    // When the database stops, it may tell a connection that is still closing; nobody waits for that one any more.
    theirs.on("error", () => undefined);
    undo.push(() => theirs.end());
    await migrate(ours.db);
    options.say(`${options.accounts} accounts`);
    const accounts = await fundAccounts(ours.db, options.accounts);
    await createBareTables(theirs, accounts);
    return { ours, theirs, accounts, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

type Opened = Awaited<ReturnType<typeof open>>;

async function compare({ ours, theirs, accounts }: Opened, scenario: Scenario, options: typeof usual & { count: number }): Promise<Comparison> {
  const { count: clients, runs, windowMs, warmUpMs } = options;
  const sides = { ours: ourBooker(ours.db), theirs: bareBooker(theirs) };
  for (const booker of Object.values(sides)) await rateOf(booker, scenario, { accounts, clients, windowMs: warmUpMs, seed: 0 });
  const found: { ours: number; theirs: number }[] = [];
  for (let run = 1; run <= runs; run += 1) {
    const rate = (booker: Booker) => rateOf(booker, scenario, { accounts, clients, windowMs, seed: run });
    // Who goes first changes from run to run.
    const [first, second] = run % 2 === 0 ? (["ours", "theirs"] as const) : (["theirs", "ours"] as const);
    const rates = { [first]: await rate(sides[first]), [second]: await rate(sides[second]) };
    found.push({ ours: rates.ours ?? 0, theirs: rates.theirs ?? 0 });
  }
  return comparisonOf("transfers/s", found);
}

const sizes =
  "select pg_total_relation_size('journal_entries') + pg_total_relation_size('transfers') as bytes, (select count(*) from transfers) as count";

/**
 * Bytes that one transfer in an entry of its own takes, indexes included: of the whole ledger, as pages of an index over random
 * keys split in waves, so that what is added last takes now much more, now much less.
 */
async function sizeOfTransfer({ theirs }: Opened): Promise<number> {
  const { rows } = await theirs.query<{ bytes: string; count: string }>(sizes);
  return Math.round(Number(rows[0]?.bytes) / Number(rows[0]?.count));
}

/** Whether a transfer costs more in an old ledger than in a young one: both measured by one client, the same way. */
async function measureHistory(
  opened: Opened,
  { history, runs, windowMs }: typeof usual,
  say: (text: string) => void,
): Promise<LedgerFigures["history"]> {
  const booker = ourBooker(opened.ours.db);
  const entries = async () =>
    Number((await opened.theirs.query<{ last: string }>("select coalesce(max(id), 0) as last from journal_entries")).rows[0]?.last ?? 0);
  const measureNow = async () => {
    const rates: number[] = [];
    for (let run = 0; run < runs; run += 1) {
      rates.push(await rateOf(booker, "spread", { accounts: opened.accounts, clients: 1, windowMs, seed: 50 + run }));
    }
    return rates;
  };
  const fillTo = async (wanted: number) => {
    const random = randomFrom(wanted);
    for (let count = await entries(); count < wanted; count += 100) {
      await booker.book("batch100", movesOf("batch100", opened.accounts, random));
    }
    await opened.theirs.query("checkpoint");
  };
  await fillTo(youngAt);
  const young = await measureNow();
  say(`a past of ${history} entries`);
  await fillTo(history);
  const old = await measureNow();
  return {
    young: figureOf("transfers/s", young),
    old: figureOf("transfers/s", old),
    growth: figureOf(
      "×",
      young.map((rate, index) => rate / (old[index] ?? rate)),
    ),
  };
}

/** Measures our ledger's functions against bare statements on the same PostgreSQL, in one run, and how it ages. */
export async function measureLedger(options: MeasureOptions): Promise<LedgerFigures> {
  const settings = options.quick ? quickly : usual;
  const opened = await open({ ...options, accounts: settings.accounts, most: Math.max(...settings.clients) });
  try {
    const history = await measureHistory(opened, settings, options.say);
    const bytesPerTransfer = await sizeOfTransfer(opened);
    const clients: Record<string, Record<Scenario, Comparison>> = {};
    for (const count of settings.clients) {
      const found: Partial<Record<Scenario, Comparison>> = {};
      for (const scenario of Object.keys(scenarios) as Scenario[]) {
        options.say(`${count} client${count === 1 ? "" : "s"}, ${scenario}`);
        found[scenario] = await compare(opened, scenario, { ...settings, count });
      }
      clients[String(count)] = found as Record<Scenario, Comparison>;
    }
    return { clients, bytesPerTransfer, history };
  } finally {
    await opened.stop();
  }
}
