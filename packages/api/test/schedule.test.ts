import { calendarFeeds, calendars, inTransaction, loadSnapshots, workers } from "@lingong/db";
import { DAY, defaultPolicy, HOUR, MINUTE } from "@lingong/domain";
import ICAL from "ical.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readCalendarFeed, refreshStatistics } from "../src/index.ts";
import { codeOf, createWorld, key, morning, type Person, place, type World } from "./world.ts";

let world: World;
let customer: Person;

beforeAll(async () => {
  world = await createWorld();
  customer = await world.customer();
});
afterAll(() => world.database.drop());

const at = (days: number, hours: number) => new Date(morning + days * DAY + hours * HOUR).toISOString();
const everyDay = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, fromMinute: 8 * 60, toMinute: 18 * 60 }));

/** A worker with this order, and nobody else online who could be asked. */
async function workerWith(startsAt: string, bookedMinutes = 120): Promise<{ worker: Person; orderId: string }> {
  await world.services.db.updateTable("workers").set({ online: false }).execute();
  const worker = await world.worker();
  const orderId = await world.acceptedOrder(customer, worker, { startsAt, bookedMinutes });
  return { worker, orderId };
}

async function snapshotOf(worker: Person) {
  const { bufferFixed, bufferRemote } = defaultPolicy.dispatch;
  const request = { which: { workerIds: [worker.id] }, customerIds: [], now: world.clock.now(), buffers: { bufferFixed, bufferRemote } };
  return (await loadSnapshots(world.services.db, request))[0];
}

describe("a worker's calendar", () => {
  it("shows a week with hours, orders, the buffer before them and rest; a date may differ from its week day", async () => {
    const { worker, orderId } = await workerWith(at(2, 5));
    await worker.api.workers.setWeeklyHours({ hours: everyDay });
    await worker.api.workers.addRestBlock({ id: key(), from: at(3, 3), to: at(3, 5) });
    await worker.api.schedule.setDayHours({ day: "2026-11-07", ranges: [] });
    const other = await worker.api.schedule.setDayHours({ day: "2026-11-06", ranges: [{ fromMinute: 720, toMinute: 1_440 }] });
    expect(other.map(({ day }) => day)).toEqual(["2026-11-06", "2026-11-07"]);
    const { today, days } = await worker.api.schedule.calendar({ from: "2026-11-03", days: 7 });
    expect(today).toBe("2026-11-03");
    expect(days.map(({ hours }) => hours.length)).toEqual([1, 1, 1, 1, 0, 1, 1]);
    expect(days[3]).toMatchObject({ exception: true, hours: [{ from: "2026-11-06T04:00:00.000Z", to: "2026-11-06T16:00:00.000Z" }] });
    expect(days[2]).toMatchObject({ day: "2026-11-05", plannedMinutes: 120, mostMinutes: 720 });
    expect(days[2]?.blocks.map(({ kind }) => kind)).toEqual(["buffer", "order"]);
    expect(days[2]?.blocks[1]).toMatchObject({ orderId, title: "联洋年华 12 号楼 1202", from: at(2, 5), to: at(2, 7), next: false });
    expect(days[3]?.blocks).toMatchObject([{ kind: "rest", from: at(3, 3), to: at(3, 5) }]);
    expect((await worker.api.schedule.clearDayHours({ day: "2026-11-06" })).map(({ day }) => day)).toEqual(["2026-11-07"]);
    await world.act(customer, orderId, { type: "cancel", reason: "done" });
  });

  it("goes by the wall of the worker's own city: Ürümqi's day is two hours behind Shanghai's", async () => {
    const worker = await world.worker({ online: false });
    for (const table of ["users", "workers"] as const)
      await world.services.db.updateTable(table).set({ city_id: "urumqi" }).where("id", "=", worker.id).execute();
    await worker.api.workers.setWeeklyHours({ hours: everyDay });
    const { zone, days } = await worker.api.schedule.calendar({ from: "2026-11-05", days: 1 });
    expect(zone).toBe("Asia/Urumqi");
    expect(days[0]).toMatchObject({
      from: "2026-11-04T18:00:00.000Z",
      to: "2026-11-05T18:00:00.000Z",
      hours: [{ from: "2026-11-05T02:00:00.000Z", to: "2026-11-05T12:00:00.000Z" }],
    });
    const free = await customer.api.workers.freeStarts({ workerId: worker.id, day: "2026-11-05", minutes: 120 });
    expect([free.zone, free.starts[0]?.at, free.starts[0]?.peak]).toEqual(["Asia/Urumqi", "2026-11-05T01:00:00.000Z", true]);
    const { address } = await worker.api.schedule.renewFeed({ idempotencyKey: key() });
    const token = /([\w-]{43})\.ics$/.exec(address ?? "")?.[1] ?? "";
    expect(await readCalendarFeed(world.services, token)).toContain("X-WR-TIMEZONE:Asia/Urumqi");
  });

  it("refuses dates that are over, hours that overlap, and whoever is no worker", async () => {
    const worker = await world.worker({ online: false });
    const range = { fromMinute: 540, toMinute: 600 };
    expect(await codeOf(worker.api.schedule.setDayHours({ day: "2026-11-02", ranges: [range] }))).toBe("invalid_input");
    expect(await codeOf(worker.api.schedule.setDayHours({ day: "2026-11-05", ranges: [range, { fromMinute: 570, toMinute: 630 }] }))).toBe(
      "invalid_input",
    );
    expect(await codeOf(worker.api.schedule.setDayHours({ day: "2026-02-30", ranges: [] }))).toBe("invalid_input");
    expect(await codeOf(worker.api.schedule.calendar({ from: "2031-01-01", days: 7 }))).toBe("invalid_input");
    expect(await codeOf(customer.api.schedule.calendar({ from: "2026-11-03", days: 1 }))).toBe("wrong_role");
  });
});

