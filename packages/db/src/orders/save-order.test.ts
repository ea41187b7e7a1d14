import { canonicalJson, replay } from "@lingong/domain";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import * as ledger from "../ledger/ledger.repository.ts";
import { createTestDatabase, type TestDatabase } from "../testing/index.ts";
import { firstBrokenLink, GENESIS_HASH } from "./chain.ts";
import {
  acceptance,
  decide,
  draftOf,
  makeCustomer,
  makeWorker,
  morning,
  offerTo,
  paidOrder,
  provider,
  save,
  step,
  workOff,
} from "./order.samples.ts";
import * as orders from "./orders.repository.ts";
import { saveOrder } from "./save-order.ts";
import { saveOrderInput } from "./save-order-input.ts";

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase(inject("postgresUrl"), { most: 40 });
});
afterAll(() => test.drop());

const command = (key: string, request: string) => ({ actorId: "customer", key, requestHash: request.repeat(64), result: { answer: key } });

describe("a whole order", () => {
  it("is saved step by step, and ends with its escrow empty, its chain whole and its row equal to the replay", async () => {
    const { db } = test;
    const [customer, worker] = [await makeCustomer(db), await makeWorker(db)];
    const waiting = await paidOrder(db, customer);
    expect(await ledger.findBalance(db, `escrow:${waiting.id}`)).toBe(15_000);
    const offer = await offerTo(db, waiting, worker);
    const before = await orders.findById(db, waiting.id);
    const accepted = acceptance(waiting, worker, offer, 0);
    expect(await save(db, accepted, before?.hash ?? "", { calendarVersions: { [worker]: 0 } })).toEqual({ status: "saved" });
    const ended = await workOff(db, accepted.order, worker);

    expect(ended.state).toBe("completed");
    expect(await ledger.findBalance(db, `escrow:${ended.id}`)).toBe(0);
    expect(await ledger.findBalance(db, `worker:${worker}`)).toBe(ended.money.releasedFen);
    expect(await ledger.findBalance(db, "commission")).toBe(ended.money.commissionFen);
    const events = await orders.listEvents(db, ended.id);
    expect(firstBrokenLink(events)).toBeNull();
    const stored = await orders.findById(db, ended.id);
    expect(canonicalJson(stored?.order)).toBe(canonicalJson(replay(events.map(({ event }) => event))));
    expect(stored?.hash).toBe(events.at(-1)?.hash);
  });

  it("leaves no deadline, commitment, open offer or waiting row behind, but a window for reviews", async () => {
    const { db } = test;
    const [customer, worker] = [await makeCustomer(db), await makeWorker(db)];
    const waiting = await paidOrder(db, customer);
    expect(await db.selectFrom("matching").select("round").where("order_id", "=", waiting.id).executeTakeFirst()).toBeDefined();
    const offer = await offerTo(db, waiting, worker);
    const hash = (await orders.findById(db, waiting.id))?.hash ?? "";
    const accepted = acceptance(waiting, worker, offer, 0);
    await save(db, accepted, hash);
    expect(await db.selectFrom("commitments").select("order_id").where("worker_id", "=", worker).execute()).toHaveLength(1);
    await workOff(db, accepted.order, worker);
    for (const table of ["deadlines", "commitments", "matching"] as const) {
      expect(await db.selectFrom(table).select("order_id").where("order_id", "=", waiting.id).execute()).toEqual([]);
    }
    expect(await db.selectFrom("offers").select("state").where("order_id", "=", waiting.id).execute()).toEqual([{ state: "accepted" }]);
    expect(await db.selectFrom("review_windows").select("worker_id").where("order_id", "=", waiting.id).execute()).toEqual([{ worker_id: worker }]);
    expect(await db.selectFrom("worked").select("worker_id").where("order_id", "=", waiting.id).execute()).toEqual([{ worker_id: worker }]);
    const counted = await db.selectFrom("workers").select(["completed_orders", "calendar_version"]).where("id", "=", worker).executeTakeFirst();
    expect(counted?.completed_orders).toBe(1);
    expect(counted?.calendar_version).toBeGreaterThanOrEqual(2);
  });
});

