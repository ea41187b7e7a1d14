import { deadlines, ledger, orders, users } from "@lingong/db";
import { DAY, HOUR, MINUTE } from "@lingong/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codeOf, createWorld, expectConserved, key, morning, type Person, place, terms, type World } from "./world.ts";

let world: World;
let customer: Person;
let stranger: Person;
let worker: Person;

beforeAll(async () => {
  world = await createWorld();
  [customer, stranger] = [await world.customer(), await world.customer()];
  worker = await world.worker();
});
afterAll(() => world.database.drop());

/** A start a few days ahead of the clock as it is now, each on a day of its own. */
let day = 2;
function nextStart(): { startsAt: string } {
  day += 1;
  return { startsAt: new Date(Math.max(world.clock.now(), morning + day * DAY) + 26 * HOUR).toISOString() };
}

describe("drafting", () => {
  it("refuses what cannot be an order, with the field", async () => {
    const create = (change: object) =>
      codeOf(customer.api.orders.createDraft({ idempotencyKey: key(), terms: { ...terms(), ...change } as ReturnType<typeof terms> }));
    expect(await create({ cityId: "atlantis" })).toBe("not_found");
    expect(await create({ categoryId: "no_such" })).toBe("not_found");
    expect(await create({ address: { ...terms().address, position: { lat: 39.9, lng: 116.4 } } })).toBe("place_missing");
    expect(await create({ photoIds: [crypto.randomUUID()] })).toBe("not_found");
    expect(await create({ direct: { workerId: crypto.randomUUID(), ifRefused: "open" } })).toBe("not_found");
    for (const change of [
      { rateFenPerHour: -1 },
      { rateFenPerHour: 1.5 },
      { rateFenPerHour: 2 ** 53 },
      { bookedMinutes: 0 },
      { headcount: 0 },
      { startsAt: "soon" },
      { note: "x".repeat(10_000_000) },
    ])
      expect(await create(change)).toBe("invalid_input");
    expect(await create({ note: "a\u0000b" })).toBe("invalid_input");
  });

  it("says at preview what placing would refuse", async () => {
    const problem = async (change: object) =>
      (await customer.api.orders.preview({ terms: { ...terms(), ...change } as ReturnType<typeof terms> })).problems[0]?.code;
    expect(await problem({ scope: [] })).toBe("scope_incomplete");
    expect(await problem({ rateFenPerHour: 2_000 })).toBe("rate_below_minimum_wage");
    expect(await problem({ bookedMinutes: 100 })).toBe("minutes_invalid");
    expect(await problem({ headcount: 50 })).toBe("headcount_invalid");
    expect(await problem({ travelFen: 100_000 })).toBe("travel_compensation_too_high");
    expect(await problem({ startsAt: new Date(world.clock.now() + HOUR).toISOString() })).toBe("start_too_soon");
    expect(await problem({ startsAt: new Date(world.clock.now() + 61 * DAY).toISOString() })).toBe("start_too_late");
    expect(await problem({ address: null })).toBe("place_missing");
    expect((await world.callerFor("customer", null).orders.preview({ terms: terms() })).prepaidFen).toBe(15_000);
  });

  it("keeps the address out of the record, sealed beside it", async () => {
    const { orderId } = await customer.api.orders.createDraft({ idempotencyKey: key(), terms: terms() });
    const stored = await world.database.pool.query(
      "select o.body::text || coalesce(e.body::text, '') || encode(p.address_cipher, 'escape') as text from orders o join order_events e on e.order_id = o.id join order_places p on p.order_id = o.id where o.id = $1",
      [orderId],
    );
    expect(stored.rows[0].text).not.toContain("联洋年华");
    expect(stored.rows[0].text).not.toContain("门禁");
    expect((await customer.api.orders.get({ orderId })).address?.line).toBe("联洋年华 12 号楼 1202");
  });

  it("answers a repeated key with the same order, and refuses the key for another request", async () => {
    const idempotencyKey = key();
    const first = await customer.api.orders.createDraft({ idempotencyKey, terms: terms() });
    const again = await Promise.all([1, 2, 3].map(() => customer.api.orders.createDraft({ idempotencyKey, terms: terms() })));
    expect(new Set(again.map(({ orderId }) => orderId))).toEqual(new Set([first.orderId]));
    expect(await codeOf(customer.api.orders.createDraft({ idempotencyKey, terms: { ...terms(), bookedMinutes: 240 } }))).toBe(
      "idempotency_key_reused",
    );
    const edited = await customer.api.orders.editDraft({ orderId: first.orderId, idempotencyKey: key(), terms: { ...terms(), bookedMinutes: 240 } });
    expect(edited.termsHash).not.toBe(first.termsHash);
    expect(await codeOf(world.act(customer, first.orderId, { type: "place", termsHash: first.termsHash }))).toBe("terms_changed");
    expect(await codeOf(stranger.api.orders.editDraft({ orderId: first.orderId, idempotencyKey: key(), terms: terms() }))).toBe("not_yours");
    expect(
      await codeOf(customer.api.orders.editDraft({ orderId: first.orderId, idempotencyKey: key(), terms: { ...terms(), cityId: "beijing" } })),
    ).toBe("invalid_input");
  });
});