describe("the guards of a worker's time (§6)", () => {
  it("hold for another start, when it is proposed and again when it is agreed", async () => {
    const { worker, orderId } = await workerWith(at(4, 2));
    const id = key();
    await worker.api.workers.addRestBlock({ id, from: at(4, 5), to: at(4, 7) });
    const propose = () => world.act(customer, orderId, { type: "proposeReschedule", startsAt: at(4, 6) });
    expect(await codeOf(propose())).toBe("worker_not_free");
    expect(await codeOf(world.act(worker, orderId, { type: "proposeReschedule", startsAt: at(4, 6) }))).toBe("excluded_resting");
    await worker.api.workers.removeRestBlock({ id });
    await propose();
    await worker.api.workers.addRestBlock({ id: key(), from: at(4, 5), to: at(4, 7) });
    expect(await codeOf(world.act(worker, orderId, { type: "agreeReschedule" }))).toBe("excluded_resting");
    await world.act(worker, orderId, { type: "declineReschedule" });
    await world.act(customer, orderId, { type: "cancel", reason: "done" });
  });

  it("hold for another start and extra time up to the twelve hours of a day", async () => {
    const { worker, orderId } = await workerWith(at(5, -1), 480);
    const second = await world.acceptedOrder(customer, worker, { startsAt: at(5, 10), bookedMinutes: 120 });
    const more = (minutes: number) =>
      world.act(worker, second, { type: "proposeAddOn", kind: "time", title: "多一会儿", minutes, fen: 0, photoId: null });
    expect(await codeOf(more(180))).toBe("excluded_daily_limit");
    expect(await codeOf(world.act(worker, second, { type: "proposeReschedule", startsAt: at(6, -2) }))).toBe("accepted");
    await world.act(worker, second, { type: "declineReschedule" });
    expect(await codeOf(more(120))).toBe("accepted");
    for (const id of [orderId, second]) await world.act(customer, id, { type: "cancel", reason: "done" });
  });
});

describe("a step taken without a network", () => {
  it("is held to the calendar as it is when the step arrives", async () => {
    await world.services.db.updateTable("workers").set({ online: false }).execute();
    const worker = await world.worker();
    const startsAt = new Date(Math.ceil((world.clock.now() + 26 * HOUR) / (15 * MINUTE)) * 15 * MINUTE).toISOString();
    const orderId = await world.startedOrder(customer, worker, { startsAt, bookedMinutes: 120 });
    const performedAt = new Date(world.clock.now() + 5 * MINUTE).toISOString();
    await world.advanceTo(world.clock.now() + HOUR);
    const rest = {
      id: key(),
      from: new Date(Date.parse(startsAt) + 2 * HOUR).toISOString(),
      to: new Date(Date.parse(startsAt) + 4 * HOUR).toISOString(),
    };
    await worker.api.workers.addRestBlock(rest);
    const extra = { type: "proposeAddOn", kind: "time", title: "多一会儿", minutes: 30, fen: 0, photoId: null } as const;
    expect(await codeOf(world.act(worker, orderId, extra, key(), { performedAt }))).toBe("excluded_resting");
    await worker.api.workers.removeRestBlock({ id: rest.id });
    expect(await codeOf(world.act(worker, orderId, extra, key(), { performedAt }))).toBe("accepted");
    await world.act(worker, orderId, { type: "finish", reason: "done", doneAddOnIds: [] });
  });
});

