import { photos, users, workers } from "@lingong/db";
import { DAY, HOUR, MINUTE } from "@lingong/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { completeUpload, findSession, maySeePhoto, mayUpload, mayWatch, type SignedIn } from "../src/index.ts";
import { codeOf, createWorld, key, morning, type Person, place, type World } from "./world.ts";

let world: World;
let customer: Person;
let stranger: Person;
let worker: Person;

beforeAll(async () => {
  world = await createWorld();
  [customer, stranger, worker] = [await world.customer(), await world.customer(), await world.worker()];
});
afterAll(() => world.database.drop());

let day = 2;
function nextStart(): { startsAt: string } {
  day += 1;
  return { startsAt: new Date(Math.max(world.clock.now(), morning + day * DAY) + 26 * HOUR).toISOString() };
}

async function sessionOf(person: Person): Promise<SignedIn> {
  const session = await findSession(world.services, person.token);
  if (session === null) throw new Error("no session");
  return session;
}

describe("the catalogue", () => {
  it("shows bands, how many could come, and finds by need and by name", async () => {
    const anonymous = world.callerFor("customer", null);
    const categories = await anonymous.catalog.categories({ cityId: "shanghai" });
    expect(categories.length).toBeGreaterThanOrEqual(12);
    expect(categories.find(({ id }) => id === "daily_cleaning")).toMatchObject({ availableNow: 1, band: { source: "reference", samples: 0 } });
    const detail = await anonymous.catalog.category({ cityId: "shanghai", categoryId: "daily_cleaning" });
    expect(detail.checklist.map(({ key: item }) => item)).toContain("area");
    expect((await anonymous.catalog.cities()).map(({ id }) => id)).toContain("urumqi");
    expect(await anonymous.catalog.marketPrice({ cityId: "shanghai", categoryId: "cooking" })).toMatchObject({ source: "reference", windowDays: 90 });
    const found = await anonymous.catalog.search({ cityId: "shanghai", text: "油污" });
    expect(found.categories.map(({ id }) => id)).toContain("daily_cleaning");
    expect((await anonymous.catalog.search({ cityId: "shanghai", text: "周桂" })).workers.map(({ id }) => id)).toEqual([worker.id]);
    expect((await anonymous.catalog.search({ cityId: "shanghai", text: "%_%" })).workers).toHaveLength(1);
    expect(await codeOf(anonymous.catalog.categories({ cityId: "atlantis" }))).toBe("not_found");
    expect(await codeOf(anonymous.catalog.search({ cityId: "shanghai", text: "x".repeat(200) }))).toBe("invalid_input");
    expect((await anonymous.clock.now()).production).toBe(false);
  });
});

describe("wizard drafts", () => {
  it("are kept under the client's id, for their owner alone", async () => {
    const draftId = key();
    await customer.api.drafts.save({ draftId, categoryId: "cooking", step: "scope", form: { people: 4, note: "不辣" } });
    await customer.api.drafts.save({ draftId, categoryId: "cooking", step: "time", form: { people: 5 } });
    expect(await customer.api.drafts.get({ draftId })).toMatchObject({ step: "time", form: { people: 5 } });
    expect(await customer.api.drafts.list()).toHaveLength(1);
    expect(await codeOf(stranger.api.drafts.save({ draftId, categoryId: "cooking", step: "x", form: {} }))).toBe("not_yours");
    expect(await codeOf(stranger.api.drafts.get({ draftId }))).toBe("not_found");
    expect(await codeOf(customer.api.drafts.save({ draftId, categoryId: "cooking", step: "x", form: { note: "x".repeat(30_000) } }))).toBe(
      "invalid_input",
    );
    await customer.api.drafts.discard({ draftId });
    expect(await codeOf(customer.api.drafts.get({ draftId }))).toBe("not_found");
  });
});