describe("other people's orders and forged ids", () => {
  it("are refused alike, with a code", async () => {
    const orderId = await world.acceptedOrder(customer, worker, nextStart());
    const other = await world.worker({ name: "吴立新", online: false });
    for (const person of [stranger, other]) {
      expect(await codeOf(person.api.orders.get({ orderId }))).toBe("not_yours");
      expect(await codeOf(world.act(person, orderId, { type: "cancel", reason: "why not" }))).toBe("not_yours");
      expect(await codeOf(person.api.photos.list({ orderId }))).toBe("not_yours");
      expect(await codeOf(person.api.reviews.ofOrder({ orderId }))).toBe("not_yours");
    }
    expect(await codeOf(stranger.api.orders.previewRaise({ orderId, rateFenPerHour: 9_000 }))).toBe("not_yours");
    expect(await codeOf(stranger.api.orders.checkout({ orderId, paymentId: crypto.randomUUID() }))).toBe("not_yours");
    expect(await codeOf(customer.api.orders.get({ orderId: crypto.randomUUID() }))).toBe("not_found");
    expect(await codeOf(customer.api.orders.get({ orderId: "1 or 1=1" }))).toBe("invalid_input");
    expect(await codeOf(world.callerFor("customer", null).orders.get({ orderId }))).toBe("not_signed_in");
    expect((await customer.api.feed.since({ position: 0, orderIds: [orderId] })).tooOld).toBe(false);
    await world.act(customer, orderId, { type: "cancel", reason: "plans changed" });
  });
});

