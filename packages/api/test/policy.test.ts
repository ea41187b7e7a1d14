import type { FeeVersionView, SaveFeeDraftInput } from "@lingong/contracts";
import { auditLedger, auditLog, feeVersions, policies } from "@lingong/db";
import { commissionOf, DAY, defaultPolicy, type FeePlans, HOUR, type Instant, MINUTE } from "@lingong/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createAdmin, signInAgain } from "./admins.ts";
import { codeOf, createWorld, key, morning, type Person, type World } from "./world.ts";

let world: World;
let customer: Person;
let worker: Person;
let finance: Person;
let operator: Person;

const { plans } = defaultPolicy.fees;
type Draft = SaveFeeDraftInput["plans"];
const asDraft = (draft: FeePlans) => draft as Draft;
/** Cleaning for 16 % instead of 18 %. */
const cheaper = asDraft({ ...plans, life: { ...plans.life, base: 1_600, certified: 1_550 } });

beforeAll(async () => {
  world = await createWorld();
  [customer, worker] = [await world.customer(), await world.worker()];
  finance = await createAdmin(world, ["finance"]);
  operator = await createAdmin(world, ["operator"]);
});
afterAll(() => world.database.drop());

/** Starts four hours apart, by day, so that one worker can take them all. */
let starts = 0;
function nextStart(): { startsAt: string } {
  starts += 1;
  return { startsAt: iso(Math.ceil((world.clock.now() + (22 + starts * 4) * HOUR) / (15 * MINUTE)) * 15 * MINUTE) };
}

const iso = (at: Instant) => new Date(at).toISOString();
const ahead = (days = 14) => world.clock.now() + days * DAY + MINUTE;

async function signedIn(): Promise<void> {
  finance = await signInAgain(world, finance);
  operator = await signInAgain(world, operator);
}

async function draft(drafted: Draft = cheaper, id: string = key()): Promise<string> {
  await operator.api.policy.saveFeeDraft({ id, plans: drafted, reason: "夏季让利", idempotencyKey: key() });
  return id;
}

const schedule = (id: string, effectiveAt: Instant, by = finance) =>
  by.api.policy.scheduleFees({ id, effectiveAt: iso(effectiveAt), reason: "财务复核通过", idempotencyKey: key() });
const withdraw = (id: string, by = finance) => by.api.policy.withdrawFees({ id, reason: "改期", idempotencyKey: key() });

async function view(id: string): Promise<FeeVersionView> {
  const { versions } = await finance.api.policy.feeVersions();
  return versions.find((version) => version.id === id) ?? expect.fail("the version is not listed");
}

/** The worker is asked, and sees what accepting would bring. */
async function asked(): Promise<{ orderId: string; offerId: string; contractHash: string; split: { commissionFen: number; workerNetFen: number } }> {
  const orderId = await world.paidOrder(customer, nextStart());
  await world.dispatch();
  const offer = (await worker.api.offers.open()).find((one) => one.orderId === orderId) ?? expect.fail("the worker was not asked");
  const { contractHash, split } = await worker.api.offers.get({ offerId: offer.id });
  return { orderId, offerId: offer.id, contractHash, split };
}

async function finished(orderId: string): Promise<void> {
  const order = await worker.api.orders.get({ orderId });
  const start = Date.parse(order.workingStart ?? "");
  await world.advanceTo(start - 30 * MINUTE);
  await world.act(worker, orderId, { type: "depart" });
  await world.act(worker, orderId, { type: "arrive", position: { lat: 31.2215, lng: 121.5447 } });
  await world.advanceTo(start);
  await world.act(worker, orderId, { type: "start", headcount: 1 });
  await world.advanceTo(start + 3 * HOUR);
  await world.act(worker, orderId, { type: "finish", reason: "done", doneAddOnIds: [] });
  await world.act(customer, orderId, { type: "confirm" });
  await world.relay();
}

async function online(): Promise<void> {
  await worker.api.workers.setOnline({ online: true, position: { lat: 31.2215, lng: 121.5447 } });
  await world.relay();
}