describe("a customer's own things", () => {
  it("addresses are sealed, favourites counted once, the profile says how to be addressed", async () => {
    const address = { district: "浦东新区", line: "花木路 100 弄 3 号", accessNotes: "", position: place };
    const id = key();
    await customer.api.customers.saveAddress({ id, cityId: "shanghai", label: "家", address });
    expect(await customer.api.customers.addresses()).toEqual([expect.objectContaining({ id, line: address.line })]);
    expect(await codeOf(stranger.api.customers.saveAddress({ id, cityId: "shanghai", label: "偷", address }))).toBe("not_yours");
    expect(
      await codeOf(
        customer.api.customers.saveAddress({ id: key(), cityId: "shanghai", label: "", address: { ...address, position: { lat: 0, lng: 0 } } }),
      ),
    ).toBe("invalid_input");
    const stored = await world.database.pool.query("select row_to_json(a)::text as row from saved_addresses a");
    expect(stored.rows[0].row).not.toContain("花木路");
    await stranger.api.customers.removeAddress({ id });
    expect(await customer.api.customers.addresses()).toHaveLength(1);
    await customer.api.customers.removeAddress({ id });
    expect(await customer.api.customers.addresses()).toEqual([]);

    await customer.api.customers.setFavourite({ workerId: worker.id, favourite: true });
    await customer.api.customers.setFavourite({ workerId: worker.id, favourite: true });
    expect((await customer.api.customers.favourites()).map(({ id: favourite }) => favourite)).toEqual([worker.id]);
    expect(await codeOf(customer.api.customers.setFavourite({ workerId: key(), favourite: true }))).toBe("not_found");
    const me = await customer.api.accounts.updateProfile({ displayName: "陈静", salutation: "ms", locale: "en" });
    expect(me).toMatchObject({ displayName: "陈静", salutation: "ms", locale: "en" });
    expect(await codeOf(customer.api.accounts.updateProfile({ cityId: "atlantis" }))).toBe("invalid_input");
  });
});

describe("a worker's own things", () => {
  it("settings, hours and the day; the profile shows no phone and no address", async () => {
    const settings = await worker.api.workers.updateSettings({
      radiusKm: 8,
      categoryIds: ["daily_cleaning", "cooking"],
      tags: ["kitchen", "made_up"],
      introduction: "做了九年家政",
    });
    expect(settings).toMatchObject({ radiusKm: 8, tags: ["kitchen"], categoryIds: ["cooking", "daily_cleaning"] });
    expect(await codeOf(worker.api.workers.updateSettings({ radiusKm: 51 }))).toBe("invalid_input");
    expect(await codeOf(worker.api.workers.updateSettings({ home: { lat: 39.9, lng: 116.4 } }))).toBe("invalid_input");
    expect(await codeOf(worker.api.workers.updateSettings({ crewSize: 4 }))).toBe("headcount_invalid");
    const hours = [
      { weekday: 1, fromMinute: 480, toMinute: 1_200 },
      { weekday: 2, fromMinute: 480, toMinute: 720 },
    ];
    expect(await worker.api.workers.setWeeklyHours({ hours })).toEqual(hours);
    expect(await codeOf(worker.api.workers.setWeeklyHours({ hours: [...hours, { weekday: 1, fromMinute: 600, toMinute: 660 }] }))).toBe(
      "invalid_input",
    );
    const profile = await customer.api.workers.profile({ workerId: worker.id });
    expect(profile).toMatchObject({ favourite: true, verified: true, standingDetail: { level: 1, levelName: { zh: "新手" } } });
    expect(JSON.stringify(profile)).not.toContain(worker.phone);
    expect(await codeOf(customer.api.workers.profile({ workerId: customer.id }))).toBe("not_found");
    expect(await codeOf(worker.api.workers.reportPosition({ position: { lat: Number.NaN, lng: 121 } }))).toBe("invalid_input");
    expect(await codeOf(customer.api.workers.reportPosition({ position: place }))).toBe("wrong_role");
    expect(await world.callerFor("customer", null).workers.demand({ position: place, radiusKm: 5 })).toEqual({ ordersPerDay: 0, days: 14 });
  });

  it("positions that come at once are written together, and the newest of a worker's stands", async () => {
    const now = world.clock.now();
    const seconds = [7, 40, 3, 12, 25, 0];
    const reports = seconds.map((ago) => ({
      position: { lat: place.lat + ago / 100_000, lng: place.lng },
      at: new Date(now - ago * 1_000).toISOString(),
    }));
    const answers = await Promise.all(reports.map((report) => worker.api.workers.reportPosition(report)));
    expect(answers.map(({ receivedAt }) => receivedAt)).toEqual(reports.map(({ at }) => at));
    expect(await workers.findPosition(world.services.db, worker.id)).toMatchObject({ lat: place.lat, lng: place.lng, at: now });
  });

  it("the day line has the order with its buffer, the rest, and what is expected", async () => {
    const orderId = await world.acceptedOrder(customer, worker, nextStart());
    const start = Date.parse((await worker.api.orders.get({ orderId })).startsAt ?? "");
    await world.advanceTo(start - 5 * HOUR);
    await worker.api.workers.addRestBlock({
      id: key(),
      from: new Date(start - 3 * HOUR).toISOString(),
      to: new Date(start - 2 * HOUR).toISOString(),
    });
    await worker.api.workers.setOnline({ online: true, position: { lat: 31.25, lng: 121.5 } });
    const today = await worker.api.workers.today();
    expect(today.blocks.map(({ kind }) => kind)).toEqual(["rest", "buffer", "order"]);
    const block = today.blocks.find((each) => each.kind === "order");
    expect(block).toMatchObject({ next: true, title: "联洋年华 12 号楼 1202", customerName: "陈女士", netFen: 12_300 });
    const { blocks } = await world.callerFor("worker", worker.token, "en-US").workers.today();
    expect(
      blocks.find((each) => each.kind === "order"),
      "addressed in the language of the screen",
    ).toMatchObject({ customerName: "Ms 陈" });
    expect(today).toMatchObject({ plannedMinutes: 180, expectedFen: 12_300, earnedFen: 0, restPrompt: false });
    const day0 = new Date(start + 8 * HOUR).toISOString().slice(0, 10);
    const { starts } = await customer.api.workers.freeStarts({ workerId: worker.id, day: day0, minutes: 120 });
    expect(starts).toHaveLength(29);
    expect(starts.find(({ at }) => Date.parse(at) === start)?.free).toBe(false);
    await world.act(customer, orderId, { type: "cancel", reason: "done with it" });
  });
});

