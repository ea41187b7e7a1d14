import { type CategoryId, DAY, HOUR } from "@lingong/domain";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { acceptance, makeCustomer, makeWorker, morning, offerTo, paidOrder, save, step, workOff } from "../orders/order.samples.ts";
import * as orders from "../orders/orders.repository.ts";
import { createTestDatabase, type TestDatabase } from "../testing/index.ts";
import { inTransaction } from "../transaction.ts";
import * as calendars from "./calendars.repository.ts";
import * as codes from "./codes.repository.ts";
import * as credentials from "./credentials.repository.ts";
import * as customers from "./customers.repository.ts";
import * as sessions from "./sessions.repository.ts";
import { findMedianIncome, loadSnapshots, type SnapshotRequest } from "./snapshots.ts";
import * as users from "./users.repository.ts";
import * as verifications from "./verifications.repository.ts";
import * as workers from "./workers.repository.ts";

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase(inject("postgresUrl"), { most: 20 });
});
afterAll(() => test.drop());

const bytes = (text: string) => new TextEncoder().encode(text);
const newUser = (phone: string) => ({
  displayName: "王先生",
  cityId: "shanghai",
  phoneCipher: bytes(`cipher ${phone}`),
  phoneHash: bytes(phone),
  isCustomer: true,
  createdAt: morning,
});

describe("users", () => {
  it("are one per phone, however many sign up at once", async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => users.insertOrFind(test.db, newUser("13800000001"))));
    expect(new Set(answers.map(({ user }) => user.id)).size).toBe(1);
    expect(answers.filter(({ created }) => created)).toHaveLength(1);
  });

  it("change only what they are told to", async () => {
    const { user } = await users.insertOrFind(test.db, newUser("13800000002"));
    await users.update(test.db, user.id, { displayName: "王师傅", adminRoles: ["operator", "arbitrator"] });
    expect(await users.findById(test.db, user.id)).toEqual({ ...user, displayName: "王师傅", adminRoles: ["operator", "arbitrator"] });
    expect((await users.listAdmins(test.db, "arbitrator")).map(({ id }) => id)).toEqual([user.id]);
    expect(await users.listAdmins(test.db, "finance")).toEqual([]);
  });

  it("are found by a part of their name, in pages, and wildcards are only letters", async () => {
    for (let index = 0; index < 5; index += 1) await users.insertOrFind(test.db, { ...newUser(`1390000000${index}`), displayName: `赵小姐${index}` });
    const first = await users.search(test.db, { text: "赵小姐", limit: 3 });
    expect(first).toMatchObject({ total: 5 });
    const second = await users.search(test.db, { text: "赵小姐", limit: 3, cursor: first.nextCursor });
    expect([...first.items, ...second.items].map(({ displayName }) => displayName).sort()).toEqual([0, 1, 2, 3, 4].map((index) => `赵小姐${index}`));
    expect(second.nextCursor).toBeNull();
    expect((await users.search(test.db, { text: "_小姐%3", limit: 3 })).total).toBe(0);
  });

  it("leave nothing behind that names them, and their phone is free again", async () => {
    const { user } = await users.insertOrFind(test.db, newUser("13800000003"));
    await users.insertKey(test.db, { userId: user.id, wrappedKey: bytes("wrapped"), now: morning });
    await users.erase(test.db, user.id, morning + 1);
    expect(await users.findKey(test.db, user.id)).toBeNull();
    expect(await users.insertKey(test.db, { userId: user.id, wrappedKey: bytes("another"), now: morning })).toBeNull();
    expect(await users.findById(test.db, user.id)).toMatchObject({ displayName: "", phoneCipher: null, status: "erased" });
    expect((await users.insertOrFind(test.db, newUser("13800000003"))).created).toBe(true);
  });
});