describe("a version of the fee plans", () => {
  it("is drafted by operators, with bad rates refused by name, and signed by finance alone", async () => {
    const bad = asDraft({ ...plans, life: { ...plans.life, base: 1_900 } });
    expect(await codeOf(operator.api.policy.saveFeeDraft({ id: key(), plans: bad, reason: "太贵", idempotencyKey: key() }))).toBe("fee_plan_invalid");
    expect(await codeOf(operator.api.policy.saveFeeDraft({ id: key(), plans: cheaper, reason: " ", idempotencyKey: key() }))).toBe("invalid_input");
    const id = await draft();
    expect(await view(id)).toMatchObject({
      state: "draft",
      number: 1,
      created: { reason: "夏季让利" },
      replaced: { version: defaultPolicy.version },
    });
    expect(await codeOf(schedule(id, ahead(), operator))).toBe("wrong_role");
    expect(await codeOf(withdraw(id, operator))).toBe("wrong_role");
    const support = await createAdmin(world, ["support"]);
    expect(await codeOf(support.api.policy.feeVersions())).toBe("wrong_role");
    expect(await codeOf(support.api.policy.saveFeeDraft({ id: key(), plans: cheaper, reason: "试", idempotencyKey: key() }))).toBe("wrong_role");
    expect(await codeOf(customer.api.policy.feeVersions())).toBe("wrong_role");
  });

  it("is announced ahead, changes something, and has its day alone", async () => {
    const id = await draft();
    expect(await codeOf(schedule(id, world.clock.now() + 13 * DAY))).toBe("fee_change_too_soon");
    expect(await codeOf(schedule(id, world.clock.now() + 400 * DAY))).toBe("fee_change_too_far");
    expect(await codeOf(schedule(await draft(asDraft(plans)), ahead()))).toBe("fee_change_empty");
    expect(await codeOf(schedule(key(), ahead()))).toBe("not_found");
    const at = ahead(30);
    const [one, other] = [await draft(), await draft()];
    const answers = await Promise.all([codeOf(schedule(one, at)), codeOf(schedule(other, at))]);
    expect(answers.sort()).toEqual(["accepted", "conflict"]);
    for (const version of [one, other]) await withdraw(version);
  });

  it("answers a repeat like the first time, and is noted with its reason", async () => {
    const id = await draft();
    const ask = { id, effectiveAt: iso(ahead(40)), reason: "第一次", idempotencyKey: key() };
    expect(await finance.api.policy.scheduleFees(ask)).toEqual(await finance.api.policy.scheduleFees(ask));
    expect(await codeOf(schedule(id, ahead(41)))).toBe("fee_version_decided");
    expect(await codeOf(operator.api.policy.saveFeeDraft({ id, plans: cheaper, reason: "再改", idempotencyKey: key() }))).toBe("fee_version_decided");
    await withdraw(id);
    expect(await codeOf(withdraw(id))).toBe("fee_version_decided");
    expect(await view(id)).toMatchObject({ state: "withdrawn", scheduled: { reason: "第一次" }, withdrawn: { reason: "改期" } });
    const { items } = await auditLog.list(world.services.db, { limit: 100 });
    const mine = items.filter(({ subjectId }) => subjectId === id).map(({ action, reason }) => [action, reason]);
    expect(mine.reverse()).toEqual([
      ["fees.draft", "夏季让利"],
      ["fees.schedule", "第一次"],
      ["fees.withdraw", "改期"],
    ]);
    expect((await world.relay()).filter(({ kind, subjectId }) => kind === "policy" && subjectId === id)).toHaveLength(3);
  });
});