describe("compare-and-swap", () => {
  it("lets one of many savers of the same version win", async () => {
    const { db } = test;
    const customer = await makeCustomer(db);
    const order = await paidOrder(db, customer);
    const record = await orders.findById(db, order.id);
    const cancelled = decide(order, { role: "customer", id: customer }, { type: "cancel", reason: "changed plans" }, morning);
    const answers = await Promise.all(Array.from({ length: 24 }, () => save(db, cancelled, record?.hash ?? "")));
    expect(answers.filter(({ status }) => status === "saved")).toHaveLength(1);
    expect(answers.filter((answer) => answer.status === "conflict" && answer.what === "version")).toHaveLength(23);
    expect(await orders.listEvents(db, order.id)).toHaveLength(order.version + 1);
    expect(await ledger.findBalance(db, `escrow:${order.id}`)).toBe(0);
  });

  it("refuses a second order under a taken id", async () => {
    const { db } = test;
    const outcome = draftOf(await makeCustomer(db));
    expect((await save(db, outcome, GENESIS_HASH)).status).toBe("saved");
    const stranger = draftOf(await makeCustomer(db));
    const forged = { ...stranger, order: { ...stranger.order, id: outcome.order.id }, event: { ...stranger.event, orderId: outcome.order.id } };
    expect(await save(db, forged, GENESIS_HASH)).toEqual({ status: "conflict", what: "version" });
  });

  it("decides again when the calendar has changed since it was read", async () => {
    const { db } = test;
    const worker = await makeWorker(db);
    const waiting = await paidOrder(db, await makeCustomer(db));
    const hash = (await orders.findById(db, waiting.id))?.hash ?? "";
    const accepted = acceptance(waiting, worker, await offerTo(db, waiting, worker), 0);
    await db.updateTable("workers").set({ calendar_version: 7 }).where("id", "=", worker).execute();
    expect(await save(db, accepted, hash, { calendarVersions: { [worker]: 0 } })).toEqual({ status: "conflict", what: "calendar" });
    expect((await orders.findById(db, waiting.id))?.order.version).toBe(waiting.version);
    expect(await save(db, accepted, hash, { calendarVersions: { [worker]: 7 } })).toEqual({ status: "saved" });
  });

  it("does not accept an offer that is no longer open", async () => {
    const { db } = test;
    const worker = await makeWorker(db);
    const waiting = await paidOrder(db, await makeCustomer(db));
    const offer = await offerTo(db, waiting, worker);
    await db.updateTable("offers").set({ state: "timed_out" }).where("id", "=", offer).execute();
    const hash = (await orders.findById(db, waiting.id))?.hash ?? "";
    expect(await save(db, acceptance(waiting, worker, offer, 0), hash)).toEqual({ status: "conflict", what: "offer" });
  });
});

describe("idempotency", () => {
  it("answers a repeat with the first answer, and writes nothing", async () => {
    const { db } = test;
    const outcome = draftOf(await makeCustomer(db));
    const key = `key-${outcome.order.id}`;
    expect(await save(db, outcome, GENESIS_HASH, { command: command(key, "a") })).toEqual({ status: "saved" });
    expect(await save(db, outcome, GENESIS_HASH, { command: command(key, "a") })).toEqual({ status: "repeated", result: { answer: key } });
    expect(await orders.listEvents(db, outcome.order.id)).toHaveLength(1);
  });

  it("refuses a key that comes with another request", async () => {
    const { db } = test;
    const outcome = draftOf(await makeCustomer(db));
    const key = `key-${outcome.order.id}`;
    await save(db, outcome, GENESIS_HASH, { command: command(key, "a") });
    expect(await save(db, outcome, GENESIS_HASH, { command: command(key, "b") })).toEqual({
      status: "refused",
      error: { code: "idempotency_key_reused" },
    });
  });

  it("lets one of many repeats at once act", async () => {
    const { db } = test;
    const outcome = draftOf(await makeCustomer(db));
    const key = `key-${outcome.order.id}`;
    const answers = await Promise.all(Array.from({ length: 16 }, () => save(db, outcome, GENESIS_HASH, { command: command(key, "a") })));
    expect(answers.map(({ status }) => status).sort()).toEqual([...Array(15).fill("repeated"), "saved"]);
  });

  it("forgets the key of a lost race, so that the decision may be made again under it", async () => {
    const { db } = test;
    const outcome = draftOf(await makeCustomer(db));
    await save(db, outcome, GENESIS_HASH);
    expect(await save(db, outcome, GENESIS_HASH, { command: command(`key-${outcome.order.id}`, "a") })).toMatchObject({ status: "conflict" });
    expect(await db.selectFrom("commands").select("key").where("key", "=", `key-${outcome.order.id}`).execute()).toEqual([]);
  });
});

describe("money", () => {
  it("books a stray capture and refunds it, whatever the state, and leaves the intent", async () => {
    const { db } = test;
    const order = await paidOrder(db, await makeCustomer(db));
    const paymentId = order.payments[0]?.id ?? "";
    const after = await step(
      db,
      order.id,
      provider,
      { type: "capturePayment", paymentId, fen: 15_000, captureId: "second", assignmentId: crypto.randomUUID() },
      morning,
    );
    expect(after.state).toBe("matching");
    expect(await ledger.findBalance(db, `escrow:${order.id}`)).toBe(15_000);
    const intents = await db.selectFrom("intents").select(["kind", "fen", "capture_id"]).where("order_id", "=", order.id).execute();
    expect(intents).toEqual([{ kind: "refund", fen: 15_000, capture_id: "second" }]);
  });

  it("writes nothing at all when an escrow would fall below zero", async () => {
    const { db } = test;
    const customer = await makeCustomer(db);
    const order = await paidOrder(db, customer);
    const record = await orders.findById(db, order.id);
    const outcome = decide(order, { role: "customer", id: customer }, { type: "cancel", reason: "x" }, morning);
    const greedy = saveOrderInput(
      {
        ...outcome,
        entries: [
          { key: `greedy:${order.id}`, reason: "full_refund", transfers: [{ from: `escrow:${order.id}`, to: "gateway:sandbox", fen: 15_001 }] },
        ],
      },
      { previousHash: record?.hash ?? "", deadline: null, command: null },
    );
    expect(await saveOrder(db, greedy)).toEqual({ status: "refused", error: { code: "escrow_too_low" } });
    expect((await orders.findById(db, order.id))?.order.version).toBe(order.version);
    expect(await ledger.findBalance(db, `escrow:${order.id}`)).toBe(15_000);
  });

  it("refuses text that the database cannot hold, as bad input", async () => {
    const { db } = test;
    const outcome = draftOf(await makeCustomer(db), { note: "a\u0000b" });
    expect(await save(db, outcome, GENESIS_HASH)).toEqual({ status: "refused", error: { code: "invalid_input" } });
  });
});