describe("phone codes", () => {
  const attempt = (phone: string, code: string, now: number) =>
    codes.tryCode(test.db, { phoneHash: bytes(phone), codeHash: bytes(code), now, triesAtMost: 5 });

  it("are right once, of many at once", async () => {
    await codes.insert(test.db, { phoneHash: bytes("a"), codeHash: bytes("123456"), now: morning, expiresAt: morning + 1_000 });
    const verdicts = await Promise.all(Array.from({ length: 4 }, () => attempt("a", "123456", morning)));
    expect(verdicts.toSorted()).toEqual(["none", "none", "none", "right"]);
  });

  it("count each try, and after the last not even the right one counts", async () => {
    await codes.insert(test.db, { phoneHash: bytes("b"), codeHash: bytes("123456"), now: morning, expiresAt: morning + 1_000 });
    for (let tries = 0; tries < 5; tries += 1) expect(await attempt("b", "000000", morning)).toBe("wrong");
    expect(await attempt("b", "123456", morning)).toBe("too_many_tries");
  });

  it("run out, and only the newest counts", async () => {
    await codes.insert(test.db, { phoneHash: bytes("c"), codeHash: bytes("old"), now: morning, expiresAt: morning + 1_000 });
    await codes.insert(test.db, { phoneHash: bytes("c"), codeHash: bytes("new"), now: morning + 1, expiresAt: morning + 1_001 });
    expect(await attempt("c", "old", morning + 2)).toBe("wrong");
    expect(await attempt("c", "new", morning + 1_001)).toBe("expired");
    expect(await attempt("c", "new", morning + 1_000)).toBe("right");
    expect(await attempt("unknown", "new", morning)).toBe("none");
  });
});

describe("sessions", () => {
  it("are found by their token's hash, listed while they live, and end together", async () => {
    const { user } = await users.insertOrFind(test.db, newUser("13800000004"));
    const make = (token: string, app: "customer" | "worker") =>
      sessions.insert(test.db, { tokenHash: bytes(token), userId: user.id, app, deviceName: "phone", now: morning, expiresAt: morning + DAY });
    const [one, two, three] = [await make("t1", "customer"), await make("t2", "customer"), await make("t3", "worker")];
    expect(await sessions.findByTokenHash(test.db, bytes("t1"))).toEqual(one);
    await sessions.touch(test.db, [{ id: two.id, at: morning + 5 }]);
    expect((await sessions.listForUser(test.db, { userId: user.id, app: "customer", now: morning })).map(({ id }) => id)).toEqual([two.id, one.id]);
    expect((await sessions.revoke(test.db, { userId: user.id, exceptSessionId: two.id }, morning)).sort()).toEqual([one.id, three.id].sort());
    expect((await sessions.findByTokenHash(test.db, bytes("t1")))?.revokedAt).toBe(morning);
    expect(await sessions.revoke(test.db, { userId: user.id, sessionId: one.id }, morning)).toEqual([]);
    expect(await sessions.listForUser(test.db, { userId: user.id, now: morning + DAY })).toEqual([]);
  });
});

describe("second factors", () => {
  it("count each step once", async () => {
    const { user } = await users.insertOrFind(test.db, newUser("13800000005"));
    await credentials.setSecondFactor(test.db, { userId: user.id, secretCipher: bytes("secret"), confirmedAt: null });
    const spend = (time: number) => credentials.spendSecondFactorStep(test.db, { userId: user.id, step: time, now: morning });
    expect((await Promise.all([spend(7), spend(7), spend(7)])).filter(Boolean)).toHaveLength(1);
    expect([await spend(6), await spend(8)]).toEqual([false, true]);
    expect((await credentials.findSecondFactor(test.db, user.id))?.confirmedAt).toBe(morning);
  });
});

describe("verifications", () => {
  const submission = (workerId: string, idNumber: string) => ({
    workerId,
    realNameCipher: bytes("name"),
    idNumberCipher: bytes("number"),
    idNumberHash: bytes(idNumber),
    now: morning,
    dueAt: morning + DAY,
  });

  it("let one account have an ID number, and one check be under way", async () => {
    const { db } = test;
    const [one, two] = [await makeWorker(db), await makeWorker(db)];
    const first = await verifications.insert(db, submission(one, "id-1"));
    if (typeof first === "string") throw new Error(first);
    expect(await verifications.insert(db, submission(one, "id-2"))).toBe("pending");
    expect(await verifications.insert(db, submission(two, "id-1"))).toBe("taken");
    expect(
      await verifications.decide(db, { id: first.id, state: "refused", by: "provider", field: "idNumber", reason: "blurred", now: morning }),
    ).toBe(true);
    expect(await verifications.decide(db, { id: first.id, state: "verified", by: "provider", now: morning })).toBe(false);
    expect(await verifications.insert(db, submission(two, "id-1"))).toMatchObject({ state: "pending" });
    expect(await verifications.findLatest(db, one)).toMatchObject({ state: "refused", refusedField: "idNumber", decidedBy: "provider" });
  });
});

