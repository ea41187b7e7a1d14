import type { LingongClient } from "@lingong/client";
import { refusalOf } from "@lingong/client";
import { orders } from "@lingong/db";
import { createTestDatabase } from "@lingong/db/testing";
import { contractHash, DAY, HOUR, MINUTE, type Order, type SignedContract } from "@lingong/domain";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import type { TestDatabase } from "./support/live-server.ts";
import { atServer, cleaning, inParallel, order, signUpCustomer, signUpWorker, until } from "./support/market.ts";
import { freePort, type ServerProcess, startServerProcess, temporaryData } from "./support/server-process.ts";

/** Each asks at both server processes at once, as an impatient thumb behind a balancer does: 200 accepts. */
const workersAtOnce = 100;
const acceptsAtOnce = 2 * workersAtOnce;
const rounds = 50;
const overlaps = 20;
const budget = 600_000;

/** Fifteen kilometres from the work: beyond every wave, so that it goes to the hall at once, where all may take it. */
const outside = { lat: 31.3548, lng: 121.5372 };
/** What the losers may hear. */
const lostTheRace = new Set(["offer_taken", "offer_not_open", "wrong_state", "conflict", "excluded_overlapping"]);

let database: TestDatabase;
let servers: readonly [ServerProcess, ServerProcess];
/** Each worker's two doors: the same person at either process. */
let workers: { readonly id: string; readonly doors: readonly [LingongClient, LingongClient] }[];
let customer: LingongClient;
const data = temporaryData();

beforeAll(async () => {
  database = await createTestDatabase(inject("postgresUrl"));
  const shared = { databaseUrl: database.url, dataDir: data.path };
  const first = await startServerProcess(shared);
  servers = [first, await startServerProcess({ ...shared, port: await freePort(), env: { GATEWAY_URL: first.gatewayUrl } })];
  customer = await signUpCustomer(first.url);
  const people = await inParallel(8, Array.from({ length: workersAtOnce }), () => signUpWorker(first.url, { at: outside, radiusKm: 50 }));
  workers = await inParallel(8, people, async (client) => ({
    id: (await client.api.accounts.me.query()).id,
    doors: [client, atServer(client, servers[1].url)],
  }));
}, budget);

afterAll(async () => {
  for (const server of servers ?? []) await server.stop();
  await database.drop();
  data.remove();
});

/** A paid order that waits in the hall, on a day of its own. */
async function inHall(startsAt: number): Promise<string> {
  const orderId = await order(customer, cleaning(startsAt));
  await until("the hall", async () => {
    const { rows } = await database.pool.query("select wave from matching where order_id = $1 and wave >= 3", [orderId]);
    return rows[0];
  });
  return orderId;
}

/** Ten in the morning in Shanghai, so many days ahead. */
function morning(days: number): number {
  const midnight = Math.floor((Date.now() + 8 * HOUR) / DAY) * DAY - 8 * HOUR;
  return midnight + days * DAY + 10 * HOUR;
}

/** Takes an order from the hall; answers "won" or the code of the refusal. */
async function take(worker: LingongClient, orderId: string, contractHash: string): Promise<string> {
  try {
    await worker.api.hall.take.mutate({ orderId, contractHash, idempotencyKey: crypto.randomUUID() });
    return "won";
  } catch (error) {
    return refusalOf(error)?.code ?? String(error);
  }
}

async function stored(orderId: string): Promise<Order> {
  const found = await orders.findById(database.db, orderId);
  if (found === null) throw new Error("the order is gone");
  return found.order;
}

/** What each worker is asked to sign, as the hall shows it. */
function readHashes(orderId: string): Promise<string[]> {
  return inParallel(16, workers, async ({ doors: [door] }) => (await door.api.hall.get.query({ orderId })).contractHash);
}

/** The same without asking, from what the first winner signed: all workers are new, and nothing but their names differs. */
async function hashesOf(orderId: string, pinned: SignedContract["pinned"]): Promise<string[]> {
  const { customerId, signedTermsHash: termsHash } = await stored(orderId);
  return workers.map(({ id: workerId }) => contractHash({ orderId, termsHash, customerId, workerId, pinned }));
}

test(
  `of ${acceptsAtOnce} accepts at once over two processes exactly one gets the order, ${rounds} times`,
  async () => {
    const orderIds = await inParallel(8, Array.from({ length: rounds }), (_, index) => inHall(morning(3 + index)));
    let pinned: SignedContract["pinned"] | null = null;
    for (const orderId of orderIds) {
      const hashes: string[] = pinned === null ? await readHashes(orderId) : await hashesOf(orderId, pinned);
      const answers = await Promise.all(workers.flatMap(({ doors }, index) => doors.map((door) => take(door, orderId, hashes[index] ?? ""))));
      const losers = answers.filter((answer) => answer !== "won");
      expect(losers).toHaveLength(acceptsAtOnce - 1);
      expect(losers.filter((code) => !lostTheRace.has(code))).toEqual([]);
      pinned ??= (await stored(orderId)).assignment?.pinned ?? null;
    }
    const { rows } = await database.pool.query(`
      select count(distinct order_id) as orders, count(*) as active,
        (select count(*) from order_events where body ->> 'command' = 'accept') as events
      from assignments where ended_at is null`);
    expect(rows).toEqual([{ orders: rounds, active: rounds, events: rounds }]);
  },
  budget,
);

test(
  `a worker who takes two orders of the same hour at once gets one of them, ${overlaps} times`,
  async () => {
    const doors = workers[0]?.doors;
    if (doors === undefined) throw new Error("nobody works here");
    for (let round = 0; round < overlaps; round += 1) {
      const startsAt = morning(3 + rounds) + (round % 4) * 3 * HOUR + Math.floor(round / 4) * DAY;
      const pair = await Promise.all([inHall(startsAt), inHall(startsAt + 30 * MINUTE)]);
      const hashes = await Promise.all(pair.map(async (orderId) => (await doors[0].api.hall.get.query({ orderId })).contractHash));
      const answers = await Promise.all(pair.map((orderId, index) => take(doors[index === 0 ? 0 : 1], orderId, hashes[index] ?? "")));
      const won = answers.filter((answer) => answer === "won").length;
      // A worker who is already full on that day gets neither: also no overlap.
      expect(won, answers.join(", ")).toBeLessThanOrEqual(1);
      if (round % 4 === 0) expect(won, answers.join(", ")).toBe(1);
    }
    const { rows } = await database.pool.query(`
      select count(*) as overlapping from commitments a join commitments b
      on a.worker_id = b.worker_id and a.order_id < b.order_id and a.during && b.during`);
    expect(rows).toEqual([{ overlapping: 0 }]);
  },
  budget,
);
