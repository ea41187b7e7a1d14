import { ledger, payments, wallet } from "@lingong/db";
import { DAY, HOUR } from "@lingong/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { handleOpenPaymentEvents, jobs, receivePaymentEvent } from "../src/index.ts";
import { codeOf, createWorld, expectConserved, key, morning, type Person, type World } from "./world.ts";

let world: World;
let customer: Person;
let worker: Person;

beforeAll(async () => {
  world = await createWorld();
  customer = await world.customer();
  worker = await world.worker();
});
afterAll(() => world.database.drop());

let day = 2;
function nextStart(): { startsAt: string } {
  day += 1;
  return { startsAt: new Date(Math.max(world.clock.now(), morning + day * DAY) + 26 * HOUR).toISOString() };
}

/** A worker with what three hours bring. */
async function earn(): Promise<number> {
  const orderId = await world.startedOrder(customer, worker, nextStart());
  await world.advanceTo(world.clock.now() + 3 * HOUR);
  await world.act(worker, orderId, { type: "finish", reason: "done", doneAddOnIds: [] });
  await world.act(customer, orderId, { type: "confirm" });
  return (await worker.api.wallet.summary()).availableFen;
}

describe("webhooks", () => {
  it("with a missing or wrong signature, or broken JSON, say nothing to us", async () => {
    const { payment } = world;
    const event = { kind: "payment_captured", eventId: "evt_1", at: 0, paymentId: key(), captureId: "c", fen: 1 };
    const signed = payment.sign(event);
    expect(await payment.verifyWebhook({ ...signed, headers: {} })).toMatchObject({ ok: false, refusal: "signature_missing" });
    expect(await payment.verifyWebhook(payment.sign(event, "another secret"))).toMatchObject({ ok: false, refusal: "signature_wrong" });
    expect(await payment.verifyWebhook({ ...signed, body: Buffer.from(JSON.stringify({ ...event, fen: 100 })) })).toMatchObject({
      ok: false,
      refusal: "signature_wrong",
    });
    expect(await payment.verifyWebhook(payment.sign("{broken"))).toMatchObject({ ok: false, refusal: "malformed" });
  });

  it("are booked once, however often and in whatever company they come", async () => {
    const { orderId, payment } = await world.place(customer, nextStart());
    const event = {
      kind: "payment_captured",
      eventId: "evt_same",
      at: world.clock.now(),
      paymentId: payment.id,
      captureId: "pay_same",
      fen: payment.fen,
    } as const;
    const answers = await Promise.all(Array.from({ length: 6 }, () => receivePaymentEvent(world.services, event)));
    expect(answers.filter(({ fresh }) => fresh)).toHaveLength(1);
    await receivePaymentEvent(world.services, { ...event, eventId: "evt_other" });
    const order = await customer.api.orders.get({ orderId });
    expect(order).toMatchObject({ state: "matching", money: { prepaidFen: 15_000, heldFen: 15_000, refundedFen: 0 } });
    await world.pay(payment.id, payment.fen, "pay_twice");
    const twice = await customer.api.orders.get({ orderId });
    expect(twice.money).toMatchObject({ prepaidFen: 30_000, heldFen: 15_000, refundedFen: 15_000 });
    expectConserved(twice);
    await world.relay();
    expect([...world.payment.refunds.values()].at(-1)).toMatchObject({ captureId: "pay_twice", fen: 15_000 });
    await world.act(customer, orderId, { type: "cancel", reason: "done with it" });
  });

  it("of a wrong amount go back, the order still waits; of nothing we know they change nothing", async () => {
    const { orderId, payment } = await world.place(customer, nextStart());
    await world.pay(payment.id, payment.fen - 1);
    expect(await customer.api.orders.get({ orderId })).toMatchObject({
      state: "awaiting_payment",
      money: { refundedFen: payment.fen - 1, heldFen: 0 },
    });
    const before = await ledger.findTrialBalance(world.services.db);
    await world.pay(key(), 500);
    expect((await ledger.findTrialBalance(world.services.db)).entries).toBe(before.entries);
    await receivePaymentEvent(world.services, { kind: "payment_failed", eventId: key(), at: 0, paymentId: payment.id, reason: "declined" });
    expect((await customer.api.notifications.list({})).items[0]).toMatchObject({ kind: "payment_failed", orderId });
    await world.pay(payment.id, payment.fen);
    expect((await customer.api.orders.get({ orderId })).state).toBe("matching");
    await world.act(customer, orderId, { type: "cancel", reason: "done with it" });
  });

  it("that a crash left unhandled are handled by the sweep", async () => {
    const { orderId, payment } = await world.place(customer, nextStart());
    const event = {
      kind: "payment_captured",
      eventId: "evt_left",
      at: world.clock.now(),
      paymentId: payment.id,
      captureId: "pay_left",
      fen: payment.fen,
    } as const;
    await payments.insertEvent(world.services.db, {
      provider: "testpay",
      eventId: event.eventId,
      kind: event.kind,
      body: event,
      receivedAt: world.clock.now(),
    });
    expect(await handleOpenPaymentEvents(world.services)).toBe(1);
    expect(await handleOpenPaymentEvents(world.services)).toBe(0);
    expect((await customer.api.orders.get({ orderId })).state).toBe("matching");
    await world.act(customer, orderId, { type: "cancel", reason: "done with it" });
  });
});

