import { offers, orders, workers } from "@lingong/db";
import { DAY, HOUR, MINUTE, SECOND } from "@lingong/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codeOf, createWorld, key, morning, type Person, place, terms, type World } from "./world.ts";

let world: World;
let customer: Person;
let team: Person[];

beforeAll(async () => {
  world = await createWorld();
  customer = await world.customer();
  team = [];
  for (let index = 0; index < 5; index += 1)
    team.push(await world.worker({ name: `服务者${index}`, home: { lat: place.lat + index * 0.004, lng: place.lng } }));
});
afterAll(() => world.database.drop());

let day = 2;
function nextStart(): { startsAt: string } {
  day += 1;
  return { startsAt: new Date(Math.max(world.clock.now(), morning + day * DAY) + 26 * HOUR).toISOString() };
}

async function openOffers(orderId: string) {
  const lists = await Promise.all(
    team.map(async (person) => ({ person, offer: (await person.api.offers.open()).find((each) => each.orderId === orderId) })),
  );
  return lists.flatMap(({ person, offer }) => (offer === undefined ? [] : [{ person, offer }]));
}

async function accept(person: Person, offerId: string, idempotencyKey: string = key()) {
  const { contractHash } = await person.api.offers.get({ offerId });
  return person.api.offers.accept({ offerId, idempotencyKey, contractHash });
}

