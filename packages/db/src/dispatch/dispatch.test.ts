import { DAY, MINUTE } from "@lingong/domain";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { newId } from "../id.ts";
import { acceptance, makeCustomer, makeWorker, morning, paidOrder, save } from "../orders/order.samples.ts";
import * as orders from "../orders/orders.repository.ts";
import * as workers from "../people/workers.repository.ts";
import { createTestDatabase, type TestDatabase } from "../testing/index.ts";
import { commitOffers, type PlannedOffer, type RoundCommit } from "./commit-offers.ts";
import { declineOffer, openHallOffer, timeOutOffers } from "./decide-offers.ts";
import { acquireLease, type Lease, releaseLease } from "./leases.ts";
import * as matching from "./matching.repository.ts";
import * as offers from "./offers.repository.ts";
import * as receipts from "./receipts.repository.ts";
import * as rounds from "./rounds.repository.ts";

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase(inject("postgresUrl"), { most: 20 });
});
afterAll(() => test.drop());

async function leaseOf(holder = newId()): Promise<Lease> {
  const lease = await acquireLease(test.db, { name: `dispatch:${newId()}`, holder, milliseconds: 60_000 });
  if (lease === null) throw new Error("a free lease was refused");
  return lease;
}

function planned(order: { id: string; version: number }, workerId: string, changes: Partial<PlannedOffer> = {}): PlannedOffer {
  return {
    orderId: order.id,
    orderVersion: order.version,
    workerId,
    calendarVersion: 0,
    kind: "wave",
    round: 1,
    wave: 0,
    live: true,
    score: 700,
    rank: 1,
    details: { parts: [100, 200] },
    expiresAt: morning + MINUTE,
    ...changes,
  };
}

function round(lease: Lease, plan: readonly PlannedOffer[], changes: Partial<RoundCommit> = {}): RoundCommit {
  return {
    lease,
    cityId: "shanghai",
    now: morning,
    policyVersion: "test",
    policyHash: "test",
    orders: 1,
    workers: 1,
    microseconds: 1_234,
    offers: plan,
    receipts: plan.map(({ orderId, workerId }) => ({
      orderId,
      workerId,
      result: "offered",
      code: null,
      score: 700,
      rank: 1,
      parts: [250, 450],
      detail: null,
    })),
    waves: [],
    ...changes,
  };
}

describe("a lease", () => {
  it("has one holder at a time; the next one acts under a later epoch", async () => {
    const { db } = test;
    const name = `dispatch:${newId()}`;
    const holders = await Promise.all(
      Array.from({ length: 8 }, (_, index) => acquireLease(db, { name, holder: `server-${index}`, milliseconds: 60_000 })),
    );
    const held = holders.filter((lease) => lease !== null);
    expect(held).toHaveLength(1);
    const first = held[0];
    if (first === undefined) return;
    expect(await acquireLease(db, { name, holder: first.holder, milliseconds: 60_000 })).toEqual(first);
    expect(await acquireLease(db, { name, holder: "other", milliseconds: 60_000 })).toBeNull();
    await sql`update leases set until = clock_timestamp() where name = ${name}`.execute(db);
    expect(await acquireLease(db, { name, holder: "other", milliseconds: 60_000 })).toEqual({ name, holder: "other", epoch: first.epoch + 1 });
  });

  it("given up is free at once", async () => {
    const lease = await leaseOf();
    await releaseLease(test.db, lease);
    expect(await acquireLease(test.db, { name: lease.name, holder: "next", milliseconds: 1_000 })).toMatchObject({ epoch: lease.epoch + 1 });
  });

  it("that was lost commits nothing", async () => {
    const { db } = test;
    const [order, worker] = [await paidOrder(db, await makeCustomer(db)), await makeWorker(db)];
    const lease = await leaseOf();
    await sql`update leases set until = clock_timestamp() where name = ${lease.name}`.execute(db);
    await acquireLease(db, { name: lease.name, holder: "another", milliseconds: 60_000 });
    expect(await commitOffers(db, round(lease, [planned(order, worker)]))).toEqual({ committed: false });
    expect(await offers.listForOrder(db, order.id)).toEqual([]);
  });
});

