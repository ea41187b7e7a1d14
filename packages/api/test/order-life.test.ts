import { ledger, orders } from "@lingong/db";
import { MINUTE, replay } from "@lingong/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codeOf, createWorld, expectConserved, key, type Person, terms, type World } from "./world.ts";

let world: World;
let customer: Person;
let worker: Person;

beforeAll(async () => {
  world = await createWorld();
  customer = await world.customer();
  worker = await world.worker();
});
afterAll(() => world.database.drop());

describe("one order, whole", () => {
  let orderId = "";

  it("is previewed before there is one, with the hash that is signed later", async () => {
    const preview = await customer.api.orders.preview({ terms: terms() });
    expect(preview.prepaidFen).toBe(15_000);
    expect(preview.problems).toEqual([]);
    expect(preview.contract.clauses).toHaveLength(8);
    expect(preview.split.leastNet).toMatchObject({ workerNetFen: 12_300, commissionFen: 2_700, rate: 1_800 });
    expect(preview.split.mostNet.workerNetFen).toBe(12_750);
    expect(preview.ladder.map(({ row, feeFen }) => [row, feeFen])).toContainEqual(["middle", 3_000]);
    const draft = await customer.api.orders.createDraft({ idempotencyKey: key(), terms: terms() });
    expect(draft.termsHash).toBe(preview.termsHash);
    orderId = draft.orderId;
  });

  it("is placed, paid and offered", async () => {
    const { termsHash } = (await customer.api.orders.get({ orderId })).terms;
    const placed = await world.act(customer, orderId, { type: "place", termsHash });
    expect(placed.order.state).toBe("awaiting_payment");
    expect(placed.payment).toMatchObject({ fen: 15_000, purpose: "order", state: "awaited" });
    const { url } = await customer.api.orders.checkout({ orderId, paymentId: placed.payment?.id ?? "" });
    expect(url).toContain(placed.payment?.id);
    await world.pay(placed.payment?.id ?? "", 15_000);
    expect((await customer.api.orders.get({ orderId })).state).toBe("matching");
    expect(await world.dispatch()).toMatchObject({ offers: 1, held: true });
  });

  it("reaches the worker with net pay, reasons and a blurred place, and is accepted", async () => {
    const [card] = await worker.api.offers.open();
    expect(card).toMatchObject({ orderId, netFen: 12_300, exclusive: false, flags: ["new_customer"] });
    const offer = await worker.api.offers.get({ offerId: card?.id ?? "" });
    expect(offer.score?.parts.reduce((sum, { points }) => sum + points, 0)).toBe(offer.score?.total);
    expect(offer.score?.rank).toBe(1);
    expect(offer.place?.radiusMetres).toBe(500);
    expect(JSON.stringify(offer)).not.toContain("1202");
    const { order } = await worker.api.offers.accept({ offerId: offer.id, idempotencyKey: key(), contractHash: offer.contractHash });
    expect(order).toMatchObject({ state: "accepted", contractHash: offer.contractHash, side: "worker" });
    expect(order.address).toMatchObject({ visibility: "exact", line: "联洋年华 12 号楼 1202" });
    expect(order.payments).toEqual([]);
  });

  it("travels, arrives, works with a pause, and an add-on is agreed and paid", async () => {
    const start = Date.parse((await worker.api.orders.get({ orderId })).workingStart ?? "");
    for (const person of [customer, worker]) await world.act(person, orderId, { type: "confirmTime" });
    await world.advanceTo(start - 40 * MINUTE);
    await worker.api.workers.reportPosition({ position: { lat: 31.24, lng: 121.52 } });
    await world.act(worker, orderId, { type: "depart" });
    const travelling = await customer.api.orders.get({ orderId });
    expect(travelling.travel?.distanceMetres).toBeGreaterThan(1_000);
    expect(travelling.steps.find(({ key: step }) => step === "travel")?.state).toBe("current");
    await world.advanceTo(start - 12 * MINUTE);
    await world.act(worker, orderId, { type: "arrive", position: { lat: 31.2215, lng: 121.5447 } });
    await world.advanceTo(start);
    await world.act(worker, orderId, { type: "start", headcount: 1 });
    await world.advanceTo(start + 88 * MINUTE);
    await world.act(worker, orderId, { type: "pause" });
    await world.advanceTo(start + 98 * MINUTE);
    await world.act(worker, orderId, { type: "resume" });
    const proposed = await world.act(worker, orderId, {
      type: "proposeAddOn",
      kind: "time",
      title: "冰箱内部清洁",
      minutes: 30,
      fen: 0,
      photoId: null,
    });
    const addOn = proposed.order.addOns[0];
    expect(addOn).toMatchObject({ fen: 2_500, state: "proposed", by: "worker" });
    const asked = (await customer.api.orders.get({ orderId })).actions.find(({ command }) => command === "approveAddOn");
    expect(asked).toMatchObject({ subjectId: addOn?.id, consequence: { paysFen: 2_500 } });
    const approved = await world.act(customer, orderId, { type: "approveAddOn", addOnId: addOn?.id ?? "" });
    await world.pay(approved.payment?.id ?? "", 2_500);
    expect((await customer.api.orders.get({ orderId })).addOns[0]?.state).toBe("paid");
    await world.advanceTo(start + 203 * MINUTE);
  });

  it("is finished with a bill and confirmed: the worker is paid this moment", async () => {
    const before = await customer.api.orders.get({ orderId });
    expect(before.service).toMatchObject({ workedMinutes: 193, billedMinutes: 195, costSoFarFen: 16_250 });
    await world.act(worker, orderId, { type: "finish", reason: "done", doneAddOnIds: [] });
    const finished = await customer.api.orders.get({ orderId });
    expect(finished.bill).toMatchObject({
      final: true,
      billedMinutes: 195,
      authorisedMinutes: 210,
      totalFen: 16_250,
      refundFen: 1_250,
      prepaidFen: 17_500,
      workerNetFen: 13_325,
    });
    expect(finished.service?.segments.map(({ kind, minutes }) => [kind, minutes])).toEqual([
      ["work", 88],
      ["pause", 10],
      ["work", 105],
    ]);
    const promised = finished.actions.find(({ command }) => command === "confirm")?.consequence;
    const { order } = await world.act(customer, orderId, { type: "confirm" });
    expect(promised).toMatchObject({ to: "completed", workerReceivesFen: 13_325, refundFen: 1_250, commissionFen: 2_925 });
    expect(order).toMatchObject({ state: "completed", money: { heldFen: 0, refundedFen: 1_250, workerNetFen: 13_325, commissionFen: 2_925 } });
    expectConserved(order);
    expect((await worker.api.wallet.summary()).availableFen).toBe(13_325);
    expect(await ledger.findBalance(world.services.db, `escrow:${orderId}`)).toBe(0);
    await world.relay();
    expect([...world.payment.refunds.values()]).toEqual([expect.objectContaining({ fen: 1_250 })]);
  });

  it("is reviewed by both; neither sees the other's before", async () => {
    const mine = await customer.api.reviews.write({ idempotencyKey: key(), orderId, stars: 5, tags: ["punctual"], text: "油烟机边缝都擦到了" });
    expect(mine.visible).toBe(false);
    expect(await worker.api.reviews.ofOrder({ orderId })).toEqual([]);
    const theirs = await worker.api.reviews.write({ idempotencyKey: key(), orderId, stars: 5, tags: [], text: "沟通清楚" });
    expect(theirs.visible).toBe(true);
    expect(await worker.api.reviews.ofOrder({ orderId })).toHaveLength(2);
    const standing = await worker.api.workers.standing();
    expect(standing.completedOrders).toBe(1);
    expect(standing.parts.rating.reviews).toBe(1);
    expect(standing.standing).toBe(Object.values(standing.parts).reduce((sum, { points }) => sum + points, 0));
    expect((await customer.api.customers.home()).regulars[0]?.worker).toMatchObject({ id: worker.id, together: 1 });
  });

  it("leaves a whole chain of events that tells the same order again, and a ledger that adds up", async () => {
    const [record, events] = [await orders.findById(world.services.db, orderId), await orders.listEvents(world.services.db, orderId)];
    expect(replay(events.map(({ event }) => event))).toEqual(record?.order);
    const trial = await ledger.findTrialBalance(world.services.db);
    expect(trial.sum).toBe(0);
    const earnings = await worker.api.wallet.earnings({ period: "week", day: new Date(world.clock.now()).toISOString().slice(0, 10) });
    expect(earnings).toMatchObject({ netFen: 13_325, orders: 1, billedMinutes: 195 });
    expect(earnings.items[0]).toMatchObject({ customerPaysFen: 16_250, commissionFen: 2_925, netFen: 13_325 });
  });

  it("tips within limits, all to the worker", async () => {
    expect(await codeOf(world.act(customer, orderId, { type: "tip", fen: 50 }))).toBe("tip_invalid");
    const { payment } = await world.act(customer, orderId, { type: "tip", fen: 1_000 });
    await world.pay(payment?.id ?? "", 1_000);
    expect((await worker.api.wallet.summary()).availableFen).toBe(14_325);
  });
});