describe("photos", () => {
  it("are announced once, belong to one, prove something of an order, and show work going on", async () => {
    const orderId = await world.startedOrder(customer, worker, nextStart());
    const photoId = key();
    const announce = { photoId, orderId, purpose: "before" as const, label: "厨房", type: "image/jpeg" as const, bytes: 1_000 };
    const first = await worker.api.photos.createUpload(announce);
    expect(first).toMatchObject({ uploadUrl: "/uploads", uploaded: false, metadata: { photoId } });
    expect(await worker.api.photos.createUpload(announce)).toEqual(first);
    expect(await codeOf(customer.api.photos.createUpload(announce))).toBe("not_yours");
    expect(await codeOf(stranger.api.photos.createUpload({ ...announce, photoId: key() }))).toBe("not_yours");
    expect(await codeOf(worker.api.photos.createUpload({ ...announce, photoId: key(), bytes: 200 * 1024 * 1024 }))).toBe("invalid_input");
    expect(await codeOf(worker.api.photos.createUpload({ ...announce, photoId: key(), type: "application/pdf" as "image/jpeg" }))).toBe(
      "unsupported_file",
    );
    expect(await mayUpload(world.services, await sessionOf(worker), photoId)).toEqual({ bytes: 1_000, type: "image/jpeg" });
    expect(await mayUpload(world.services, await sessionOf(customer), photoId)).toBeNull();

    await world.advanceTo(world.clock.now() + 10 * MINUTE);
    await completeUpload(world.services, {
      id: photoId,
      storageKey: "k",
      contentType: "image/webp",
      bytes: 900,
      width: 10,
      height: 10,
      sha256: "a".repeat(64),
      takenAt: null,
      takenPosition: null,
    });
    expect((await customer.api.photos.list({ orderId })).map(({ label, url }) => [label, url])).toEqual([["厨房", `/files/${photoId}`]]);
    const events = await world.database.pool.query(
      "select body ->> 'command' as command from order_events where order_id = $1 order by version desc limit 1",
      [orderId],
    );
    expect(events.rows[0].command).toBe("signOfLife");
    expect(await maySeePhoto(world.services, await sessionOf(customer), photoId)).toBe(true);
    expect(await maySeePhoto(world.services, await sessionOf(stranger), photoId)).toBe(false);
    expect(await maySeePhoto(world.services, null, photoId)).toBe(false);
    expect((await worker.api.photos.label({ photoId, label: "厨房 · 服务前" })).label).toBe("厨房 · 服务前");
    expect(await codeOf(customer.api.photos.label({ photoId, label: "x" }))).toBe("not_yours");
    expect(await codeOf(worker.api.photos.remove({ photoId }))).toBe("wrong_state");
    expect((await photos.findById(world.services.db, photoId))?.state).toBe("kept");

    const loose = key();
    await customer.api.photos.createUpload({ ...announce, photoId: loose, orderId: null, purpose: "scope" });
    await customer.api.photos.remove({ photoId: loose });
    await world.act(worker, orderId, { type: "finish", reason: "done", doneAddOnIds: [] });
    await world.act(customer, orderId, { type: "confirm" });
  });
});