describe("committing a round", () => {
  it("writes offers, receipts, waves and hints together", async () => {
    const { db } = test;
    const [order, worker] = [await paidOrder(db, await makeCustomer(db)), await makeWorker(db)];
    const answer = await commitOffers(db, round(await leaseOf(), [planned(order, worker)], { waves: [{ orderId: order.id, wave: 1 }] }));
    expect(answer).toMatchObject({ committed: true, offers: [{ orderId: order.id, workerId: worker }] });
    const [waiting] = await matching.findWaiting(db, [order.id]);
    expect(waiting).toMatchObject({ wave: 1, openOffers: 1, askedWorkerIds: [worker] });
    const roundId = answer.committed ? answer.roundId : 0;
    expect(await receipts.find(db, { roundId, orderId: order.id, workerId: worker })).toMatchObject({
      result: "offered",
      parts: [250, 450],
      policyVersion: "test",
    });
    expect(await offers.listOpenForWorker(db, worker)).toMatchObject([{ orderId: order.id, score: 700, details: { parts: [100, 200] } }]);
    const offerId = answer.committed ? answer.offers[0]?.id : undefined;
    const hint = await db
      .selectFrom("outbox")
      .select("rooms")
      .where("subject_id", "=", offerId ?? "")
      .execute();
    expect(hint).toEqual([{ rooms: [`user:${worker}`] }]);
  });

  it("offers nothing of an order or to a worker that have changed since the snapshot", async () => {
    const { db } = test;
    const [one, two] = [await paidOrder(db, await makeCustomer(db)), await paidOrder(db, await makeCustomer(db))];
    const [online, gone, booked] = [await makeWorker(db), await makeWorker(db), await makeWorker(db)];
    await workers.setOnline(db, { id: gone, online: false, now: morning });
    const plan = [
      planned({ id: one.id, version: one.version - 1 }, online),
      planned(two, gone),
      planned(two, booked, { calendarVersion: 3 }),
      planned(two, online, { live: false }),
    ];
    expect(await commitOffers(db, round(await leaseOf(), plan))).toMatchObject({ committed: true, offers: [{ orderId: two.id, workerId: online }] });
  });

  it("asks a worker who is offline only for an order nobody else is asked for", async () => {
    const { db } = test;
    const [order, worker] = [await paidOrder(db, await makeCustomer(db)), await makeWorker(db)];
    await workers.setOnline(db, { id: worker, online: false, now: morning });
    const refused = await commitOffers(db, round(await leaseOf(), [planned(order, worker)]));
    expect(refused).toMatchObject({ offers: [] });
    const roundId = refused.committed ? refused.roundId : 0;
    expect(await receipts.find(db, { roundId, orderId: order.id, workerId: worker })).toMatchObject({ result: "passed", code: "changed_meanwhile" });
    expect(await commitOffers(db, round(await leaseOf(), [planned(order, worker, { kind: "direct" })]))).toMatchObject({
      offers: [{ workerId: worker }],
    });
  });

  it("never gives a worker two live offers, nor the same order twice in a round", async () => {
    const { db } = test;
    const [one, two] = [await paidOrder(db, await makeCustomer(db)), await paidOrder(db, await makeCustomer(db))];
    const worker = await makeWorker(db);
    const answers = await Promise.all([
      commitOffers(db, round(await leaseOf(), [planned(one, worker)])),
      commitOffers(db, round(await leaseOf(), [planned(two, worker)])),
      commitOffers(db, round(await leaseOf(), [planned(one, worker)])),
    ]);
    expect(answers.flatMap((answer) => (answer.committed ? answer.offers : []))).toHaveLength(1);
  });
});