describe("refunds", () => {
  it("are asked for again until the provider answers, under one key", async () => {
    const orderId = await world.paidOrder(customer, nextStart());
    world.payment.answer = "silence";
    await world.act(customer, orderId, { type: "cancel", reason: "done with it" });
    await world.relay();
    const [intent] = await payments.listIntentsForOrder(world.services.db, orderId);
    expect(intent).toMatchObject({ kind: "refund", state: "sent", attempts: 1, fen: 15_000 });
    world.payment.answer = "succeeded";
    await jobs.intent(world.services, { id: intent?.key ?? "" });
    await jobs.intent(world.services, { id: intent?.key ?? "" });
    expect(await payments.findIntent(world.services.db, intent?.key ?? "")).toMatchObject({ state: "succeeded", attempts: 2 });
    expect([...world.payment.refunds.keys()].filter((each) => each === intent?.key)).toHaveLength(1);
  });
});

describe("checkout", () => {
  it("leads to one page; a provider that does not answer is `unavailable`, and nothing is charged", async () => {
    const { orderId, payment } = await world.place(customer, nextStart());
    world.payment.answer = "silence";
    expect(await codeOf(customer.api.orders.checkout({ orderId, paymentId: payment.id }))).toBe("unavailable");
    world.payment.answer = "succeeded";
    const first = await customer.api.orders.checkout({ orderId, paymentId: payment.id });
    expect(await customer.api.orders.checkout({ orderId, paymentId: payment.id })).toEqual(first);
    expect(await codeOf(customer.api.orders.checkout({ orderId, paymentId: key() }))).toBe("not_found");
    await world.act(customer, orderId, { type: "cancel", reason: "done with it" });
    expect(await codeOf(customer.api.orders.checkout({ orderId, paymentId: payment.id }))).toBe("payment_not_awaited");
  });
});

