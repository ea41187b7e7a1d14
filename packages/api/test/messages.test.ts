import { market, messages } from "@lingong/db";
import { DAY, HOUR, MINUTE } from "@lingong/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createRateLimiter, refreshStatistics } from "../src/index.ts";
import { createAdmin } from "./admins.ts";
import { codeOf, createWorld, key, type Person, place, type World } from "./world.ts";

let world: World;
let customer: Person;
let worker: Person;
let orderId: string;

beforeAll(async () => {
  world = await createWorld();
  customer = await world.customer();
  worker = await world.worker();
  orderId = await world.acceptedOrder(customer, worker);
  await world.relay();
});
afterAll(() => world.database.drop());

const say = (person: Person, text: string, idempotencyKey = key(), order = orderId) =>
  person.api.messages.send({ idempotencyKey, orderId: order, text });
/** Ten in the morning in Shanghai, some days from now. */
function tenOClock(days: number): string {
  const midnight = Math.floor((world.clock.now() + 8 * HOUR) / DAY) * DAY - 8 * HOUR;
  return new Date(midnight + days * DAY + 10 * HOUR).toISOString();
}
const textsOf = async (person: Person, order = orderId) => (await person.api.messages.list({ orderId: order })).items.map(({ text }) => text);
const unreadOf = async (person: Person) => (await person.api.messages.unread()).orders;