describe("deciding offers", () => {
  it("times out what is over, counts what was missed, and puts a worker offline at the limit", async () => {
    const { db } = test;
    const worker = await makeWorker(db);
    for (let missed = 1; missed <= 3; missed += 1) {
      const order = await paidOrder(db, await makeCustomer(db));
      await commitOffers(db, round(await leaseOf(), [planned(order, worker)]));
      const early = await timeOutOffers(db, { now: morning + MINUTE - 1, missedUntilOffline: 3, limit: 100 });
      expect(early.offers.filter(({ workerId }) => workerId === worker)).toEqual([]);
      const done = await timeOutOffers(db, { now: morning + MINUTE, missedUntilOffline: 3, limit: 100 });
      expect(done.offers.filter(({ workerId }) => workerId === worker)).toHaveLength(1);
      expect(done.wentOffline.includes(worker)).toBe(missed === 3);
    }
    expect(await workers.findById(db, worker)).toMatchObject({ online: false, missedInARow: 3, offlineReason: "missed_offers" });
    await workers.setOnline(db, { id: worker, online: true, now: morning });
    expect(await workers.findById(db, worker)).toMatchObject({ online: true, missedInARow: 0 });
  });

  it("does not count an exclusive offer as missed", async () => {
    const { db } = test;
    const [order, worker] = [await paidOrder(db, await makeCustomer(db)), await makeWorker(db)];
    await commitOffers(db, round(await leaseOf(), [planned(order, worker, { kind: "regular" })]));
    await timeOutOffers(db, { now: morning + MINUTE, missedUntilOffline: 3, limit: 100 });
    expect(await workers.findById(db, worker)).toMatchObject({ missedInARow: 0 });
  });

  it("lets one of an accept, a decline and a time-out at once decide", async () => {
    const { db } = test;
    for (let index = 0; index < 10; index += 1) {
      const [order, worker] = [await paidOrder(db, await makeCustomer(db)), await makeWorker(db)];
      const answer = await commitOffers(db, round(await leaseOf(), [planned(order, worker)]));
      const offerId = answer.committed ? (answer.offers[0]?.id ?? "") : "";
      const hash = (await orders.findById(db, order.id))?.hash ?? "";
      const [accepted, declined, timedOut] = await Promise.all([
        save(db, acceptance(order, worker, offerId, 0), hash),
        declineOffer(db, { offerId, workerId: worker, now: morning }),
        timeOutOffers(db, { now: morning + MINUTE, missedUntilOffline: 3, limit: 100 }),
      ]);
      const wins = [accepted.status === "saved", declined, timedOut.offers.some(({ id }) => id === offerId)].filter(Boolean);
      expect(wins).toHaveLength(1);
      expect(["accepted", "declined", "timed_out"]).toContain((await offers.findById(db, offerId))?.state);
    }
  });

  it("lets nobody decline somebody else's offer", async () => {
    const { db } = test;
    const [order, worker, stranger] = [await paidOrder(db, await makeCustomer(db)), await makeWorker(db), await makeWorker(db)];
    const answer = await commitOffers(db, round(await leaseOf(), [planned(order, worker)]));
    const offerId = answer.committed ? (answer.offers[0]?.id ?? "") : "";
    expect(await declineOffer(db, { offerId, workerId: stranger, now: morning })).toBe(false);
    expect(await declineOffer(db, { offerId, workerId: worker, now: morning })).toBe(true);
    expect(await declineOffer(db, { offerId, workerId: worker, now: morning })).toBe(false);
  });

  it("opens one offer to take an order from the hall", async () => {
    const { db } = test;
    const [order, worker] = [await paidOrder(db, await makeCustomer(db)), await makeWorker(db)];
    const wanted = { cityId: "shanghai", orderId: order.id, workerId: worker, round: 1, now: morning, expiresAt: morning + MINUTE };
    const offerId = await openHallOffer(db, wanted);
    expect(await openHallOffer(db, wanted)).toBe(offerId);
    const hash = (await orders.findById(db, order.id))?.hash ?? "";
    expect((await save(db, acceptance(order, worker, offerId, 0), hash)).status).toBe("saved");
  });
});

describe("the hall and the waiting list", () => {
  it("show what has reached the hall, and forget what was taken", async () => {
    const { db } = test;
    const [order, worker] = [await paidOrder(db, await makeCustomer(db)), await makeWorker(db)];
    const inHall = async () => (await matching.listHall(db, { cityId: "shanghai", fromWave: 3 })).some((item) => item.order.id === order.id);
    expect(await inHall()).toBe(false);
    await commitOffers(db, round(await leaseOf(), [], { waves: [{ orderId: order.id, wave: 3 }] }));
    expect(await inHall()).toBe(true);
    const offerId = await openHallOffer(db, {
      cityId: "shanghai",
      orderId: order.id,
      workerId: worker,
      round: 1,
      now: morning,
      expiresAt: morning + MINUTE,
    });
    await save(db, acceptance(order, worker, offerId, 0), (await orders.findById(db, order.id))?.hash ?? "");
    expect(await inHall()).toBe(false);
    expect(await matching.findWaiting(db, [order.id])).toEqual([]);
  });
});

