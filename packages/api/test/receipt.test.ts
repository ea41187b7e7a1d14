import { HOUR } from "@lingong/domain";
import { afterAll, beforeAll, expect, it } from "vitest";
import { codeOf, createWorld, key, type Person, type World } from "./world.ts";

let world: World;
let customer: Person;
let worker: Person;

beforeAll(async () => {
  world = await createWorld();
  customer = await world.customer();
  worker = await world.worker();
});
afterAll(() => world.database.drop());

const total = (lines: readonly { fen: number }[] | undefined) => (lines ?? []).reduce((sum, { fen }) => sum + fen, 0);

it("is the ended order's money line by line, a doubled payment included, for its customer alone", async () => {
  const { orderId, payment } = await world.place(customer);
  expect(await codeOf(customer.api.orders.receipt({ orderId, language: "en" }))).toBe("wrong_state");
  await world.pay(payment.id, payment.fen);
  await world.pay(payment.id, payment.fen, "pay_doubled");
  expect(await codeOf(customer.api.orders.receipt({ orderId, language: "en" }))).toBe("wrong_state");
  await world.act(customer, orderId, { type: "cancel", reason: "done with it" });
  const answer = await customer.api.orders.receipt({ orderId, language: "zh-CN" });
  expect(answer).toMatchObject({ contentType: "application/pdf", fileName: expect.stringMatching(/^零工收据-.+\.pdf$/) });
  expect(Buffer.from(answer.base64, "base64").toString()).toBe("%PDF-1.7");
  const printed = world.receipts.printed.at(-1);
  expect(printed).toMatchObject({ state: "cancelled", category: "日常保洁", workerName: null, place: "浦东新区 联洋年华 12 号楼 1202" });
  expect(printed?.receipt.refunded.map(({ kind, fen }) => [kind, fen])).toEqual([
    ["stray", 15_000],
    ["time", 15_000],
  ]);
  const stranger = await world.customer();
  expect(await codeOf(stranger.api.orders.receipt({ orderId, language: "en" }))).toBe("not_yours");
  expect(await codeOf(worker.api.orders.receipt({ orderId, language: "en" }))).toBe("wrong_role");
  expect(await codeOf(customer.api.orders.receipt({ orderId: key(), language: "en" }))).toBe("not_found");
  expect(await codeOf(world.callerFor("customer", null).orders.receipt({ orderId, language: "en" }))).toBe("not_signed_in");
});

it("of work done adds up to what the ledger has", async () => {
  const orderId = await world.startedOrder(customer, worker, { startsAt: new Date(world.clock.now() + 26 * HOUR).toISOString() });
  await world.advanceTo(world.clock.now() + 2 * HOUR);
  await world.act(worker, orderId, { type: "finish", reason: "done", doneAddOnIds: [] });
  await world.act(customer, orderId, { type: "confirm" });
  await customer.api.orders.receipt({ orderId, language: "en" });
  const { money, refunds } = await customer.api.orders.get({ orderId });
  expect(refunds).toEqual([{ kind: "time", title: null, minutes: 60, rateFenPerHour: 5_000, headcount: 1, fen: money.refundedFen }]);
  const { receipt, category } = world.receipts.printed.at(-1) ?? {};
  expect(category).toBe("Regular cleaning");
  expect(total(receipt?.paid)).toBe(money.prepaidFen);
  expect(total(receipt?.refunded)).toBe(money.refundedFen);
  expect(total(receipt?.kept)).toBe(money.workerNetFen + money.commissionFen);
  expect(receipt?.refunded).toEqual([expect.objectContaining({ kind: "time", minutes: 60, rateFenPerHour: 5_000, fen: 5_000 })]);
});
