import { createTestDatabase } from "@lingong/db/testing";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import type { TestDatabase } from "./support/live-server.ts";
import { cleaning, home, order, signUpCustomer, signUpWorker, until } from "./support/market.ts";
import { type ServerProcess, startServerProcess, temporaryData } from "./support/server-process.ts";

let database: TestDatabase;
let server: ServerProcess;
const data = temporaryData();

beforeAll(async () => {
  database = await createTestDatabase(inject("postgresPort"));
  server = await startServerProcess({ databaseUrl: database.url, dataDir: data.path });
});
afterAll(async () => {
  await server.stop();
  await database.drop();
  data.remove();
});

test("an offer reaches the worker's socket within a second of the payment, and an accept the customer's", async () => {
  const [customer, worker] = [await signUpCustomer(server.url), await signUpWorker(server.url, { at: home, radiusKm: 5 })];
  const offered = Promise.withResolvers<string>();
  worker.live.on("hint", ({ kind, id }) => void (kind === "offer" && offered.resolve(id)));
  worker.live.connect();
  customer.live.connect();
  await expect.poll(() => [worker.live.state(), customer.live.state()]).toEqual(["live", "live"]);
  const orderId = await order(customer, cleaning(null));
  const from = performance.now();
  const offerId = await offered.promise;
  expect(performance.now() - from).toBeLessThan(1_000);
  const accepted = Promise.withResolvers<void>();
  customer.live.on("hint", ({ kind, id }) => void (kind === "order" && id === orderId && accepted.resolve()));
  const { contractHash } = await worker.api.offers.get.query({ offerId });
  await worker.api.offers.accept.mutate({ offerId, contractHash, idempotencyKey: crypto.randomUUID() });
  await accepted.promise;
  const state = async () => (await customer.api.orders.get.query({ orderId })).state;
  expect(await until("accepted", async () => ((await state()) === "accepted" ? "accepted" : null))).toBe("accepted");
  customer.close();
  worker.close();
});