describe("commands", () => {
  it("refuse the wrong side and the wrong state", async () => {
    const orderId = await world.acceptedOrder(customer, worker, nextStart());
    expect(await codeOf(world.act(worker, orderId, { type: "confirm" }))).toBe("wrong_state");
    expect(await codeOf(world.act(customer, orderId, { type: "depart" }))).toBe("not_allowed_to_actor");
    expect(await codeOf(world.act(worker, orderId, { type: "cancel", reason: "x" }))).toBe("not_allowed_to_actor");
    expect(await codeOf(world.act(worker, orderId, { type: "depart" }))).toBe("too_early");
    expect(await codeOf(world.act(worker, orderId, { type: "start", headcount: 1 }))).toBe("on_site_work");
    expect(await codeOf(world.act(customer, orderId, { type: "forceCancel", reason: "x", settlement: "full_refund" }))).toBe("not_allowed_to_actor");
    expect(await codeOf(world.act(worker, orderId, { type: "withdraw", reason: "  " }))).toBe("invalid_input");
    await world.act(customer, orderId, { type: "cancel", reason: "plans changed" });
    expect(await codeOf(world.act(customer, orderId, { type: "cancel", reason: "again" }))).toBe("wrong_state");
  });

  it("are applied once by key, also when they would be taken again", async () => {
    const orderId = await world.acceptedOrder(customer, worker, nextStart());
    const idempotencyKey = key();
    const command = { type: "proposeAddOn", kind: "item", title: "抽油烟机清洗", minutes: 0, fen: 2_500, photoId: null } as const;
    const answers = await Promise.all([1, 2, 3, 4].map(() => world.act(worker, orderId, command, idempotencyKey)));
    expect(answers.filter(({ repeated }) => !repeated)).toHaveLength(1);
    expect((await customer.api.orders.get({ orderId })).addOns).toHaveLength(1);
    expect(await codeOf(world.act(worker, orderId, { ...command, fen: 2_600 }, idempotencyKey))).toBe("idempotency_key_reused");
    const approve = { type: "approveAddOn", addOnId: (await customer.api.orders.get({ orderId })).addOns[0]?.id ?? "" } as const;
    const approval = key();
    const first = await world.act(customer, orderId, approve, approval);
    const second = await world.act(customer, orderId, approve, approval);
    expect(second).toMatchObject({ repeated: true, payment: { id: first.payment?.id } });
    await world.act(customer, orderId, { type: "cancel", reason: "plans changed" });
  });

  it("race: of cancel and accept at once exactly one wins, and the money adds up", async () => {
    for (let round = 0; round < 5; round += 1) {
      const orderId = await world.paidOrder(customer, nextStart());
      await world.dispatch();
      const offer = (await worker.api.offers.open()).find((each) => each.orderId === orderId);
      const { contractHash } = await worker.api.offers.get({ offerId: offer?.id ?? "" });
      const [cancelled, accepted] = await Promise.all([
        codeOf(world.act(customer, orderId, { type: "cancel", reason: "race" })),
        codeOf(worker.api.offers.accept({ offerId: offer?.id ?? "", idempotencyKey: key(), contractHash })),
      ]);
      const order = await customer.api.orders.get({ orderId });
      expect(["cancelled", "accepted"]).toContain(order.state);
      if (order.state === "accepted") await world.act(customer, orderId, { type: "cancel", reason: "clean up" });
      else expect(cancelled).toBe("accepted");
      expect(["accepted", "offer_not_open", "offer_taken"]).toContain(accepted);
      const after = await customer.api.orders.get({ orderId });
      expect(after.money.heldFen).toBe(0);
      expectConserved(after);
      expect(await ledger.findBalance(world.services.db, `escrow:${orderId}`)).toBe(0);
    }
  });

  it("count a worker's own instant of an offline step, within two hours", async () => {
    const orderId = await world.acceptedOrder(customer, worker, nextStart());
    const start = Date.parse((await worker.api.orders.get({ orderId })).workingStart ?? "");
    await world.advanceTo(start - 30 * MINUTE);
    await world.act(worker, orderId, { type: "depart" });
    await world.advanceTo(start + 50 * MINUTE);
    const arrivedAt = start - 5 * MINUTE;
    const { order } = await world.act(worker, orderId, { type: "arrive", position: place }, key(), {
      performedAt: new Date(arrivedAt).toISOString(),
    });
    expect(order.steps.find((step) => step.key === "arrive")?.at).toBe(new Date(arrivedAt).toISOString());
    await world.act(customer, orderId, { type: "cancel", reason: "at the door" });
  });
});