describe("a wave of offers (§6)", () => {
  it("goes to three; of all who accept at once exactly one wins, the others hear why", async () => {
    const orderId = await world.paidOrder(customer, nextStart());
    expect(await world.dispatch()).toMatchObject({ offers: 3 });
    expect(await world.dispatch()).toMatchObject({ offers: 0 });
    const asked = await openOffers(orderId);
    expect(asked).toHaveLength(3);
    const answers = await Promise.all(asked.map(({ person, offer }) => codeOf(accept(person, offer.id))));
    expect(answers.filter((answer) => answer === "accepted")).toHaveLength(1);
    expect(answers.filter((answer) => answer !== "accepted").every((answer) => answer === "offer_taken" || answer === "offer_not_open")).toBe(true);
    const order = (await orders.findById(world.services.db, orderId))?.order;
    expect(order?.state).toBe("accepted");
    expect((await offers.listForOrder(world.services.db, orderId)).map(({ state }) => state).sort()).toEqual(["accepted", "void", "void"]);
    const loser = asked.find(({ person }) => person.id !== order?.assignment?.workerId);
    expect(await codeOf(accept(loser?.person ?? customer, loser?.offer.id ?? ""))).toBe("offer_taken");
    expect((await loser?.person.api.offers.get({ offerId: loser.offer.id }))?.endedReason).toBe("taken");
    await world.act(customer, orderId, { type: "cancel", reason: "done with it" });
  });

  it("leaves a receipt for everybody considered, whose parts add up; who was passed over reads why once it went to another", async () => {
    const orderId = await world.paidOrder(customer, nextStart());
    await world.dispatch();
    const told = async (person: Person, which: "offered" | "missed") =>
      (await person.api.receipts.mine({ told: which })).items.filter((receipt) => receipt.orderId === orderId);
    const offered = (await Promise.all(team.map((person) => told(person, "offered")))).flat();
    expect(offered.map(({ outcome, reason }) => ({ outcome, reason }))).toEqual(Array(3).fill({ outcome: "offered", reason: null }));
    expect((await Promise.all(team.map((person) => told(person, "missed")))).flat()).toEqual([]);
    const [first] = await openOffers(orderId);
    const asked = await first?.person.api.offers.get({ offerId: first.offer.id });
    await accept(first?.person ?? customer, first?.offer.id ?? "");
    const passed = await Promise.all(team.map(async (person) => ({ person, receipts: await told(person, "missed") })));
    const missed = passed.flatMap(({ receipts }) => receipts);
    expect(missed).toHaveLength(2);
    for (const receipt of [...offered, ...missed])
      expect(receipt.score?.parts.reduce((sum, { points }) => sum + points, 0)).toBe(receipt.score?.total);
    const line = Math.min(...offered.map(({ score }) => score?.total ?? 0));
    for (const receipt of missed) {
      expect(receipt).toMatchObject({
        outcome: "passed_over",
        reason: "outranked",
        of: 5,
        wave: 1,
        waveKm: 5,
        lineScore: line,
        netFen: asked?.netFen,
      });
      expect(receipt.distanceMetres).toBeGreaterThan(1_000);
      expect(receipt.improvement?.rank).toBeLessThan(receipt.score?.rank ?? 0);
    }
    const reader = passed.find(({ receipts }) => receipts.length > 0);
    const receiptId = reader?.receipts[0]?.id ?? "";
    expect(await reader?.person.api.receipts.get({ receiptId })).toEqual(reader?.receipts[0]);
    expect(JSON.stringify(reader?.receipts)).not.toContain(first?.person.id);
    expect(await codeOf(customer.api.receipts.get({ receiptId }))).toBe("wrong_role");
    expect(await codeOf(reader?.person.api.receipts.get({ receiptId: "1-01890a5d-ac96-774b-bcce-b302099a8057" }) ?? Promise.resolve())).toBe(
      "not_found",
    );
    await world.act(customer, orderId, { type: "cancel", reason: "done with it" });
  });

  it("is somebody's own: forged ids, other people's offers and an accept signed blindly are refused", async () => {
    const orderId = await world.paidOrder(customer, nextStart());
    await world.dispatch();
    const [first, second] = await openOffers(orderId);
    expect(await codeOf(first?.person.api.offers.get({ offerId: second?.offer.id ?? "" }) ?? Promise.resolve())).toBe("not_yours");
    expect(await codeOf(first?.person.api.offers.decline({ offerId: second?.offer.id ?? "", idempotencyKey: key() }) ?? Promise.resolve())).toBe(
      "not_yours",
    );
    expect(await codeOf(first?.person.api.offers.get({ offerId: crypto.randomUUID() }) ?? Promise.resolve())).toBe("not_found");
    expect(
      await codeOf(
        first?.person.api.offers.accept({ offerId: first.offer.id, idempotencyKey: key(), contractHash: "0".repeat(64) }) ?? Promise.resolve(),
      ),
    ).toBe("terms_changed");
    expect(await codeOf(customer.api.offers.open())).toBe("wrong_role");
    const idempotencyKey = key();
    await accept(first?.person ?? customer, first?.offer.id ?? "", idempotencyKey);
    expect(await accept(first?.person ?? customer, first?.offer.id ?? "", idempotencyKey)).toMatchObject({ repeated: true });
    await world.act(customer, orderId, { type: "cancel", reason: "done with it" });
  });

  it("ends by declining, which costs nothing, or by time: three missed in a row go offline", async () => {
    const orderId = await world.paidOrder(customer, nextStart());
    await world.dispatch();
    const [first] = await openOffers(orderId);
    const idempotencyKey = key();
    await first?.person.api.offers.decline({ offerId: first.offer.id, idempotencyKey });
    await first?.person.api.offers.decline({ offerId: first.offer.id, idempotencyKey });
    expect((await workers.findById(world.services.db, first?.person.id ?? ""))?.missedInARow).toBe(0);
    await world.advanceTo(world.clock.now() + 15 * MINUTE);
    expect(await openOffers(orderId)).toEqual([]);
    const states = (await offers.listForOrder(world.services.db, orderId)).map(({ state }) => state).sort();
    expect(states).toEqual(["declined", "timed_out", "timed_out"]);
    expect(await codeOf(accept(first?.person ?? customer, first?.offer.id ?? ""))).toBe("offer_not_open");
    await world.act(customer, orderId, { type: "cancel", reason: "done with it" });

    const lonely = await world.worker({ name: "独行者", categoryIds: ["pet_care"] });
    for (let missed = 0; missed < 3; missed += 1) {
      const id = await world.paidOrder(customer, {
        ...nextStart(),
        categoryId: "pet_care",
        scope: petScope,
        bookedMinutes: 120,
        tags: [],
      });
      await world.dispatch();
      expect(await lonely.api.offers.open()).toHaveLength(1);
      await world.advanceTo(world.clock.now() + 15 * MINUTE);
      await world.act(customer, id, { type: "cancel", reason: "next" });
    }
    expect(await lonely.api.workers.today()).toMatchObject({ online: false, held: { code: "missed_offers" } });
    expect((await lonely.api.notifications.list({})).items.map(({ kind }) => kind)).toContain("went_offline");
  });

  it("has 60 seconds when the start is near", async () => {
    const orderId = await world.paidOrder(customer, { startsAt: new Date(world.clock.now() + 3 * HOUR).toISOString() });
    await world.dispatch();
    const [first] = await openOffers(orderId);
    expect(Date.parse(first?.offer.expiresAt ?? "") - world.clock.now()).toBe(60 * SECOND);
    await world.act(customer, orderId, { type: "cancel", reason: "done with it" });
  });
});

