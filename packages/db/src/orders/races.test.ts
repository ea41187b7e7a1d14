import { HOUR } from "@lingong/domain";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { auditLedger } from "../audit/audit.ts";
import * as ledger from "../ledger/ledger.repository.ts";
import { createTestDatabase, type TestDatabase } from "../testing/index.ts";
import { inTransaction } from "../transaction.ts";
import * as deadlines from "./deadlines.repository.ts";
import { acceptance, decide, makeCustomer, makeWorker, morning, offerTo, paidOrder, save } from "./order.samples.ts";
import * as orders from "./orders.repository.ts";

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase(inject("postgresUrl"), { most: 32 });
});
afterAll(() => test.drop());

async function deadlocks(): Promise<number> {
  await sql`select pg_stat_force_next_flush()`.execute(test.db);
  const { rows } = await sql<{ deadlocks: number }>`select deadlocks from pg_stat_database where datname = current_database()`.execute(test.db);
  return rows[0]?.deadlocks ?? Number.NaN;
}

describe("many accept one order", () => {
  it("has exactly one winner a round; the others learn that they were late", async () => {
    const { db } = test;
    const customer = await makeCustomer(db);
    const crowd = await Promise.all(Array.from({ length: 20 }, () => makeWorker(db)));
    for (let round = 0; round < 10; round += 1) {
      const startsAt = morning + (5 + 5 * round) * HOUR;
      const order = await paidOrder(db, customer, { startsAt });
      const hash = (await orders.findById(db, order.id))?.hash ?? "";
      const outcomes = await Promise.all(crowd.map(async (worker) => acceptance(order, worker, await offerTo(db, order, worker), 0)));
      const answers = await Promise.all(outcomes.map((outcome) => save(db, outcome, hash)));
      expect(answers.filter(({ status }) => status === "saved")).toHaveLength(1);
      expect(answers.filter(({ status }) => status === "conflict")).toHaveLength(19);
      const active = await db.selectFrom("assignments").select("worker_id").where("order_id", "=", order.id).where("ended_at", "is", null).execute();
      expect(active).toHaveLength(1);
      const states = await db.selectFrom("offers").select("state").where("order_id", "=", order.id).execute();
      expect(states.map(({ state }) => state).sort()).toEqual(["accepted", ...Array(19).fill("void")]);
    }
  });
});

describe("one worker accepts many overlapping orders at once", () => {
  it("is bound to one of them, whoever checks, without a deadlock", async () => {
    const { db } = test;
    const before = await deadlocks();
    const customer = await makeCustomer(db);
    for (let round = 0; round < 5; round += 1) {
      const worker = await makeWorker(db);
      const competing = await Promise.all(
        Array.from({ length: 16 }, async (_, index) => {
          // Half an hour apart, three hours long: each overlaps its neighbours, first and last only by the buffer.
          const order = await paidOrder(db, customer, { startsAt: morning + 5 * HOUR + (index % 7) * (HOUR / 2) });
          const hash = (await orders.findById(db, order.id))?.hash ?? "";
          return { outcome: acceptance(order, worker, await offerTo(db, order, worker), 0), hash };
        }),
      );
      const answers = await Promise.all(competing.map(({ outcome, hash }) => save(db, outcome, hash)));
      expect(answers.filter(({ status }) => status === "saved")).toHaveLength(1);
      for (const answer of answers) {
        if (answer.status !== "saved") expect(answer).toEqual({ status: "refused", error: { code: "excluded_overlapping" } });
      }
      expect(await db.selectFrom("commitments").select("order_id").where("worker_id", "=", worker).execute()).toHaveLength(1);
    }
    expect((await deadlocks()) - before).toBe(0);
  });

  it("takes two that leave the buffer free, and refuses one that begins within it", async () => {
    const { db } = test;
    const [customer, worker] = [await makeCustomer(db), await makeWorker(db)];
    const starts = [5 * HOUR, 8.5 * HOUR, 12 * HOUR - 60_000];
    const answers = [];
    for (const offset of starts) {
      const order = await paidOrder(db, customer, { startsAt: morning + offset });
      const hash = (await orders.findById(db, order.id))?.hash ?? "";
      answers.push(await save(db, acceptance(order, worker, await offerTo(db, order, worker), 0), hash));
    }
    // 14:00–17:00, then 17:30–20:30, then 20:59: one minute short of the half hour.
    expect(answers).toEqual([{ status: "saved" }, { status: "saved" }, { status: "refused", error: { code: "excluded_overlapping" } }]);
  });

  it("lets no bare insert overlap either", async () => {
    const { db } = test;
    const worker = await makeWorker(db);
    const insert = () =>
      sql`insert into commitments (worker_id, order_id, during) values (${worker}, gen_random_uuid(), int8range(1000, 2000))`.execute(db);
    await insert();
    await expect(insert()).rejects.toMatchObject({ code: "23P01", constraint: "commitments_never_overlap" });
  });
});