describe("habits (§6)", () => {
  it("activity is read from when a worker was really online, and rest never lowers it", async () => {
    await world.services.db.updateTable("workers").set({ online: false }).execute();
    const worker = await world.worker({ online: false });
    await worker.api.workers.setWeeklyHours({ hours: everyDay });
    await refreshStatistics(world.services);
    expect((await snapshotOf(worker))?.activity.available).toBe(0);
    const start = Math.ceil((world.clock.now() - morning) / DAY) * DAY + morning;
    await world.advanceTo(start);
    await worker.api.workers.setOnline({ online: true, position: place });
    await worker.api.workers.setOnline({ online: true, position: place });
    await world.advanceTo(start + 3 * HOUR);
    await worker.api.workers.setOnline({ online: false });
    await world.advanceTo(start + DAY - HOUR);
    await refreshStatistics(world.services);
    // From 09:00 on a day of 08–18: three of nine hours, and none of the peak before it.
    const { online, available } = (await snapshotOf(worker))?.activity ?? { online: 0, available: 0 };
    expect(online).toBe(180);
    const before = online / available;
    await inTransaction(world.services.db, (transaction) =>
      calendars.addRestBlock(transaction, { id: key(), workerId: worker.id, from: start + 3 * HOUR, to: start + 9 * HOUR }),
    );
    await refreshStatistics(world.services);
    const after = (await snapshotOf(worker))?.activity ?? { online: 0, available: 1 };
    expect(after.online / after.available).toBeGreaterThan(before);
    const spans = await workers.listOnlineSpans(world.services.db, { cityId: "shanghai", since: 0, now: world.clock.now() });
    expect(spans.get(worker.id)).toEqual([{ from: start, to: start + 3 * HOUR }]);
  });

  it("who goes offline for missing three offers was online until then", async () => {
    await world.services.db.updateTable("workers").set({ online: false }).execute();
    const lonely = await world.worker({ categoryIds: ["pet_care"] });
    const from = world.clock.now();
    const scope = [
      { key: "pet", value: "cat" },
      { key: "count", value: 2 },
      { key: "tasks", value: ["feed", "litter"] },
    ];
    for (let missed = 0; missed < 3; missed += 1) {
      const startsAt = new Date(world.clock.now() + 30 * HOUR).toISOString();
      const orderId = await world.paidOrder(customer, { startsAt, categoryId: "pet_care", scope, bookedMinutes: 120, tags: [] });
      await world.dispatch();
      await world.advanceTo(world.clock.now() + 15 * MINUTE);
      await world.act(customer, orderId, { type: "cancel", reason: "next" });
    }
    const spans = await workers.listOnlineSpans(world.services.db, { cityId: "shanghai", since: 0, now: world.clock.now() + DAY });
    expect(spans.get(lonely.id)).toEqual([{ from, to: from + 45 * MINUTE }]);
  });
});