describe("the feed", () => {
  it("tells each what concerns them, without gaps, and says when it has forgotten", async () => {
    await world.relay();
    const start = (await customer.api.feed.since({ position: 0, limit: 1_000 })).position;
    const { orderId } = await world.place(customer, nextStart());
    await world.relay();
    const mine = await customer.api.feed.since({ position: start });
    expect(mine.hints.filter(({ kind }) => kind === "order").map(({ id, version }) => [id, version])).toEqual([
      [orderId, 1],
      [orderId, 2],
    ]);
    expect(mine.hints.every(({ room }) => room === `user:${customer.id}`)).toBe(true);
    expect((await stranger.api.feed.since({ position: start, orderIds: [orderId] })).hints).toEqual([]);
    expect(await mayWatch(world.services, await sessionOf(customer), orderId)).toBe(true);
    expect(await mayWatch(world.services, await sessionOf(stranger), orderId)).toBe(false);
    expect((await customer.api.feed.since({ position: mine.position + 1_000_000 })).tooOld).toBe(true);
    expect(JSON.stringify(mine)).not.toContain("联洋");
    await world.act(customer, orderId, { type: "cancel", reason: "done with it" });
  });
});

describe("notifications", () => {
  it("are one's own, read one by one or all", async () => {
    const before = await customer.api.notifications.list({});
    expect(before.unread).toBeGreaterThan(1);
    const first = before.items[0]?.id ?? "";
    expect(await stranger.api.notifications.markRead({ ids: [first] })).toEqual({ unread: 0 });
    expect(await customer.api.notifications.markRead({ ids: [first] })).toEqual({ unread: before.unread - 1 });
    expect(await customer.api.notifications.markRead({})).toEqual({ unread: 0 });
    const page = await customer.api.notifications.list({ limit: 1 });
    expect((await customer.api.notifications.list({ limit: 1, cursor: page.nextCursor })).items[0]?.id).not.toBe(first);
  });
});

describe("reviews (§8)", () => {
  it("have a window, are given once, shown together or after fourteen days, amended upwards and replied to once", async () => {
    const orderId = await world.startedOrder(customer, worker, nextStart());
    const write = (person: Person, change: object = {}) =>
      person.api.reviews.write({ idempotencyKey: key(), orderId, stars: 4, text: "", ...change });
    expect(await codeOf(write(customer))).toBe("review_window_closed");
    await world.advanceTo(world.clock.now() + 2 * HOUR);
    await world.act(worker, orderId, { type: "finish", reason: "done", doneAddOnIds: [] });
    await world.act(customer, orderId, { type: "confirm" });
    expect((await customer.api.reviews.pending()).map(({ orderId: pending }) => pending)).toContain(orderId);
    expect(await codeOf(write(stranger))).toBe("not_yours");
    expect(await codeOf(write(customer, { stars: 6 }))).toBe("invalid_input");
    expect(await codeOf(write(customer, { photoIds: [key()] }))).toBe("not_found");
    const idempotencyKey = key();
    const review = await write(customer, { idempotencyKey, text: "很好，电话 13912345678" });
    expect(review.text).not.toContain("13912345678");
    expect((await write(customer, { idempotencyKey, text: "很好，电话 13912345678" })).id).toBe(review.id);
    expect(await codeOf(write(customer))).toBe("review_already_given");
    expect((await customer.api.reviews.listFor({ userId: worker.id })).items).toEqual([]);
    expect(await codeOf(customer.api.reviews.amend({ idempotencyKey: key(), reviewId: review.id, stars: 5, text: "x" }))).toBe("too_early");
    await world.advanceTo(world.clock.now() + 14 * DAY);
    const [shown] = (await customer.api.reviews.listFor({ userId: worker.id })).items;
    expect(shown).toMatchObject({ id: review.id, stars: 4, canAmend: true });
    expect(await codeOf(write(worker))).toBe("review_window_closed");
    expect(await codeOf(customer.api.reviews.amend({ idempotencyKey: key(), reviewId: review.id, stars: 3, text: "x" }))).toBe(
      "review_stars_lowered",
    );
    expect(await codeOf(stranger.api.reviews.amend({ idempotencyKey: key(), reviewId: review.id, stars: 5, text: "x" }))).toBe("not_yours");
    expect(await customer.api.reviews.amend({ idempotencyKey: key(), reviewId: review.id, stars: 5, text: "更好了" })).toMatchObject({
      stars: 5,
      canAmend: false,
    });
    expect(await codeOf(customer.api.reviews.amend({ idempotencyKey: key(), reviewId: review.id, stars: 5, text: "x" }))).toBe(
      "review_amendment_used",
    );
    expect(await codeOf(customer.api.reviews.reply({ idempotencyKey: key(), reviewId: review.id, text: "x" }))).toBe("not_yours");
    expect((await worker.api.reviews.reply({ idempotencyKey: key(), reviewId: review.id, text: "谢谢" })).reply?.text).toBe("谢谢");
    expect(await codeOf(worker.api.reviews.reply({ idempotencyKey: key(), reviewId: review.id, text: "x" }))).toBe("reply_already_given");
    expect((await worker.api.workers.standing()).parts.rating.reviews).toBe(1);
  });

  it("of both sides at once are published once", async () => {
    const orderId = await world.startedOrder(customer, worker, nextStart());
    await world.advanceTo(world.clock.now() + 2 * HOUR);
    await world.act(worker, orderId, { type: "finish", reason: "done", doneAddOnIds: [] });
    await world.act(customer, orderId, { type: "confirm" });
    await Promise.all([customer, worker].map((person) => person.api.reviews.write({ idempotencyKey: key(), orderId, stars: 5 })));
    expect((await customer.api.reviews.ofOrder({ orderId })).map(({ visible }) => visible)).toEqual([true, true]);
    const told = (await worker.api.notifications.list({ limit: 100 })).items.filter(
      ({ kind, orderId: of }) => kind === "review_received" && of === orderId,
    );
    expect(told).toHaveLength(1);
  });
});