describe("a round's record", () => {
  it("comes back as it was kept, in order of time; what was changed is noticed; old ones go", async () => {
    const { db } = test;
    const days = [3, 1, 2];
    for (const day of days) {
      const at = morning + day * DAY;
      const [order, worker] = [await paidOrder(db, await makeCustomer(db)), await makeWorker(db)];
      const answer = await commitOffers(db, round(await leaseOf(), [planned(order, worker)], { now: at, cityId: "rounds" }));
      if (!answer.committed) throw new Error("the lease was lost");
      await rounds.saveRecord(db, {
        roundId: answer.roundId,
        cityId: "rounds",
        at,
        text: `{"day":${day},"名":"零工"}`,
        decisionsHash: "ab".repeat(32),
      });
    }
    const range = { from: morning, to: morning + 30 * DAY, cityId: "rounds" };
    const read = await Array.fromAsync(rounds.readRecords(db, range, 2));
    expect(read.map(({ text }) => text)).toEqual([1, 2, 3].map((day) => `{"day":${day},"名":"零工"}`));
    expect(read[0]?.decisionsHash).toBe("ab".repeat(32));
    expect(await rounds.countRecords(db, range)).toEqual({ rounds: 3, since: morning + DAY });
    const first = await rounds.list(db, { cityId: "rounds", withOffers: true, limit: 2 });
    expect(first.items.map(({ at, recorded, receipts: count }) => ({ at, recorded, count }))).toEqual(
      [3, 2].map((day) => ({ at: morning + day * DAY, recorded: true, count: 1 })),
    );
    expect((await rounds.list(db, { cityId: "rounds", withOffers: true, limit: 2, cursor: first.nextCursor })).items).toHaveLength(1);
    expect(await rounds.pruneRecords(db, morning + 2 * DAY)).toBe(1);
    expect((await rounds.list(db, { cityId: "rounds", withOffers: false, limit: 5 })).items.map(({ recorded }) => recorded)).toEqual([
      true,
      true,
      false,
    ]);
    const last = read[0]?.roundId ?? 0;
    expect(await rounds.prune(db, morning + 2 * DAY)).toBeGreaterThanOrEqual(1);
    expect(await rounds.findById(db, last)).toBeNull();
    expect((await receipts.listForRound(db, { roundId: last, orderId: null, limit: 10 })).items).toEqual([]);
    await db
      .updateTable("round_records")
      .set({ inputs_hash: Buffer.alloc(32) })
      .where("city_id", "=", "rounds")
      .execute();
    await expect(Array.fromAsync(rounds.readRecords(db, range))).rejects.toThrow("changed");
  });
});

describe("receipts", () => {
  it("are listed by round, by order, and by worker: one line an order, of those that went to others", async () => {
    const { db } = test;
    const customer = await makeCustomer(db);
    const [mine, theirs, open] = [await paidOrder(db, customer), await paidOrder(db, customer), await paidOrder(db, customer)];
    const [me, other] = [await makeWorker(db), await makeWorker(db)];
    const passed = (orderId: string, workerId: string, rank: number) => ({
      orderId,
      workerId,
      result: "passed" as const,
      code: "outranked",
      score: 600,
      rank,
      parts: [600],
      detail: null,
    });
    const offered = (orderId: string, workerId: string) => ({ ...passed(orderId, workerId, 1), result: "offered" as const, code: null, score: 800 });
    const commit = async (plan: readonly PlannedOffer[], rows: RoundCommit["receipts"]) => {
      const answer = await commitOffers(db, round(await leaseOf(), plan, { receipts: rows }));
      return answer.committed ? answer.roundId : 0;
    };
    const first = await commit(
      [planned(mine, me), planned(theirs, other)],
      [
        offered(mine.id, me),
        offered(theirs.id, other),
        passed(theirs.id, me, 2),
        passed(open.id, me, 1),
        { ...passed(theirs.id, customer, 3), result: "excluded", code: "excluded_resting", score: null, rank: null, parts: null },
      ],
    );
    const second = await commit([], [passed(theirs.id, me, 5)]);
    await db.updateTable("orders").set({ worker_id: other }).where("id", "=", theirs.id).execute();
    const told = async (which: receipts.Told) =>
      (await receipts.listOrdersOfWorker(db, { workerId: me, since: 0, told: which, limit: 10 })).items.map(({ orderId, roundId }) => [
        orderId,
        roundId,
      ]);
    expect(await told("missed")).toEqual([[theirs.id, second]]);
    expect(await told("offered")).toEqual([[mine.id, first]]);
    expect((await receipts.listForWorker(db, { workerId: me, limit: 2 })).items).toHaveLength(2);
    const page = await receipts.listForRound(db, { roundId: first, orderId: theirs.id, limit: 2 });
    expect(page.items.map(({ rank }) => rank)).toEqual([1, 2]);
    expect(
      (await receipts.listForRound(db, { roundId: first, orderId: theirs.id, limit: 2, cursor: page.nextCursor })).items.map(({ code }) => code),
    ).toEqual(["excluded_resting"]);
    expect((await receipts.listForOrder(db, theirs.id, 10)).map(({ roundId }) => roundId)).toEqual([second, first, first, first]);
    expect((await receipts.findLines(db, page.items)).get(`${first}:${theirs.id}`)).toEqual({ offers: 1, score: 800 });
  });
});