describe("cancelling by the ladder (§5)", () => {
  it("charges late what was shown, to the worker's wallet in the same moment", async () => {
    const orderId = await world.acceptedOrder(customer, worker, nextStart());
    const start = Date.parse((await customer.api.orders.get({ orderId })).startsAt ?? "");
    await world.advanceTo(start - 90 * MINUTE);
    const before = await customer.api.orders.get({ orderId });
    expect(before.cancellation).toMatchObject({ nowFeeFen: 7_500 });
    const wallet = (await worker.api.wallet.summary()).availableFen;
    const { order } = await world.act(customer, orderId, { type: "cancel", reason: "too late" });
    expect(order).toMatchObject({ state: "cancelled", money: { refundedFen: 7_500, workerNetFen: 7_500, commissionFen: 0, heldFen: 0 } });
    expect((await worker.api.wallet.summary()).availableFen).toBe(wallet + 7_500);
    expect((await worker.api.orders.get({ orderId })).address?.visibility).toBe("district");
  });
});

describe("timers", () => {
  it("expire an unpaid order in fifteen minutes; a late payment goes straight back", async () => {
    const { orderId, payment } = await world.place(customer, nextStart());
    expect((await deadlines.findByOrder(world.services.db, orderId))?.dueAt).toBe(world.clock.now() + 15 * MINUTE);
    await world.advanceTo(world.clock.now() + 15 * MINUTE);
    expect((await customer.api.orders.get({ orderId })).state).toBe("expired");
    await world.pay(payment.id, payment.fen);
    const order = await customer.api.orders.get({ orderId });
    expect(order).toMatchObject({ state: "expired", money: { prepaidFen: 15_000, refundedFen: 15_000, heldFen: 0 } });
    await world.relay();
    expect([...world.payment.refunds.values()].at(-1)).toMatchObject({ fen: 15_000 });
  });

  it("go first: a command after its deadline is judged in the state that follows", async () => {
    const { orderId, payment } = await world.place(customer, nextStart());
    world.clock.set(world.clock.now() + 15 * MINUTE);
    expect(await codeOf(customer.api.orders.checkout({ orderId, paymentId: payment.id }))).toBe("payment_not_awaited");
    expect((await customer.api.orders.get({ orderId })).state).toBe("expired");
  });

  it("confirm for a silent customer after 48 hours, with two reminders before", async () => {
    const orderId = await world.startedOrder(customer, worker, nextStart());
    await world.advanceTo(world.clock.now() + 3 * HOUR);
    await world.act(worker, orderId, { type: "finish", reason: "done", doneAddOnIds: [] });
    await world.advanceTo(world.clock.now() + 48 * HOUR);
    const order = await customer.api.orders.get({ orderId });
    expect(order).toMatchObject({ state: "completed", endCause: "auto_confirmed" });
    const told = (await customer.api.notifications.list({ limit: 50 })).items.filter((each) => each.orderId === orderId).map(({ kind }) => kind);
    expect(told.filter((kind) => kind === "confirmation_reminder")).toHaveLength(2);
  });

  it("hand an order on when the worker does not come", async () => {
    const orderId = await world.acceptedOrder(customer, worker, nextStart());
    const start = Date.parse((await customer.api.orders.get({ orderId })).workingStart ?? "");
    await world.advanceTo(start + 30 * MINUTE);
    expect(await customer.api.orders.get({ orderId })).toMatchObject({ state: "matching" });
    expect((await worker.api.workers.standing()).faults.map(({ kind }) => kind)).toContain("no_show");
    const { order } = await world.act(customer, orderId, { type: "cancel", reason: "nobody came" });
    expect(order.money).toMatchObject({ refundedFen: 15_000, workerNetFen: 0 });
  });
});