describe("admins", () => {
  it("see the market and its people; what they look at is noted; suspension ends sessions", async () => {
    const phone = world.nextPhone();
    const person = await world.signIn("customer", phone);
    await person.api.accounts.setPassword({ password: "correct horse 7" });
    await users.update(world.services.db, person.id, { adminRoles: ["operator"] });
    await world.advanceTo(world.clock.now() + MINUTE);
    const door = world.callerFor("admin", null);
    await door.accounts.requestCode({ phone });
    const { token } = await door.accounts.signInWithPassword({
      phone,
      password: "correct horse 7",
      code: (await world.sms.messages(phone))[0]?.code ?? "",
      transport: "bearer",
    });
    const { admin } = world.callerFor("admin", token);

    const orderId = await world.acceptedOrder(customer, worker, nextStart());
    const overview = await admin.overview({ cityId: "shanghai" });
    expect(overview.inProgress.total).toBe(1);
    expect(overview.hourly).toHaveLength(24);
    expect(overview.fillRate.basisPoints).toBe(10_000);
    expect(overview.points.some(({ kind }) => kind === "in_progress")).toBe(true);
    expect(overview.queues.map(({ queue }) => queue)).toEqual(["verifications", "disputes", "claims", "overdue", "payouts"]);
    expect((await admin.orders({ states: ["accepted"], cityId: "shanghai" })).items.map(({ id }) => id)).toEqual([orderId]);
    expect((await admin.orders({ text: orderId.slice(0, 8) })).total).toBeGreaterThan(0);
    const dossier = await admin.dossier({ orderId });
    expect(dossier.receipts[0]?.workerId).toBe(worker.id);
    expect(dossier.order.address?.visibility).toBe("exact");
    expect((await admin.people({ text: worker.phone })).items.map(({ id }) => id)).toEqual([worker.id]);
    const detail = await admin.person({ userId: worker.id });
    expect(detail).toMatchObject({ roles: ["worker"], verification: { state: "verified" } });
    expect(detail.phoneMasked).not.toContain(worker.phone);
    expect((await admin.journal({ orderId })).items.map(({ reason }) => reason)).toEqual(["capture"]);
    expect((await admin.trialBalance()).sumFen).toBe(0);
    expect(await admin.overdue()).toEqual([]);
    expect(await admin.disputes()).toEqual([]);
    expect((await admin.verifications({})).items).toEqual([]);
    expect((await admin.auditLog({})).items.map(({ action }) => action)).toEqual(expect.arrayContaining(["order.read", "person.read"]));
    expect(await codeOf(customer.api.admin.overview({}))).toBe("wrong_role");
    expect(await codeOf(world.callerFor("admin", customer.token).admin.people({}))).toBe("session_expired");

    await admin.setSuspended({ userId: stranger.id, suspended: true, reason: "骚扰" });
    expect(await codeOf(stranger.api.accounts.me())).toBe("session_expired");
    expect(await codeOf(admin.setSuspended({ userId: person.id, suspended: true, reason: "self" }))).toBe("wrong_role");
    await world.act(customer, orderId, { type: "cancel", reason: "done with it" });
    expect((await workers.findById(world.services.db, worker.id))?.verified).toBe(true);
  });
});