const petScope = [
  { key: "pet", value: "cat" },
  { key: "count", value: 2 },
  { key: "tasks", value: ["feed", "litter"] },
];

describe("a calendar", () => {
  it("never holds two orders that overlap, buffer included, whoever asks at once", async () => {
    const worker = await world.worker({ name: "忙人", categoryIds: ["cooking"] });
    const start = new Date(world.clock.now() + 30 * HOUR).toISOString();
    const cooking = { categoryId: "cooking", scope: cookingScope, tags: [], bookedMinutes: 120, startsAt: start };
    const ids = [await world.paidOrder(customer, cooking), await world.paidOrder(customer, cooking)];
    for (const id of ids) await world.services.db.updateTable("matching").set({ wave: 3 }).where("order_id", "=", id).execute();
    const hall = await worker.api.hall.list({});
    expect(hall.items.map(({ orderId }) => orderId).sort()).toEqual([...ids].sort());
    const jobs = await Promise.all(ids.map((orderId) => worker.api.hall.get({ orderId })));
    const answers = await Promise.all(
      jobs.map((job) => codeOf(worker.api.hall.take({ orderId: job.orderId, idempotencyKey: key(), contractHash: job.contractHash }))),
    );
    expect(answers.filter((answer) => answer === "accepted")).toHaveLength(1);
    expect(answers).toContain("excluded_overlapping");
    expect((await worker.api.hall.list({})).items).toEqual([]);
    for (const id of ids) await world.act(customer, id, { type: "cancel", reason: "done with it" });
  });

  it("keeps rest blocks hard on every path", async () => {
    const worker = await world.worker({ name: "歇人", categoryIds: ["cooking"] });
    const start = world.clock.now() + 30 * HOUR;
    const orderId = await world.paidOrder(customer, {
      categoryId: "cooking",
      scope: cookingScope,
      tags: [],
      bookedMinutes: 120,
      startsAt: new Date(start).toISOString(),
    });
    await world.services.db.updateTable("matching").set({ wave: 3 }).where("order_id", "=", orderId).execute();
    const { contractHash } = await worker.api.hall.get({ orderId });
    const id = key();
    await worker.api.workers.addRestBlock({ id, from: new Date(start + HOUR).toISOString(), to: new Date(start + 2 * HOUR).toISOString() });
    expect(await codeOf(worker.api.hall.take({ orderId, idempotencyKey: key(), contractHash }))).toBe("excluded_resting");
    expect(await codeOf(team[0]?.api.workers.removeRestBlock({ id }) ?? Promise.resolve())).toBe("not_found");
    await worker.api.workers.removeRestBlock({ id });
    const { order } = await worker.api.hall.take({ orderId, idempotencyKey: key(), contractHash });
    expect(order.state).toBe("accepted");
    const other = await world.worker({ name: "晚人", categoryIds: ["cooking"] });
    expect(await codeOf(other.api.hall.take({ orderId, idempotencyKey: key(), contractHash }))).toBe("offer_taken");
    expect(await codeOf(other.api.hall.get({ orderId }))).toBe("offer_taken");
    await world.act(customer, orderId, { type: "cancel", reason: "done with it" });
  });
});

