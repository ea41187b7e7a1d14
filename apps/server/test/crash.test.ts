import { setTimeout as wait } from "node:timers/promises";
import type { LingongClient } from "@lingong/client";
import { refusalOf } from "@lingong/client";
import { auditLedger, orders } from "@lingong/db";
import { createTestDatabase } from "@lingong/db/testing";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import type { TestDatabase } from "./support/live-server.ts";
import { cleaning, home, inParallel, insist, nextHint, order, signUpCustomer, signUpWorker, until } from "./support/market.ts";
import { freePort, type ServerProcess, startServerProcess, temporaryData } from "./support/server-process.ts";

const customersAtOnce = 20;
const ordersEach = 5;
const workersAtOnce = 100;
const kills = 6;
const budget = 400_000;

let database: TestDatabase;
let server: ServerProcess;
let restart: () => Promise<ServerProcess>;
let killed = 0;
const data = temporaryData();

beforeAll(async () => {
  database = await createTestDatabase(inject("postgresUrl"));
  const [port, gatewayPort] = [await freePort(), await freePort()];
  restart = () => startServerProcess({ databaseUrl: database.url, dataDir: data.path, port, gatewayPort });
  server = await restart();
}, budget);

afterAll(async () => {
  await server.stop();
  await database.drop();
  data.remove();
});

/** Everything a client hears of orders, by `<order> <version>`; how often. */
function listen(client: LingongClient): Map<string, number> {
  const heard = new Map<string, number>();
  client.live.on("hint", ({ kind, id, version }) => {
    if (kind === "order") heard.set(`${id} ${version}`, (heard.get(`${id} ${version}`) ?? 0) + 1);
  });
  client.live.connect();
  return heard;
}

async function accept(worker: LingongClient, offerId: string): Promise<string | null> {
  try {
    const { contractHash } = await insist(() => worker.api.offers.get.query({ offerId }));
    const idempotencyKey = `accept-${offerId}`;
    const { order: taken } = await insist(() => worker.api.offers.accept.mutate({ offerId, contractHash, idempotencyKey }));
    return taken.id;
  } catch (error) {
    if (refusalOf(error) === null) throw error;
    return null;
  }
}

/** Works: waits for an offer, takes it, does the job; until nothing is left to do. */
async function work(worker: LingongClient, isOver: () => boolean): Promise<void> {
  while (!isOver()) {
    const [offer] = await insist(() => worker.api.offers.open.query());
    const orderId = offer === undefined ? null : await accept(worker, offer.id);
    if (orderId === null) {
      await nextHint(worker, 2_000 + Math.random() * 1_000);
      continue;
    }
    await insist(() => worker.act(orderId, { type: "depart" }));
    await insist(() => worker.act(orderId, { type: "arrive", position: home, headcount: 1 }));
    const started = async () => (await worker.api.orders.get.query({ orderId })).state !== "arrived" || startEarly(worker, orderId);
    await until("leave to start early", started, { forMs: 300_000, pause: () => nextHint(worker, 2_000) });
    await insist(() => worker.act(orderId, { type: "finish", reason: "done", doneAddOnIds: [] }));
  }
}

/** Starts; false while the customer has not said yes to an earlier start. */
async function startEarly(worker: LingongClient, orderId: string): Promise<boolean> {
  try {
    await worker.act(orderId, { type: "start", headcount: 1 });
    return true;
  } catch (error) {
    if (refusalOf(error)?.code === "too_early") return false;
    throw error;
  }
}

/** A customer's whole order: placed, paid, let in early, confirmed. */
async function want(customer: LingongClient): Promise<string> {
  const orderId = await order(customer, cleaning(null));
  const isAt =
    (...states: string[]) =>
    async () =>
      states.includes((await customer.api.orders.get.query({ orderId })).state);
  const patience = { forMs: 300_000, pause: () => nextHint(customer, 2_000) };
  await until("the worker at the door", isAt("arrived", "in_service", "awaiting_confirmation"), patience);
  await insist(() => customer.act(orderId, { type: "allowEarlyStart" })).catch((error: unknown) => {
    if (refusalOf(error)?.code !== "wrong_state") throw error;
  });
  await until("the finished work", isAt("awaiting_confirmation"), patience);
  await insist(() => customer.act(orderId, { type: "confirm" }));
  return orderId;
}

/** Kills the server without a word, at random moments, and starts it again. */
async function killNowAndThen(isOver: () => boolean): Promise<void> {
  while (killed < kills && !isOver()) {
    await wait(2_000 + Math.random() * 4_000);
    await server.kill();
    killed += 1;
    server = await restart();
  }
}

test(
  `${customersAtOnce * ordersEach} running orders survive a server that is killed again and again`,
  async () => {
    const customers = await inParallel(8, Array.from({ length: customersAtOnce }), () => signUpCustomer(server.url));
    const workers = await inParallel(8, Array.from({ length: workersAtOnce }), () => signUpWorker(server.url, { at: home, radiusKm: 5 }));
    const heard = customers.map(listen);
    for (const { live } of workers) live.connect();
    await expect.poll(() => [...customers, ...workers].every(({ live }) => live.state() === "live"), { timeout: 60_000 }).toBe(true);

    let over = false;
    const working = Promise.all(workers.map((worker) => work(worker, () => over)));
    const killing = killNowAndThen(() => over);
    const wanting = Promise.all(customers.map((customer) => inParallel(ordersEach, Array.from({ length: ordersEach }), () => want(customer))));
    // A server that does not come back, or a worker who gives up, ends the test with its own reason.
    const wanted = await Promise.race([wanting, Promise.all([wanting, working, killing]).then(([ids]) => ids)]);
    over = true;
    await Promise.all([working, killing]);
    expect(killed).toBeGreaterThanOrEqual(3);

    const orderIds = wanted.flat();
    const ended = await orders.findMany(database.db, orderIds);
    expect(ended.map(({ state }) => state)).toEqual(orderIds.map(() => "completed"));
    const audit = await auditLedger(database.db);
    expect(audit).toMatchObject({
      findings: [],
      orders: orderIds.length,
      escrowOpen: 0,
      sum: 0,
      negative: 0,
      brokenChains: 0,
      replayMismatches: 0,
      deadlineMismatches: 0,
    });

    // Everything that was committed is carried: no gap in the feed, nothing left behind, each event once on its client.
    const carried = await until("the relay to have carried everything", async () => {
      const { rows } = await database.pool.query(
        "select position, emitted, (select count(*) from outbox) as waiting, (select count(*) from feed) as kept from relay",
      );
      return rows[0].position === rows[0].emitted && rows[0].waiting === 0 ? rows[0] : null;
    });
    expect(carried.kept).toBe(carried.position);
    const expected = customers.map(
      (_, index) =>
        new Set(
          ended
            .filter(({ id }) => wanted[index]?.includes(id))
            .flatMap(({ id, version }) => Array.from({ length: version }, (_each, at) => `${id} ${at + 1}`)),
        ),
    );
    await expect.poll(() => heard.map(({ size }) => size), { timeout: 30_000 }).toEqual(expected.map(({ size }) => size));
    for (const [index, events] of heard.entries()) {
      expect(new Set(events.keys())).toEqual(expected[index]);
      expect([...events.values()].every((times) => times === 1)).toBe(true);
    }
    for (const client of [...customers, ...workers]) client.close();
  },
  budget,
);