describe("disputes and forced ends", () => {
  async function admin(roles: string[], phone: string): Promise<Person> {
    const person = await world.signIn("customer", phone);
    await person.api.accounts.setPassword({ password: "correct horse 7" });
    await users.update(world.services.db, person.id, { adminRoles: roles });
    await world.advanceTo(world.clock.now() + MINUTE);
    await world.callerFor("admin", null).accounts.requestCode({ phone });
    const code = (await world.sms.messages(phone))[0]?.code ?? "";
    const { token } = await world
      .callerFor("admin", null)
      .accounts.signInWithPassword({ phone, password: "correct horse 7", code, transport: "bearer" });
    return { ...person, token: token ?? "", api: world.callerFor("admin", token) };
  }

  it("are decided by an arbitrator never involved, to the fen; looks and acts are in the audit log", async () => {
    const orderId = await world.startedOrder(customer, worker, nextStart());
    await world.advanceTo(world.clock.now() + 3 * HOUR);
    const operator = await admin(["operator"], world.nextPhone());
    const first = await admin(["arbitrator"], world.nextPhone());
    const arbitrator = await admin(["arbitrator"], world.nextPhone());
    await world.act(worker, orderId, { type: "finish", reason: "done", doneAddOnIds: [] });
    expect(await codeOf(world.act(customer, orderId, { type: "openDispute", amountFen: 99_999_999, reason: "too much" }))).toBe(
      "dispute_amount_invalid",
    );
    const opened = await world.act(customer, orderId, { type: "openDispute", amountFen: 6_000, reason: "玻璃没擦" });
    expect(opened.order.dispute).toMatchObject({ heldFen: 6_000, dueFen: 15_000, state: "evidence" });
    expect(opened.order.money.workerNetFen).toBeGreaterThan(0);
    expect(await codeOf(world.act(arbitrator, orderId, { type: "assignArbitrator", arbitratorId: arbitrator.id }))).toBe("wrong_role");
    expect(await codeOf(world.act(operator, orderId, { type: "assignArbitrator", arbitratorId: first.id }))).toBe("arbitrator_involved");
    expect(await codeOf(world.act(operator, orderId, { type: "assignArbitrator", arbitratorId: customer.id }))).toBe("arbitrator_involved");
    expect(await codeOf(world.act(operator, orderId, { type: "assignArbitrator", arbitratorId: stranger.id }))).toBe("not_found");
    await world.act(operator, orderId, { type: "closeEvidence" });
    await world.act(operator, orderId, { type: "assignArbitrator", arbitratorId: arbitrator.id });
    const decide = {
      type: "decideDispute" as const,
      toWorkerFen: 4_000,
      toCustomerFen: 2_000,
      reason: "五项中一项无完成证据",
      citedVersions: [1, 2],
    };
    expect(await codeOf(world.act(arbitrator, orderId, { ...decide, toCustomerFen: 3_000 }))).toBe("decision_does_not_add_up");
    expect(await codeOf(world.act(operator, orderId, decide))).toBe("wrong_role");
    await world.act(arbitrator, orderId, decide);
    await world.act(worker, orderId, { type: "acceptDecision" });
    const { order } = await world.act(customer, orderId, { type: "acceptDecision" });
    expect(order).toMatchObject({ state: "resolved", money: { heldFen: 0, refundedFen: 2_000 } });
    expectConserved(order);
    const dossier = await operator.api.admin.dossier({ orderId });
    expect(dossier).toMatchObject({ chain: { intact: true }, escrowFen: 0 });
    expect(dossier.events.length).toBe(dossier.chain.records);
    const log = await operator.api.admin.auditLog({});
    expect(log.items.map(({ action }) => action)).toEqual(expect.arrayContaining(["order.read", "order.decideDispute", "order.assignArbitrator"]));
  });

  it("force-cancels with a reason: full refund", async () => {
    const operator = await admin(["operator"], world.nextPhone());
    const orderId = await world.acceptedOrder(customer, worker, nextStart());
    expect(await codeOf(world.act(operator, orderId, { type: "forceCancel", reason: "", settlement: "full_refund" }))).toBe("invalid_input");
    const { order } = await world.act(operator, orderId, { type: "forceCancel", reason: "台风红色预警", settlement: "full_refund" });
    expect(order).toMatchObject({ state: "cancelled", money: { refundedFen: 15_000 } });
    expect(await codeOf(world.act(operator, orderId, { type: "cancel", reason: "x" }))).toBe("wrong_state");
    const record = await orders.findById(world.services.db, orderId);
    expect(record?.order.state).toBe("cancelled");
  });
});
