import { DAY } from "@lingong/domain";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "../testing/index.ts";
import { GENESIS_HASH } from "./chain.ts";
import { draftOf, makeCustomer, morning, paidOrder, save } from "./order.samples.ts";
import * as orders from "./orders.repository.ts";

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase(inject("postgresUrl"));
});
afterAll(() => test.drop());

it("drafts nobody touched for long are deleted whole, by the number a sweep takes; what was ordered keeps every event", async () => {
  const { db } = test;
  const customer = await makeCustomer(db);
  const old = [draftOf(customer), draftOf(customer), draftOf(customer)];
  for (const outcome of old) await save(db, outcome, GENESIS_HASH);
  const ordered = await paidOrder(db, customer);

  expect(await orders.forgetDrafts(db, morning, 10), "not before their time").toBe(0);
  expect(await orders.forgetDrafts(db, morning + DAY, 2)).toBe(2);
  expect(await orders.forgetDrafts(db, morning + DAY, 2)).toBe(1);
  for (const { order } of old) {
    expect(await orders.findById(db, order.id)).toBeNull();
    expect(await orders.listEvents(db, order.id)).toEqual([]);
  }
  expect(await orders.listEvents(db, ordered.id)).toHaveLength(ordered.version);
  await expect(sql`delete from order_events where order_id = ${ordered.id}`.execute(db)).rejects.toThrow("append-only");
});

it("a draft's events are never changed", async () => {
  const { db } = test;
  const outcome = draftOf(await makeCustomer(db));
  await save(db, outcome, GENESIS_HASH);
  await expect(sql`update order_events set at = at + 1 where order_id = ${outcome.order.id}`.execute(db)).rejects.toThrow("append-only");
});
