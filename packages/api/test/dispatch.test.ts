import { receipts, rounds } from "@lingong/db";
import { DAY, defaultPolicy, dispatchDraftOf, HOUR, parseRecord } from "@lingong/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createAdmin, signInAgain } from "./admins.ts";
import { codeOf, createWorld, key, morning, type Person, place, type World } from "./world.ts";

let world: World;
let customer: Person;
let operator: Person;
let support: Person;
let finance: Person;
let near: Person;
let far: Person;
const cityId = "shanghai";

beforeAll(async () => {
  world = await createWorld();
  [customer, near] = [await world.customer(), await world.worker({ name: "近处" })];
  far = await world.worker({ name: "远处", home: { lat: place.lat + 0.02, lng: place.lng } });
  operator = await createAdmin(world, ["operator"]);
  support = await createAdmin(world, ["support"]);
  finance = await createAdmin(world, ["finance"]);
});
afterAll(() => world.database.drop());

const startsAt = () => new Date(world.clock.now() + 26 * HOUR).toISOString();
const newest = async () => (await operator.api.dispatch.rounds({ cityId })).items[0] ?? expect.fail("no round");

describe("rounds as admins see them", () => {
  it("are listed with what they decided, and decide the same again", async () => {
    const orderId = await world.paidOrder(customer, { startsAt: startsAt() });
    await world.dispatch();
    const row = await newest();
    expect(row).toMatchObject({ orders: 1, workers: 2, offers: 2, receipts: 2, recorded: true, policyVersion: defaultPolicy.version });
    const round = await support.api.dispatch.round({ roundId: row.id });
    expect(round).toMatchObject({
      replay: "identical",
      zone: "Asia/Shanghai",
      orderRows: [{ orderId, offers: 2, ranked: 2, excluded: 0, wave: 1, problem: null }],
    });
    const page = await operator.api.dispatch.roundReceipts({ roundId: row.id, orderId, limit: 1 });
    expect(page.items).toMatchObject([{ workerName: "近处", outcome: "offered", netFen: null, score: { rank: 1 } }]);
    const rest = await operator.api.dispatch.roundReceipts({ roundId: row.id, orderId, cursor: page.nextCursor });
    expect(rest.items.map(({ workerName }) => workerName)).toEqual(["远处"]);
    expect((await operator.api.dispatch.orderReceipts({ orderId })).map(({ score }) => score?.rank)).toEqual([1, 2]);
    expect((await operator.api.dispatch.workerReceipts({ workerId: near.id })).items).toMatchObject([{ orderId, outcome: "offered" }]);
    await world.act(customer, orderId, { type: "cancel", reason: "done" });
  });

  it("keep a quiet round once: the same again tells nobody anything new", async () => {
    const orders = [await world.paidOrder(customer, { startsAt: startsAt() }), await world.paidOrder(customer, { startsAt: startsAt() })];
    await world.dispatch();
    const { id } = await newest();
    await world.dispatch();
    await world.dispatch();
    const quiet = (await operator.api.dispatch.rounds({ cityId })).items.filter((row) => row.id > id);
    expect(quiet.map(({ offers }) => offers)).toEqual([0]);
    expect((await operator.api.dispatch.rounds({ cityId, withOffers: true })).items.map((row) => row.id)).not.toContain(quiet[0]?.id);
    const told = (await receipts.listForRound(world.services.db, { roundId: quiet[0]?.id ?? 0, orderId: null, limit: 10 })).items;
    expect(new Set(told.map(({ code }) => code))).toEqual(new Set(["holding_offer", "excluded_already_asked"]));
    for (const orderId of orders) await world.act(customer, orderId, { type: "cancel", reason: "done" });
  });

  it("say which record was changed", async () => {
    const row = await newest();
    await world.services.db
      .updateTable("round_records")
      .set({ decisions_hash: Buffer.alloc(32) })
      .where("round_id", "=", row.id)
      .execute();
    expect((await operator.api.dispatch.round({ roundId: row.id })).replay).toBe("different");
    await world.services.db.deleteFrom("round_records").where("round_id", "=", row.id).execute();
    expect((await operator.api.dispatch.round({ roundId: row.id })).replay).toBe("not_kept");
  });

  it("stand beside the overview, whose workers online have a past", async () => {
    const before = await operator.api.admin.overview({ cityId });
    expect(before.workersOnline.online).toBe(2);
    await world.advanceTo(world.clock.now() + HOUR);
    const late = await world.worker({ name: "晚来", categoryIds: ["cooking"] });
    const { trend, online } = (await operator.api.admin.overview({ cityId })).workersOnline;
    expect(trend).toHaveLength(9);
    expect(trend.slice(-2)).toEqual([2, 3]);
    expect(online).toBe(3);
    await late.api.workers.setOnline({ online: false });
    expect((await operator.api.admin.overview({ cityId })).workersOnline.trend.slice(-2)).toEqual([2, 2]);
  });

  it("are for those who run the market or explain it", async () => {
    expect(await codeOf(finance.api.dispatch.rounds({ cityId }))).toBe("wrong_role");
    expect(await codeOf(customer.api.dispatch.rounds({ cityId }))).toBe("wrong_role");
    expect(await codeOf(near.api.dispatch.workerReceipts({ workerId: near.id }))).toBe("wrong_role");
    expect(await codeOf(support.api.dispatch.inForce())).toBe("wrong_role");
    expect(await codeOf(operator.api.dispatch.round({ roundId: 999_999 }))).toBe("not_found");
    expect(await codeOf(operator.api.dispatch.orderReceipts({ orderId: key() }))).toBe("not_found");
    expect(await codeOf(operator.api.dispatch.rounds({ cityId: "atlantis" }))).toBe("not_found");
  });
});

