import { auditLedger, type Database, type LedgerAudit, orders } from "@lingong/db";
import { openDatabase } from "../audit/open-database.ts";
import { chanceFrom } from "../chance.ts";
import { stopping } from "../stopping.ts";
import { type Cast, dismiss, gatherCast } from "./cast.ts";
import { type Doing, doSomething, type Known } from "./doings.ts";
import { bringToEnd } from "./ending.ts";
import { openStormPlace, type StormPlace } from "./place.ts";
import { newTally, type Tally } from "./tally.ts";

export interface StormOptions {
  readonly operations: number;
  /** Clients that act at the same time. */
  readonly clients: number;
  /** So many times the server, or every third time the database below it, is killed on the way. */
  readonly kills: number;
  /** The books are audited after each so many operations. */
  readonly batch: number;
  readonly seed: number;
  readonly say: (text: string) => void;
}

export interface StormReport extends Tally {
  readonly kills: number;
  readonly audits: number;
  readonly orders: number;
  /** Orders by the state they ended in. */
  readonly ended: Readonly<Record<string, number>>;
  readonly stillOpen: number;
  readonly escrowOpen: number;
  readonly seconds: number;
}

/** After a strike, answers may be missing for so long: connections break late. */
const aftermathMs = 15_000;

/** The figures of an audit that must all be 0. */
function defectsOf({ sum, negative, mismatches, brokenChains, replayMismatches, deadlineMismatches, findings }: LedgerAudit): string[] {
  const figures = { sum, negative, mismatches, brokenChains, replayMismatches, deadlineMismatches };
  const wrong = Object.entries(figures).filter(([, count]) => count !== 0);
  return [...wrong.map(([name, count]) => `audit: ${name} is ${count}`), ...findings.map((finding) => `audit: ${finding}`)].slice(0, 20);
}

async function auditNow(folder: string, look: (db: Database, audit: LedgerAudit) => Promise<void>): Promise<string[]> {
  const database = await openDatabase({ LINGONG_DATA: folder });
  try {
    const found = await auditLedger(database.db);
    await look(database.db, found);
    return defectsOf(found);
  } finally {
    await database.close();
  }
}

async function countStates(db: Database, known: readonly Known[]): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  const found = await orders.findMany(
    db,
    known.map(({ orderId }) => orderId),
  );
  for (const { state } of found) counts[state] = (counts[state] ?? 0) + 1;
  return counts;
}

/** Lets the clients act until so many operations are done; strikes at the moments named. */
async function blow(doing: Doing, place: StormPlace, until: number, options: { clients: number; strikes: number[]; struck: (at: number) => void }) {
  const { tally } = doing;
  let striking: Promise<void> | null = null;
  const client = async () => {
    while (tally.operations < until && tally.findings.length === 0) {
      const next = options.strikes[0];
      if (next !== undefined && tally.operations >= next && striking === null) {
        options.strikes.shift();
        options.struck(performance.now());
        striking = place.strike(options.strikes.length % 3 === 0 ? "database" : "server").finally(() => {
          options.struck(performance.now());
          striking = null;
        });
      }
      // What was under way broke off; nobody gains from asking a server that is not there.
      await striking;
      await doSomething(doing);
    }
  };
  await Promise.all(Array.from({ length: options.clients }, client));
  await striking;
}

/** Brings every order to its end and audits the books before and after. */
async function clearUp({ folder }: StormPlace, { cast, known }: Doing, say: StormOptions["say"]) {
  let [stillOpen, escrowOpen] = [0, 0];
  let ended: Record<string, number> = {};
  const atEnd = await auditNow(folder, async (db) => {
    stillOpen = await bringToEnd(db, cast, known, say);
  });
  const afterwards = await auditNow(folder, async (db, audit) => {
    escrowOpen = audit.escrowOpen;
    ended = await countStates(db, known);
  });
  return { findings: [...atEnd, ...afterwards], stillOpen, escrowOpen, ended };
}

/** The storm over a place that stands, and the audits of it. */
async function shake(place: StormPlace, cast: Cast, options: StormOptions): Promise<StormReport> {
  const began = performance.now();
  const { operations, clients, kills, batch, seed, say } = options;
  const tally = newTally();
  const known: Known[] = [];
  let lastStrike = Number.NEGATIVE_INFINITY;
  let audits = 0;
  const doing: Doing = {
    cast,
    chance: chanceFrom(seed),
    tally,
    known,
    clock: { moving: false },
    mayFail: () => performance.now() - lastStrike < aftermathMs,
  };
  const strikes = Array.from({ length: kills }, (_, index) => Math.floor(((index + 0.5) * operations) / kills));
  for (
    let until = Math.min(batch, operations);
    tally.operations < operations && tally.findings.length === 0;
    until = Math.min(until + batch, operations)
  ) {
    await blow(doing, place, until, { clients, strikes, struck: (at) => (lastStrike = at) });
    tally.findings.push(...(await auditNow(place.folder, async () => undefined)));
    audits += 1;
    say(
      `${tally.operations} operations, ${known.length} orders, ${kills - strikes.length} kills, ${tally.done} done; the books are ${tally.findings.length === 0 ? "in order" : "NOT in order"}`,
    );
  }
  const { findings, ...end } = await clearUp(place, doing, say);
  tally.findings.push(...findings);
  const seconds = Math.round((performance.now() - began) / 1_000);
  return { ...tally, kills: kills - strikes.length, audits: audits + 2, orders: known.length, ...end, seconds };
}

/**
 * A market gone mad: clients that mix paying, accepting, cancelling, add-ons, disputes, withdrawals, nonsense, doubled and
 * late webhooks, over a server and a database that are killed on the way. After each batch the books are audited; at the
 * end every order must end.
 */
export async function runStorm(options: StormOptions): Promise<StormReport> {
  // Heard from the first moment on: what is being started then is ended, too.
  const stopped = stopping();
  stopped.catch(() => undefined);
  options.say("starting a server");
  const place = await openStormPlace();
  let cast: Cast | null = null;
  try {
    cast = await gatherCast(place.url, { customers: 8, workers: 24 });
    return await Promise.race([shake(place, cast, options), stopped]);
  } finally {
    if (cast !== null) dismiss(cast);
    await place.stop();
  }
}