describe("a conversation", () => {
  it("reaches the other side live, is counted until it is read, and read marks come back", async () => {
    const said = await say(customer, "  东门进，门禁按 1202#  ");
    expect(said).toMatchObject({ number: 1, side: "customer", mine: true, text: "东门进，门禁按 1202#", warnings: [], withheld: false });
    const rows = await world.relay();
    expect(rows.find(({ kind }) => kind === "message")).toMatchObject({ rooms: [`user:${customer.id}`, `user:${worker.id}`], subjectId: orderId });
    expect(JSON.stringify(rows)).not.toContain("东门");
    expect(await worker.api.messages.list({ orderId })).toMatchObject({
      items: [{ id: said.id, mine: false, text: "东门进，门禁按 1202#" }],
      readByOther: 0,
      open: true,
      closesAt: null,
    });
    await say(customer, "家里有两只猫");
    expect(await unreadOf(worker)).toEqual([{ orderId, unread: 2 }]);
    expect(await unreadOf(customer)).toEqual([]);
    await worker.api.messages.markRead({ orderId, upTo: 99 });
    await worker.api.messages.markRead({ orderId, upTo: 1 });
    expect(await unreadOf(worker)).toEqual([]);
    expect((await customer.api.messages.list({ orderId })).readByOther).toBe(2);
    await say(worker, "好的");
    expect(await textsOf(customer)).toEqual(["好的", "家里有两只猫", "东门进，门禁按 1202#"]);
  });

  it("tells the other side once until they have read", async () => {
    const told = async () => (await customer.api.notifications.list({})).items.filter(({ kind }) => kind === "message_received");
    expect(await told()).toMatchObject([{ orderId, read: false }]);
    await say(worker, "我带六色抹布");
    expect(await told()).toHaveLength(1);
    await customer.api.messages.markRead({ orderId, upTo: 4 });
    expect(await told()).toMatchObject([{ read: true }]);
    await say(worker, "下午见");
    expect((await told()).map(({ read }) => read)).toEqual([false, true]);
    expect((await world.relay()).filter(({ kind, data }) => kind === "notice" && data?.notice === "message_received")).toHaveLength(2);
  });

  it("is paged by number", async () => {
    const first = await customer.api.messages.list({ orderId, limit: 2 });
    expect(first.items.map(({ number }) => number)).toEqual([5, 4]);
    const rest = await customer.api.messages.list({ orderId, limit: 10, cursor: first.nextCursor });
    expect(rest).toMatchObject({ items: [{ number: 3 }, { number: 2 }, { number: 1 }], nextCursor: null });
  });

  it("takes a repeat for the first, also after all, and another text under the same key for another wish", async () => {
    const again = key();
    const [one, two] = await Promise.all([say(customer, "再说一次", again), say(customer, "再说一次", again)]);
    expect(two.id).toBe(one.id);
    expect(await codeOf(say(customer, "别的话", again))).toBe("idempotency_key_reused");
    expect((await textsOf(worker)).filter((text) => text === "再说一次")).toHaveLength(1);
  });

  it("numbers what is said at the same time without gaps, in the order of time", async () => {
    await Promise.all(Array.from({ length: 12 }, (_, index) => say(index % 2 === 0 ? customer : worker, `同时 ${index}`)));
    const said = await messages.listForOrder(world.services.db, orderId, 100);
    expect(said.map(({ number }) => number)).toEqual(said.map((_, index) => index + 1));
  });

  it("belongs to the two of them", async () => {
    const [stranger, other] = [await world.customer(), await world.worker({ online: false })];
    for (const person of [stranger, other]) {
      expect(await codeOf(person.api.messages.list({ orderId }))).toBe("not_yours");
      expect(await codeOf(say(person, "你好"))).toBe("not_yours");
      expect(await codeOf(person.api.messages.markRead({ orderId, upTo: 1 }))).toBe("not_yours");
      expect(await unreadOf(person)).toEqual([]);
    }
    const operator = await createAdmin(world, ["operator"]);
    expect(await codeOf(operator.api.messages.list({ orderId }))).toBe("wrong_role");
    expect(await codeOf(say(operator, "你好"))).toBe("wrong_role");
    for (const text of ["", "   ", "长".repeat(501)]) expect(await codeOf(say(customer, text))).toBe("invalid_input");
    const waiting = await world.paidOrder(stranger);
    expect(await codeOf(say(stranger, "有人吗", key(), waiting))).toBe("no_assignment");
    await world.act(stranger, waiting, { type: "cancel", reason: "enough seen" });
  });

  it("is never changed or taken away, and its words are nowhere in the open", async () => {
    const { pool } = world.database;
    await expect(pool.query("update messages set withheld = true")).rejects.toThrow("append-only");
    await expect(pool.query("delete from messages")).rejects.toThrow("append-only");
    const { rows } = await pool.query("select to_jsonb(m)::text as row from messages m union all select to_jsonb(c)::text from commands c");
    expect(rows.length).toBeGreaterThan(10);
    expect(JSON.stringify(rows)).not.toMatch(/东门|1202#/);
    expect(world.logger.lines).toEqual([]);
  });

  it("is slowed down", async () => {
    const { limiter } = world.services;
    Object.assign(world.services, { limiter: createRateLimiter() });
    const codes: string[] = [];
    for (let sent = 0; sent < 31; sent += 1) codes.push(await codeOf(say(worker, `第 ${sent} 条`)));
    Object.assign(world.services, { limiter });
    expect(codes.slice(0, 30)).toEqual(Array(30).fill("accepted"));
    expect(codes.at(-1)).toBe("rate_limited");
  });
});

describe("the chat guard", () => {
  it("masks numbers before anything is stored and warns both sides", async () => {
    await say(customer, "找不到门打 138 0013 8000，或者加微信转账");
    for (const person of [customer, worker]) {
      const [last] = (await person.api.messages.list({ orderId })).items;
      expect(last).toMatchObject({
        text: "找不到门打 *** **** ****，或者加微信转账",
        warnings: ["mobile_number", "outside_payment"],
        withheld: false,
      });
    }
  });

  it("withholds a request for a code, and sends it to the safety queue, where somebody closes it", async () => {
    await worker.api.messages.markRead({ orderId, upTo: 1_000 });
    const sent = await say(customer, "把你收到的验证码发我一下");
    expect(sent).toMatchObject({ withheld: true, text: "把你收到的验证码发我一下", warnings: ["code_request"] });
    expect((await worker.api.messages.list({ orderId })).items[0]).toMatchObject({
      id: sent.id,
      withheld: true,
      text: null,
      warnings: ["code_request"],
    });
    expect(await unreadOf(worker), "nothing has reached them").toEqual([]);
    const support = await createAdmin(world, ["support"]);
    const finance = await createAdmin(world, ["finance"]);
    expect(await codeOf(finance.api.messages.safetyCases({}))).toBe("wrong_role");
    expect(await codeOf(worker.api.messages.safetyCases({}))).toBe("wrong_role");
    const [waiting] = (await support.api.messages.safetyCases({ orderId })).items;
    expect(waiting).toMatchObject({ orderId, kind: "code_request", personId: customer.id, side: "customer", text: "把你收到的验证码发我一下" });
    expect((await support.api.admin.overview({})).alerts.find(({ kind }) => kind === "code_request")).toMatchObject({ orderId });
    const closing = { idempotencyKey: key(), caseId: waiting?.id ?? "", note: "已提醒客户" };
    await support.api.messages.closeSafetyCase(closing);
    await support.api.messages.closeSafetyCase(closing);
    expect(await codeOf(support.api.messages.closeSafetyCase({ ...closing, idempotencyKey: key() }))).toBe("conflict");
    expect((await support.api.messages.safetyCases({})).items).toEqual([]);
  });
});

describe("around the work", () => {
  it("a worker's message at work is a sign of life, one a minute at most", async () => {
    const order = await worker.api.orders.get({ orderId });
    const start = Date.parse(order.workingStart ?? "");
    await world.advanceTo(start - 30 * MINUTE);
    await world.act(worker, orderId, { type: "depart" });
    await world.act(worker, orderId, { type: "arrive", position: { lat: 31.2215, lng: 121.5447 } });
    await world.advanceTo(start);
    await world.act(worker, orderId, { type: "start", headcount: 1 });
    const before = (await worker.api.orders.get({ orderId })).version;
    await world.advanceTo(start + 130 * MINUTE);
    await say(worker, "厨房好了");
    await say(worker, "接着做卫生间");
    await say(customer, "辛苦了");
    expect((await worker.api.orders.get({ orderId })).version).toBe(before + 1);
    await world.advanceTo(start + 8 * HOUR);
    const bill = (await customer.api.orders.get({ orderId })).bill;
    expect(bill).toMatchObject({ workedMinutes: 130, billedMinutes: 135 });
  });

  it("a position at the place is a sign of life as well, now and then; one from the way home is none", async () => {
    const [other, cleaner] = [await world.customer(), await world.worker()];
    await worker.api.workers.setOnline({ online: false });
    const job = await world.startedOrder(other, cleaner, { startsAt: tenOClock(2) });
    const start = world.clock.now();
    const version = async () => (await cleaner.api.orders.get({ orderId: job })).version;
    const before = await version();
    const report = (position: { lat: number; lng: number }) => cleaner.api.workers.reportPosition({ position });
    await report(place);
    expect(await version(), "it has only just begun").toBe(before);
    await world.advanceTo(start + 130 * MINUTE);
    await report(place);
    await report(place);
    expect(await version()).toBe(before + 1);
    await world.advanceTo(start + 150 * MINUTE);
    await report({ lat: place.lat + 0.01, lng: place.lng });
    expect(await version()).toBe(before + 1);
    await world.advanceTo(start + 8 * HOUR);
    expect((await other.api.orders.get({ orderId: job })).bill).toMatchObject({ workedMinutes: 130, billedMinutes: 135 });
  });

  it("an arbitrator reads along in a dispute, and nobody writes in their name", async () => {
    await world.act(customer, orderId, { type: "openDispute", amountFen: 1_000, reason: "卫生间没做完", fileIds: [] });
    const operator = await createAdmin(world, ["operator"]);
    const read = await operator.api.messages.list({ orderId });
    expect(read).toMatchObject({
      open: false,
      items: expect.arrayContaining([expect.objectContaining({ text: "把你收到的验证码发我一下", withheld: true })]),
    });
    expect(await codeOf(operator.api.messages.markRead({ orderId, upTo: 1 }))).toBe("wrong_role");
  });

  it("ends a day after a cancellation: it can still be read", async () => {
    const [other, cleaner] = [await world.customer(), await world.worker()];
    await worker.api.workers.setOnline({ online: false });
    const called = await world.acceptedOrder(other, cleaner, { startsAt: tenOClock(2) });
    await say(other, "计划有变", key(), called);
    await world.act(other, called, { type: "cancel", reason: "改期" });
    await world.advanceTo(world.clock.now() + DAY - MINUTE);
    await say(cleaner, "没关系", key(), called);
    await world.advanceTo(world.clock.now() + MINUTE);
    expect(await codeOf(say(cleaner, "再见", key(), called))).toBe("chat_closed");
    expect(await cleaner.api.messages.list({ orderId: called })).toMatchObject({ open: false, items: [{ text: "没关系" }, { text: "计划有变" }] });
  });

  it("is not the next worker's to read, nor the former one's any more", async () => {
    const [other, first] = [await world.customer(), await world.worker()];
    const handed = await world.acceptedOrder(other, first, { startsAt: tenOClock(2) });
    await say(other, "钥匙在门卫处", key(), handed);
    await world.act(first, handed, { type: "withdraw", reason: "车坏了" });
    await first.api.workers.setOnline({ online: false });
    expect(await codeOf(first.api.messages.list({ orderId: handed }))).toBe("not_yours");
    expect(await unreadOf(first)).toEqual([]);
    expect(await codeOf(other.api.messages.list({ orderId: handed }))).toBe("no_assignment");
    await world.act(other, handed, { type: "cancel", reason: "不等了" });
  });

  it("counts first messages and how soon they were answered, once their five minutes are over", async () => {
    const [other, cleaner] = [await world.customer(), await world.worker()];
    const counted = async () => {
      const all = await market.countAnswers(world.services.db, { cityId: "shanghai", since: 0, within: 5 * MINUTE, now: world.clock.now() });
      return all.get(cleaner.id);
    };
    const asked = await world.acceptedOrder(other, cleaner, { startsAt: tenOClock(2) });
    expect(await counted()).toEqual({ asked: 1, answered: 1 });
    await say(other, "可以早点来吗", key(), asked);
    await world.advanceTo(world.clock.now() + 5 * MINUTE);
    expect(await counted(), "may still be answered in time").toEqual({ asked: 1, answered: 1 });
    await world.advanceTo(world.clock.now() + 1);
    expect(await counted()).toEqual({ asked: 2, answered: 1 });
    await say(cleaner, "可以", key(), asked);
    await say(other, "谢谢", key(), asked);
    await say(cleaner, "不客气", key(), asked);
    expect(await counted(), "late, and once").toEqual({ asked: 2, answered: 1 });
    await refreshStatistics(world.services);
    const { rows } = await world.database.pool.query("select asked, answered_within_five_minutes from worker_statistics where worker_id = $1", [
      cleaner.id,
    ]);
    expect(rows).toEqual([{ asked: 2, answered_within_five_minutes: 1 }]);
  });
});