const cookingScope = [
  { key: "people", value: 4 },
  { key: "dishes", value: 5 },
  { key: "shopping", value: "customer" },
];

describe("a direct booking", () => {
  it("asks one alone; refused, it is open to all or refunded as chosen", async () => {
    const booked = team[0] ?? customer;
    for (const ifRefused of ["open", "refund"] as const) {
      const orderId = await world.paidOrder(customer, { ...nextStart(), direct: { workerId: booked.id, ifRefused } });
      await world.dispatch();
      const asked = await openOffers(orderId);
      expect(asked.map(({ person }) => person.id)).toEqual([booked.id]);
      expect(asked[0]?.offer.exclusive).toBe(true);
      await booked.api.offers.decline({ offerId: asked[0]?.offer.id ?? "", idempotencyKey: key() });
      const order = await customer.api.orders.get({ orderId });
      expect(order.state).toBe(ifRefused === "open" ? "matching" : "cancelled");
      expect(order.money.refundedFen).toBe(ifRefused === "open" ? 0 : 15_000);
      if (ifRefused === "open") {
        await world.dispatch();
        expect((await openOffers(orderId)).map(({ person }) => person.id)).not.toContain(booked.id);
        await world.act(customer, orderId, { type: "cancel", reason: "done with it" });
      }
    }
  });
});

describe("a higher price", () => {
  it("counts when it is paid, and asks again those who declined", async () => {
    const orderId = await world.paidOrder(customer, nextStart());
    await world.dispatch();
    for (const { person, offer } of await openOffers(orderId)) await person.api.offers.decline({ offerId: offer.id, idempotencyKey: key() });
    const preview = await customer.api.orders.previewRaise({ orderId, rateFenPerHour: 6_000 });
    expect(preview).toMatchObject({ extraFen: 3_000, newTotalFen: 18_000 });
    expect(await codeOf(world.act(customer, orderId, { type: "raisePrice", rateFenPerHour: 4_000, termsHash: preview.termsHash }))).toBe(
      "raise_not_higher",
    );
    const { payment } = await world.act(customer, orderId, { type: "raisePrice", rateFenPerHour: 6_000, termsHash: preview.termsHash });
    expect((await customer.api.orders.get({ orderId })).terms.rateFenPerHour).toBe(5_000);
    await world.pay(payment?.id ?? "", 3_000);
    expect((await customer.api.orders.get({ orderId })).terms.rateFenPerHour).toBe(6_000);
    await world.dispatch();
    expect(await openOffers(orderId)).toHaveLength(3);
    await world.act(customer, orderId, { type: "cancel", reason: "done with it" });
  });
});

describe("answered briefly", () => {
  it("says what became of each step, without the page, and the same again to the same key", async () => {
    const { orderId, termsHash } = await customer.api.orders.createDraft({ idempotencyKey: key(), terms: { ...terms(), ...nextStart() } });
    const placing = { orderId, idempotencyKey: key(), command: { type: "place", termsHash } } as const;
    const placed = await customer.api.orders.actBriefly(placing);
    expect(placed).toMatchObject({ orderId, version: 2, state: "awaiting_payment", payment: { fen: 15_000, state: "awaited" }, repeated: false });
    expect(await customer.api.orders.actBriefly(placing)).toEqual({ ...placed, repeated: true });
    await world.pay(placed.payment?.id ?? "", 15_000);
    await world.dispatch();
    const [asked] = await openOffers(orderId);
    const helper = asked?.person ?? customer;
    const { id: offerId, contractHash } = await helper.api.offers.get({ offerId: asked?.offer.id ?? "" });
    const accepting = { offerId, contractHash, idempotencyKey: key() };
    const accepted = await helper.api.offers.acceptBriefly(accepting);
    expect(accepted).toMatchObject({ orderId, state: "accepted", payment: null, repeated: false });
    expect(await helper.api.offers.acceptBriefly(accepting)).toEqual({ ...accepted, repeated: true });
    expect(await codeOf(helper.api.orders.actBriefly({ orderId, idempotencyKey: key(), command: { type: "confirm" } }))).toBe("wrong_state");
  });
});