describe("positions", () => {
  it("keep the newest of each worker, whatever order they come in, and ignore strangers", async () => {
    const { db } = test;
    const worker = await makeWorker(db);
    const at = (time: number, lat: number) => ({ workerId: worker, lat, lng: 121, at: time });
    await workers.savePositions(db, [at(2, 31.2), at(3, 31.3), at(1, 31.1), { workerId: crypto.randomUUID(), lat: 1, lng: 1, at: 1 }]);
    expect(await workers.findPosition(db, worker)).toEqual(at(3, 31.3));
    await workers.savePositions(db, [at(2, 30)]);
    expect(await workers.findPosition(db, worker)).toEqual(at(3, 31.3));
  });
});

describe("snapshots", () => {
  const request = (which: SnapshotRequest["which"], customerIds: string[]): SnapshotRequest => ({
    which,
    customerIds,
    now: morning,
    buffers: { bufferFixed: 30 * 60_000, bufferRemote: 10 * 60_000 },
  });

  it("say the same of a worker asked for by id and with the city: calendar, rest, history, blocks", async () => {
    const { db } = test;
    const [customer, other, worker] = [await makeCustomer(db), await makeCustomer(db), await makeWorker(db)];
    const done = await paidOrder(db, customer);
    const accepted = acceptance(done, worker, await offerTo(db, done, worker), 0);
    await save(db, accepted, (await orders.findById(db, done.id))?.hash ?? "");
    await workOff(db, accepted.order, worker);
    await customers.setLastStars(db, { customerId: customer, workerId: worker, stars: 2 });
    const ahead = await paidOrder(db, customer, { startsAt: morning + 12 * HOUR });
    await save(db, acceptance(ahead, worker, await offerTo(db, ahead, worker), 1), (await orders.findById(db, ahead.id))?.hash ?? "");
    await inTransaction(db, async (transaction) => {
      await calendars.setCategories(transaction, { workerId: worker, categoryIds: ["daily_cleaning"], now: morning });
      await calendars.addRestBlock(transaction, { id: crypto.randomUUID(), workerId: worker, from: morning + DAY, to: morning + DAY + HOUR });
    });
    await calendars.setBlocked(db, { blockerId: worker, blockedId: other, blocked: true, now: morning });
    await workers.savePositions(db, [{ workerId: worker, lat: 31.2, lng: 121.5, at: morning }]);

    const [byId] = await loadSnapshots(db, request({ workerIds: [worker] }, [customer]));
    const ofCity = (await loadSnapshots(db, request({ cityId: "shanghai" }, [customer]))).find(({ id }) => id === worker);
    expect(ofCity).toEqual(byId);
    const start = morning + 5 * HOUR;
    expect(byId?.commitments.toSorted((a, b) => a.from - b.from)).toEqual([
      { orderId: done.id, from: start, to: start + 150 * 60_000, position: null },
      { orderId: ahead.id, from: morning + 12 * HOUR, to: morning + 15 * HOUR, position: null },
    ]);
    expect(byId).toMatchObject({
      position: { lat: 31.2, lng: 121.5 },
      qualifications: [{ categoryId: "daily_cleaning", certified: false, proofOfWork: false, validUntil: null }],
      restBlocks: [{ from: morning + DAY, to: morning + DAY + HOUR }],
      blockedCustomerIds: [other],
      blockedByCustomerIds: [],
      completedOrders: 1,
      together: { [customer]: { completed: 1, lastStars: 2 } },
    });
    const version = (await workers.findById(db, worker))?.calendarVersion;
    expect(byId?.calendarVersion).toBe(version);
  });

  it("leave out who is offline or unverified from the city, but not from those asked for", async () => {
    const { db } = test;
    const worker = await makeWorker(db);
    await workers.setOnline(db, { id: worker, online: false, now: morning });
    expect((await loadSnapshots(db, request({ cityId: "shanghai" }, []))).some(({ id }) => id === worker)).toBe(false);
    expect(await loadSnapshots(db, request({ workerIds: [worker] }, []))).toMatchObject([{ id: worker, online: false, together: {} }]);
    expect(await loadSnapshots(db, request({ workerIds: [] }, []))).toEqual([]);
  });

  it("of an area are those online there by their last position, else by their home, and the remote trades asked for", async () => {
    const { db } = test;
    const [there, away, home, remote] = [await makeWorker(db), await makeWorker(db), await makeWorker(db), await makeWorker(db)];
    const at = (workerId: string, lat: number) => ({ workerId, lat, lng: 121.5, at: morning });
    await workers.savePositions(db, [at(there, 36.2), at(away, 36.9), at(remote, 36.9)]);
    await db.updateTable("workers").set({ home_lat: 36.21, home_lng: 121.51 }).where("id", "in", [away, home]).execute();
    await inTransaction(db, (transaction) => calendars.setCategories(transaction, { workerId: remote, categoryIds: ["design"], now: morning }));
    const boxes = [
      { south: 40, north: 41, west: 121, east: 122 },
      { south: 36.1, north: 36.3, west: 121.4, east: 121.6 },
    ];
    const found = async (remoteCategoryIds: CategoryId[]) =>
      (await loadSnapshots(db, request({ cityId: "shanghai", area: { boxes, remoteCategoryIds } }, []))).map(({ id }) => id);
    expect(await found([])).toEqual([there, home].toSorted());
    expect(await found(["design"])).toEqual([there, home, remote].toSorted());
    await workers.setOnline(db, { id: there, online: false, now: morning });
    expect(await found([])).toEqual([home]);
  });

  it("know what half of a city's online workers earn at least", async () => {
    const { db } = test;
    expect(await findMedianIncome(db, "chengdu")).toBeNull();
    for (const fen of [4_000, 9_000, 5_000, 6_000, null]) {
      const id = await makeWorker(db);
      await db.updateTable("workers").set({ city_id: "chengdu" }).where("id", "=", id).execute();
      await db.insertInto("worker_statistics").values({ worker_id: id, income_per_available_hour_fen: fen, computed_at: morning }).execute();
    }
    expect(await findMedianIncome(db, "chengdu")).toBe(6_000);
  });

  it("count a calendar as changed by a rest block, so that a decision made before is made again", async () => {
    const { db } = test;
    const [customer, worker] = [await makeCustomer(db), await makeWorker(db)];
    const order = await paidOrder(db, customer);
    const outcome = acceptance(order, worker, await offerTo(db, order, worker), 0);
    await inTransaction(db, (transaction) =>
      calendars.addRestBlock(transaction, { id: crypto.randomUUID(), workerId: worker, from: morning, to: morning + DAY }),
    );
    const hash = (await orders.findById(db, order.id))?.hash ?? "";
    expect(await save(db, outcome, hash, { calendarVersions: { [worker]: 0 } })).toEqual({ status: "conflict", what: "calendar" });
  });
});

describe("lists of orders", () => {
  it("page through a customer's orders, newest first, and count their states", async () => {
    const { db } = test;
    const customer = await makeCustomer(db);
    const made = [await paidOrder(db, customer), await paidOrder(db, customer), await paidOrder(db, customer)];
    await step(db, made[0]?.id ?? "", { role: "customer", id: customer }, { type: "cancel", reason: "x" }, morning);
    const first = await orders.listForCustomer(db, { customerId: customer, limit: 2 });
    expect(first.items.map(({ id }) => id)).toEqual([made[2]?.id, made[1]?.id]);
    const rest = await orders.listForCustomer(db, { customerId: customer, limit: 2, cursor: first.nextCursor });
    expect(rest).toMatchObject({ items: [{ id: made[0]?.id, state: "cancelled" }], nextCursor: null });
    expect(await orders.countStates(db, { customerId: customer })).toEqual({ matching: 2, cancelled: 1 });
    expect((await orders.search(db, { customerId: customer, states: ["cancelled"], limit: 5 })).total).toBe(1);
    expect(await orders.findById(db, crypto.randomUUID())).toBeNull();
  });
});