describe("the wallet", () => {
  const card = { kind: "bank_card" as const, institution: "工商银行", number: "6222 0200 0000 0000 006", holderName: "周桂芳" };

  it("binds cards by Luhn, sealed and masked", async () => {
    expect(await codeOf(worker.api.wallet.bindAccount({ ...card, idempotencyKey: key(), number: "6222020000000000001" }))).toBe("card_invalid");
    const valid = luhn("622202000000000000");
    const idempotencyKey = key();
    const bound = await worker.api.wallet.bindAccount({ ...card, number: valid, idempotencyKey });
    expect(bound.numberMasked).toBe(`**** **** **** ${valid.slice(-4)}`);
    expect(await worker.api.wallet.bindAccount({ ...card, number: valid, idempotencyKey })).toEqual(bound);
    expect((await worker.api.wallet.bindAccount({ ...card, number: valid, idempotencyKey: key() })).id).toBe(bound.id);
    const stored = await world.database.pool.query(
      "select row_to_json(p)::text as row from payout_accounts p union all select row_to_json(c)::text from commands c",
    );
    expect(stored.rows.map(({ row }: { row: string }) => row).join()).not.toContain(valid);
    expect(await codeOf(customer.api.wallet.summary())).toBe("wrong_role");
    const other = await world.worker({ name: "别人", online: false });
    expect(await codeOf(other.api.wallet.removeAccount({ accountId: bound.id }))).toBe("not_found");
  });

  it("pays out what was shown, the fee inside; a failed payout returns the whole amount", async () => {
    const balance = await earn();
    const [account] = await worker.api.wallet.payoutAccounts();
    const accountId = account?.id ?? "";
    const preview = await worker.api.wallet.previewWithdrawal({ amountFen: 10_000 });
    expect(preview).toMatchObject({ feeFen: 100, arrivesFen: 9_900, leftFen: balance - 10_000, problem: null });
    expect(await codeOf(worker.api.wallet.withdraw({ idempotencyKey: key(), amountFen: 99, accountId }))).toBe("withdrawal_too_small");
    expect(await codeOf(worker.api.wallet.withdraw({ idempotencyKey: key(), amountFen: balance + 1, accountId }))).toBe("balance_too_low");
    expect(await codeOf(worker.api.wallet.withdraw({ idempotencyKey: key(), amountFen: 1_000, accountId: key() }))).toBe("account_not_bound");
    for (const amountFen of [0, -5, 0.5, 2 ** 60])
      expect(["amount_invalid", "invalid_input"]).toContain(
        await codeOf(worker.api.wallet.withdraw({ idempotencyKey: key(), amountFen, accountId })),
      );

    const idempotencyKey = key();
    const asked = await worker.api.wallet.withdraw({ idempotencyKey, amountFen: 10_000, accountId });
    expect(await worker.api.wallet.withdraw({ idempotencyKey, amountFen: 10_000, accountId })).toEqual(asked);
    expect((await worker.api.wallet.summary()).availableFen).toBe(balance - 10_000);
    await world.relay();
    expect([...world.payment.payouts.values()]).toEqual([
      expect.objectContaining({ fen: 9_900, payee: expect.objectContaining({ holderName: "周桂芳" }) }),
    ]);
    expect((await worker.api.wallet.withdrawals({})).items[0]).toMatchObject({ state: "paid", arrivesFen: 9_900, feeFen: 100 });

    world.payment.answer = "refused";
    const failed = await worker.api.wallet.withdraw({ idempotencyKey: key(), amountFen: 1_000, accountId });
    await world.relay();
    expect((await worker.api.wallet.withdrawals({})).items[0]).toMatchObject({ id: failed.id, state: "failed", failureReason: "account_closed" });
    expect((await worker.api.wallet.summary()).availableFen).toBe(balance - 10_000);
    world.payment.answer = "succeeded";
    const statement = await worker.api.wallet.statement({});
    expect(statement.items[0]?.balanceFen).toBe(balance - 10_000);
    expect(statement.items.map(({ fen }) => fen)).toEqual(expect.arrayContaining([-10_000, -1_000, 1_000]));
  });

  it("counts two withdrawals at once one after the other, three a day", async () => {
    const [account] = await worker.api.wallet.payoutAccounts();
    const before = (await worker.api.wallet.summary()).availableFen;
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => codeOf(worker.api.wallet.withdraw({ idempotencyKey: key(), amountFen: 200, accountId: account?.id ?? "" }))),
    );
    const taken = answers.filter((answer) => answer === "accepted").length;
    expect(taken).toBe(2);
    expect(answers.filter((answer) => answer === "withdrawal_daily_limit")).toHaveLength(4);
    expect((await worker.api.wallet.summary()).availableFen).toBe(before - 200 * taken);
    expect(await wallet.findBalance(world.services.db, worker.id)).toBe(before - 400);
    expect((await ledger.findTrialBalance(world.services.db)).sum).toBe(0);
  });

  it("hears from the provider later as well, once", async () => {
    await world.advanceTo(world.clock.now() + DAY);
    world.payment.answer = "accepted";
    const [account] = await worker.api.wallet.payoutAccounts();
    const before = (await worker.api.wallet.summary()).availableFen;
    const { id } = await worker.api.wallet.withdraw({ idempotencyKey: key(), amountFen: 500, accountId: account?.id ?? "" });
    await world.relay();
    const failed = { kind: "payout_failed", eventId: key(), at: 0, key: `payout:${id}`, fen: 495, reason: "bank_refused" } as const;
    await receivePaymentEvent(world.services, failed);
    await receivePaymentEvent(world.services, { ...failed, eventId: key() });
    await receivePaymentEvent(world.services, { ...failed, kind: "payout_succeeded", eventId: key() });
    expect((await worker.api.wallet.summary()).availableFen).toBe(before);
    expect((await worker.api.wallet.withdrawals({})).items[0]).toMatchObject({ id, state: "failed" });
    world.payment.answer = "succeeded";
  });
});

/** A card number: digits with their Luhn check. */
function luhn(digits: string): string {
  for (let check = 0; check < 10; check += 1) {
    const number = `${digits}${check}`;
    const sum = [...number].reverse().reduce((total, digit, index) => {
      const value = index % 2 === 1 ? Number(digit) * 2 : Number(digit);
      return total + (value > 9 ? value - 9 : value);
    }, 0);
    if (sum % 10 === 0) return number;
  }
  throw new Error("no check digit");
}