describe("a policy trial", () => {
  const period = () => ({ cityId, from: new Date(morning - DAY).toISOString(), until: new Date(world.clock.now() + HOUR).toISOString() });
  const inForce = dispatchDraftOf(defaultPolicy);
  const asDraft = (score: Partial<typeof inForce.score>) => ({
    ...inForce,
    waveRadiiKm: [...inForce.waveRadiiKm],
    score: { ...inForce.score, ...score },
  });

  it("differs in nothing with the numbers in force, and says what others would have done", async () => {
    await world.services.db.updateTable("standings").set({ standing: 900 }).where("worker_id", "=", far.id).execute();
    const orderId = await world.paidOrder(customer, { startsAt: startsAt() });
    await world.dispatch();
    expect(await operator.api.dispatch.inForce()).toMatchObject({ version: defaultPolicy.version, draft: { waveSize: 3 } });
    const same = await operator.api.dispatch.trial({ ...period(), draft: asDraft({}) });
    expect(same.draft).toEqual(same.current);
    expect(same).toMatchObject({ cut: false, otherChoices: 0, examples: [] });
    expect(same.current.orders).toBeGreaterThan(1);
    const trial = await operator.api.dispatch.trial({ ...period(), draft: asDraft({ distance: 450, standing: 0 }) });
    expect(trial.otherChoices).toBe(trial.examples.length);
    expect(trial.draft.meanMetres ?? 0).toBeLessThanOrEqual(trial.current.meanMetres ?? 0);
    await world.act(customer, orderId, { type: "cancel", reason: "done" });
  });

  it("refuses weights that break a rule, and a period the wrong way round", async () => {
    const refused = (score: Partial<typeof inForce.score>) => codeOf(operator.api.dispatch.trial({ ...period(), draft: asDraft(score) }));
    expect(await refused({ distance: 240 })).toBe("dispatch_policy_invalid");
    expect(await refused({ distance: -1, standing: 451 })).toBe("dispatch_policy_invalid");
    expect(await refused({ distance: Number.NaN })).toBe("invalid_input");
    const { from, until } = period();
    expect(await codeOf(operator.api.dispatch.trial({ cityId, from: until, until: from, draft: asDraft({}) }))).toBe("invalid_input");
  });
});

describe("what is kept", () => {
  it("holds what matters alone, and goes with the sweep", async () => {
    const { db } = world.services;
    const range = { from: 0, to: Number.MAX_SAFE_INTEGER, cityId };
    const kept = await Array.fromAsync(rounds.readRecords(db, range));
    for (const { text } of kept)
      expect(
        parseRecord(text)
          .snapshot.workers.map(({ id }) => id)
          .sort(),
      ).toEqual([near.id, far.id].sort());
    await rounds.pruneRecords(db, world.clock.now() + DAY);
    expect((await rounds.countRecords(db, range)).rounds).toBe(0);
    operator = await signInAgain(world, operator);
    expect((await newest()).recorded).toBe(false);
  });
});

describe("a worker's position", () => {
  it("is refused with a code of its own where it is none, jumps, or lies in another city; the last one stands", async () => {
    const report = (position: { lat: number; lng: number }) => codeOf(near.api.workers.reportPosition({ position }));
    expect(await report({ lat: 0, lng: 0 })).toBe("position_invalid");
    expect(await report({ lat: 95, lng: 121 })).toBe("position_invalid");
    expect(await report({ lat: Number.NaN, lng: 121 })).toBe("invalid_input");
    expect(await report({ lat: place.lat + 4.5, lng: place.lng })).toBe("position_jumped");
    world.clock.set(world.clock.now() + 3 * HOUR);
    expect(await report({ lat: place.lat + 4.5, lng: place.lng })).toBe("position_outside_city");
    expect(await report({ lat: place.lat + 0.01, lng: place.lng })).toBe("accepted");
    expect(await codeOf(near.api.workers.setOnline({ online: true, position: { lat: 0, lng: 0 } }))).toBe("position_invalid");
    const today = await near.api.workers.today();
    expect(today.position).toEqual({ lat: place.lat + 0.01, lng: place.lng });
  });
});