describe("the calendar feed", () => {
  it("is read under a secret address that can be renewed and ended, by RFC 5545", async () => {
    const start = new Date(world.clock.now() + 26 * HOUR).toISOString();
    const { worker, orderId } = await workerWith(start);
    expect(await worker.api.schedule.feed()).toEqual({ active: false, address: null, createdAt: null, readAt: null });
    const idempotencyKey = key();
    const { address } = await worker.api.schedule.renewFeed({ idempotencyKey });
    expect((await worker.api.schedule.renewFeed({ idempotencyKey })).address).toBe(address);
    const token = /^http:\/\/localhost:3000\/calendar\/([\w-]{43})\.ics$/.exec(address ?? "")?.[1] ?? "";
    const stored = await world.services.db.selectFrom("calendar_feeds").selectAll().where("worker_id", "=", worker.id).executeTakeFirst();
    expect(JSON.stringify(stored)).not.toContain(token);
    const text = (await readCalendarFeed(world.services, token)) ?? "";
    expect(text.split("\r\n").every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    const calendar = new ICAL.Component(ICAL.parse(text));
    const [event] = calendar.getAllSubcomponents("vevent").map((component) => new ICAL.Event(component));
    expect(calendar.getAllSubcomponents("vevent")).toHaveLength(1);
    expect(event?.uid).toBe(`${orderId}@lingong`);
    expect([event?.startDate.toJSDate().toISOString(), event?.endDate.toJSDate().getTime()]).toEqual([start, Date.parse(start) + 2 * HOUR]);
    expect(event?.location).toBe("浦东新区 联洋年华 12 号楼 1202");
    expect(event?.description).toContain("\nhttp://localhost:3000/worker/jobs/");
    expect((await worker.api.schedule.feed()).readAt).toBe(new Date(world.clock.now()).toISOString());
    await world.act(customer, orderId, { type: "cancel", reason: "done" });
    expect(await readCalendarFeed(world.services, token)).not.toContain("BEGIN:VEVENT");
    const next = await worker.api.schedule.renewFeed({ idempotencyKey: key() });
    expect(next.address).not.toBe(address);
    expect(await readCalendarFeed(world.services, token)).toBeNull();
    await worker.api.schedule.removeFeed();
    expect((await worker.api.schedule.feed()).active).toBe(false);
    for (const forged of ["", "x".repeat(43), `${token}\u0000`]) expect(await readCalendarFeed(world.services, forged)).toBeNull();
    expect(await calendarFeeds.findByWorker(world.services.db, worker.id)).toBeNull();
  });

  it("forgets the exact place a day after the work", async () => {
    await world.services.db.updateTable("workers").set({ online: false }).execute();
    const worker = await world.worker();
    const startsAt = new Date(Math.ceil((world.clock.now() + 26 * HOUR) / (15 * MINUTE)) * 15 * MINUTE).toISOString();
    const orderId = await world.startedOrder(customer, worker, { startsAt, bookedMinutes: 120 });
    const { address } = await worker.api.schedule.renewFeed({ idempotencyKey: key() });
    const token = /([\w-]{43})\.ics$/.exec(address ?? "")?.[1] ?? "";
    await world.advanceTo(world.clock.now() + HOUR);
    await world.act(worker, orderId, { type: "finish", reason: "done", doneAddOnIds: [] });
    expect(unfolded(await readCalendarFeed(world.services, token))).toContain("联洋年华");
    await world.advanceTo(world.clock.now() + 25 * HOUR);
    const later = unfolded(await readCalendarFeed(world.services, token));
    expect(later).toContain("LOCATION:浦东新区\r\n");
    expect(later).not.toContain("联洋年华");
  });
});

const unfolded = (text: string | null) => (text ?? "").replaceAll("\r\n ", "");

describe("the route of the day", () => {
  it("has the stops ahead in order, with the way, and warns of being late", async () => {
    const start = Math.ceil((world.clock.now() + 24 * HOUR - morning) / DAY) * DAY + morning;
    await world.services.db.updateTable("workers").set({ online: false }).execute();
    await world.advanceTo(start - 2 * HOUR);
    const worker = await world.worker();
    const far = { district: "闵行区", line: "莘庄 1 号", position: { lat: place.lat, lng: place.lng - 0.12 } };
    const second = await world.acceptedOrder(customer, worker, { startsAt: new Date(start + 6 * HOUR).toISOString(), bookedMinutes: 120 });
    const first = await world.acceptedOrder(customer, worker, {
      startsAt: new Date(start + 2 * HOUR).toISOString(),
      bookedMinutes: 120,
      address: far,
    });
    const route = await worker.api.schedule.route();
    expect(route.stops.map(({ orderId }) => orderId)).toEqual([first, second]);
    expect(route).toMatchObject({ zone: "Asia/Shanghai", lateStops: 0, from: { position: place, orderId: null } });
    expect(route.travelMinutes).toBe(route.stops.reduce((sum, { travelMinutes }) => sum + travelMinutes, 0));
    expect(route.stops[0]?.travelMinutes).toBeGreaterThan(40);
    expect(route.stops[1]).toMatchObject({ lateMinutes: 0, bufferShortMinutes: 0, agreedAt: new Date(start + 6 * HOUR).toISOString() });
    await world.advanceTo(start + 2 * HOUR - 20 * MINUTE);
    const late = await worker.api.schedule.route();
    expect(late.lateStops).toBe(1);
    expect(late.stops[0]?.lateMinutes).toBeGreaterThan(20);
    expect(await codeOf(customer.api.schedule.route())).toBe("wrong_role");
  });
});