describe("everything against everything", () => {
  it("accepts, cancellations and repeats of 30 orders by 10 workers end consistent, without a deadlock", async () => {
    const { db } = test;
    const before = await deadlocks();
    const customers = await Promise.all(Array.from({ length: 5 }, () => makeCustomer(db)));
    const crowd = await Promise.all(Array.from({ length: 10 }, () => makeWorker(db)));
    const waiting = await Promise.all(
      Array.from({ length: 30 }, (_, index) => paidOrder(db, customers[index % 5] ?? "", { startsAt: morning + (5 + (index % 6)) * HOUR })),
    );
    await Promise.all(
      waiting.flatMap((order, index) => {
        const accept = async (worker: string) => {
          const record = await orders.findById(db, order.id);
          if (record?.order.state !== "matching") return;
          await save(db, acceptance(record.order, worker, await offerTo(db, order, worker), 0), record.hash);
        };
        const cancel = async () => {
          const record = await orders.findById(db, order.id);
          if (record === null || !["matching", "accepted"].includes(record.order.state)) return;
          await save(db, decide(record.order, { role: "customer", id: order.customerId }, { type: "cancel", reason: "x" }, morning), record.hash);
        };
        const takers = [crowd[index % 10], crowd[(index + 3) % 10], crowd[(index + 7) % 10]];
        return [...takers.map((worker) => accept(worker ?? "")), ...(index % 3 === 0 ? [cancel(), cancel()] : [])];
      }),
    );
    expect(await auditLedger(db)).toMatchObject({ sum: 0, negative: 0, mismatches: 0, brokenChains: 0, replayMismatches: 0, deadlineMismatches: 0 });
    const overlapping = await sql`
      select from commitments a join commitments b on a.worker_id = b.worker_id and a.order_id < b.order_id and a.during && b.during`.execute(db);
    expect(overlapping.rows).toEqual([]);
    expect((await deadlocks()) - before).toBe(0);
  });
});

describe("a due deadline", () => {
  it("is claimed by one sweeper; the other passes by, and what is not due stays", async () => {
    const { db } = test;
    const order = await paidOrder(db, await makeCustomer(db));
    const due = await deadlines.findByOrder(db, order.id);
    expect(due?.what).toBe("matchingEnds");
    const at = due?.dueAt ?? 0;
    expect((await deadlines.listDue(db, at - 1, 1_000)).some(({ orderId }) => orderId === order.id)).toBe(false);
    expect((await deadlines.listDue(db, at, 1_000)).some(({ orderId }) => orderId === order.id)).toBe(true);
    await inTransaction(db, async (first) => {
      expect((await deadlines.claimDue(first, order.id, at))?.order.id).toBe(order.id);
      await inTransaction(db, async (second) => expect(await deadlines.claimDue(second, order.id, at)).toBeNull());
    });
    await inTransaction(db, async (transaction) => expect(await deadlines.claimDue(transaction, order.id, at - 1)).toBeNull());
    const record = await orders.findById(db, order.id);
    await save(db, decide(order, { role: "timer", id: "timer" }, { type: "timeOut" }, at), record?.hash ?? "");
    expect(await deadlines.findByOrder(db, order.id)).toBeNull();
    expect(await ledger.findBalance(db, `escrow:${order.id}`)).toBe(0);
  });
});