describe("a change of version", () => {
  it("leaves accepted orders their plan, makes a worker look again at an open offer, and charges what was then shown", async () => {
    await signedIn();
    const id = await draft();
    const effectiveAt = ahead();
    await schedule(id, effectiveAt);
    await world.advanceTo(effectiveAt - 10 * MINUTE);
    await online();
    const before = await asked();
    await worker.api.offers.accept({ offerId: before.offerId, idempotencyKey: key(), contractHash: before.contractHash });
    const open = await asked();
    expect(open.split.commissionFen).toBe(before.split.commissionFen);

    await world.advanceTo(effectiveAt);
    const accept = (contractHash: string) => worker.api.offers.accept({ offerId: open.offerId, idempotencyKey: key(), contractHash });
    expect(await codeOf(accept(open.contractHash))).toBe("terms_changed");
    const again = await worker.api.offers.get({ offerId: open.offerId });
    expect(again.split.commissionFen).toBe(2_400); // 16 % of 150.00
    expect(again.split.commissionFen).toBeLessThan(open.split.commissionFen);
    await accept(again.contractHash);

    await finished(before.orderId);
    await finished(open.orderId);
    const money = async (orderId: string) => (await worker.api.orders.get({ orderId })).money;
    expect(await money(before.orderId)).toMatchObject({ commissionFen: before.split.commissionFen, workerNetFen: before.split.workerNetFen });
    expect(await money(open.orderId)).toMatchObject({ commissionFen: again.split.commissionFen, workerNetFen: again.split.workerNetFen });
    const report = await auditLedger(world.services.db);
    expect(report).toMatchObject({ sum: 0, mismatches: 0, replayMismatches: 0, brokenChains: 0, deadlineMismatches: 0 });
    await signedIn();
    expect((await view(id)).state).toBe("in_force");
    expect((await finance.api.policy.feeVersions()).inForce).toMatchObject({ version: `${defaultPolicy.version}+${(await view(id)).number}` });
    expect((await policies.list(world.services.db)).map(({ version }) => version).sort()).toEqual([
      defaultPolicy.version,
      `${defaultPolicy.version}+${(await view(id)).number}`,
    ]);
  });

  it("cannot be taken back once it is in force or about to be, nor changed past the use-case", async () => {
    const { versions } = await finance.api.policy.feeVersions();
    const inForce = versions.find(({ state }) => state === "in_force") ?? expect.fail("none is in force");
    expect(await codeOf(withdraw(inForce.id))).toBe("fee_version_decided");
    const next = await draft(asDraft(plans));
    const effectiveAt = ahead();
    await schedule(next, effectiveAt);
    await world.advanceTo(effectiveAt - 5 * MINUTE - 1);
    await signedIn();
    await world.advanceTo(Math.max(world.clock.now(), effectiveAt - 4 * MINUTE));
    expect(await codeOf(withdraw(next))).toBe("fee_version_decided");
    const change = () => feeVersions.update(world.services.db as never, { id: next, plans: cheaper, reason: "偷改", now: 0 });
    await expect(change()).rejects.toMatchObject({ code: "LG009" });
  });
});

describe("the fee lab", () => {
  const lab = (drafted: Draft, change: { from?: string; until?: string; cityId?: string | null; categoryId?: string | null } = {}) =>
    finance.api.policy.feeLab({ plans: drafted, from: iso(morning), until: iso(world.clock.now() + 1), cityId: null, categoryId: null, ...change });

  it("runs a draft over what was charged on: bases and pinned facts, nothing else", async () => {
    await signedIn();
    const dear = asDraft({ ...plans, life: { ...plans.life, base: 1_700, certified: 1_700 } });
    const found = await lab(dear);
    const each = { plan: "life", certified: false, level: 1, completedOrders: 0, completedTogetherBefore: 0, baseFen: 15_000 } as const;
    const net = (count: number, facts = each) =>
      count * commissionOf(facts, { ...defaultPolicy, fees: { ...defaultPolicy.fees, plans: dear } }).workerNetFen;
    expect(found.total).toMatchObject({ orders: 2, baseFen: 30_000 });
    expect(found.total.draftNetFen).toBeGreaterThanOrEqual(net(2));
    expect(found.byPlan).toEqual([expect.objectContaining({ plan: "life", ...found.total })]);
    expect(found.byCategory).toEqual([{ categoryId: "daily_cleaning", ...found.total }]);
    expect([...found.workers.losers, ...found.workers.gainers].map(({ name, workerId }) => [name, workerId])).toEqual([["周桂芳", worker.id]]);
    expect(found.cut).toBe(false);
  });

  it("keeps to the period and the city, and refuses bad drafts and periods", async () => {
    expect((await lab(cheaper, { until: iso(morning + 1) })).total.orders).toBe(0);
    expect((await lab(cheaper, { cityId: "beijing" })).total.orders).toBe(0);
    expect((await lab(cheaper, { categoryId: "moving" })).total.orders).toBe(0);
    expect(await codeOf(lab(cheaper, { until: iso(morning - 1) }))).toBe("invalid_input");
    expect(await codeOf(lab(cheaper, { cityId: "atlantis" }))).not.toBe("accepted");
    expect(await codeOf(lab(asDraft({ ...plans, flat: { ...plans.flat, rate: 2_000 } })))).toBe("fee_plan_invalid");
  });
});
