import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import type { CheckoutRequest, PaymentEvent, PayoutRequest, WebhookVerdict } from "@lingong/api";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { GatewayRefusal, GatewayUnavailable, type SandboxPayment, sandboxPayment } from "../src/index.ts";
import { type GatewayProcess, startGatewayProcess } from "./gateway-process.ts";
import { startWebhookReceiver, type WebhookReceiver } from "./webhook-receiver.ts";

const clock = { now: () => Date.now() };
let receiver: WebhookReceiver;
let gateway: GatewayProcess;
let payment: SandboxPayment;

beforeAll(async () => {
  receiver = await startWebhookReceiver();
  gateway = await startGatewayProcess({ webhookUrl: receiver.url });
  payment = providerOf(gateway);
});

afterAll(async () => {
  await gateway.stop();
  await receiver.close();
});

function providerOf(process: GatewayProcess): SandboxPayment {
  return sandboxPayment({ gatewayUrl: process.url, merchantId: process.merchantId, secret: process.secret, clock, backoffMs: 20 });
}

function checkoutOf(changes: Partial<CheckoutRequest> = {}): CheckoutRequest {
  return {
    paymentId: randomUUID(),
    orderId: randomUUID(),
    fen: 15_000,
    subject: "全屋保洁 3 小时",
    expiresAt: Date.now() + 15 * 60_000,
    returnUrl: "http://127.0.0.1:3000/orders/1",
    ...changes,
  };
}

/** The customer at the hosted page: the very form a browser posts. */
async function press(url: string, form: Readonly<Record<string, string>> = {}): Promise<{ status: number; state: string }> {
  const response = await fetch(`${url}/pay`, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded", accept: "application/json" },
    body: new URLSearchParams({ method: "wallet", ...form }),
  });
  const body = (await response.json()) as { state?: string };
  return { status: response.status, state: body.state ?? "" };
}

async function verdicts(): Promise<readonly WebhookVerdict[]> {
  return Promise.all(receiver.received.map((request) => payment.verifyWebhook(request)));
}

async function eventsAbout(id: string): Promise<readonly PaymentEvent[]> {
  const all = await verdicts();
  return all.flatMap((verdict) =>
    verdict.ok && ("paymentId" in verdict.event ? verdict.event.paymentId : verdict.event.key) === id ? [verdict.event] : [],
  );
}

async function untilEvent(id: string, count = 1): Promise<readonly PaymentEvent[]> {
  for (let waited = 0; waited < 20_000; waited += 20) {
    const events = await eventsAbout(id);
    if (events.length >= count) return events;
    await pause(20);
  }
  throw new Error(`${count} events about ${id} did not arrive`);
}

/** Pays and answers what the webhook said of the capture. */
async function captured(request = checkoutOf(), form: Readonly<Record<string, string>> = {}) {
  const checkout = await payment.createCheckout(request);
  await press(checkout.url, form);
  const [event] = await untilEvent(request.paymentId);
  if (event?.kind !== "payment_captured") throw new Error("not captured");
  return { request, checkout, event };
}

describe("paying", () => {
  it("tells the captured amount under our payment's id", async () => {
    const { request, event } = await captured();
    expect(event).toMatchObject({ kind: "payment_captured", paymentId: request.paymentId, fen: 15_000 });
    expect(Math.abs(event.at - Date.now())).toBeLessThan(5_000);
  });

  it("gives the same page to a repeat, and refuses another amount under the same id", async () => {
    const request = checkoutOf();
    const first = await payment.createCheckout(request);
    const second = await payment.createCheckout({ ...request, expiresAt: request.expiresAt + 7_000 });
    expect(second.url).toBe(first.url);
    await expect(payment.createCheckout({ ...request, fen: 14_999 })).rejects.toMatchObject({ code: "reference_reused" });
  });

  it("gives two simultaneous repeats one page", async () => {
    const request = checkoutOf();
    const pages = await Promise.all(Array.from({ length: 8 }, () => payment.createCheckout(request)));
    expect(new Set(pages.map(({ url }) => url)).size).toBe(1);
  });

  it("opens a new page after the customer cancelled the first", async () => {
    const request = checkoutOf();
    const first = await payment.createCheckout(request);
    expect(await press(first.url, { action: "cancel" })).toMatchObject({ state: "cancelled" });
    expect((await press(first.url)).status).toBe(409);
    const second = await payment.createCheckout(request);
    expect(second.url).not.toBe(first.url);
    expect(await press(second.url)).toMatchObject({ state: "paid" });
  });

  it("captures once however often and fast the button is pressed", async () => {
    const request = checkoutOf();
    const { url } = await payment.createCheckout(request);
    const presses = await Promise.all(Array.from({ length: 10 }, () => press(url)));
    expect(presses.every(({ state }) => state === "paid")).toBe(true);
    await untilEvent(request.paymentId);
    await pause(200);
    expect(await eventsAbout(request.paymentId)).toHaveLength(1);
  });

  it("tells of a failed payment and lets the customer try again", async () => {
    const request = checkoutOf();
    const { url } = await payment.createCheckout(request);
    expect(await press(url, { action: "fail", failReason: "card_declined" })).toMatchObject({ state: "open" });
    expect((await untilEvent(request.paymentId))[0]).toMatchObject({ kind: "payment_failed", reason: "card_declined" });
    expect(await press(url)).toMatchObject({ state: "paid" });
    expect((await untilEvent(request.paymentId, 2)).map(({ kind }) => kind).sort()).toEqual(["payment_captured", "payment_failed"]);
  });

  it("tells the amount that was really captured when it differs from what was asked", async () => {
    const { event } = await captured(checkoutOf(), { capturedFen: "14999" });
    expect(event.fen).toBe(14_999);
  });

  it("tells of two captures, each by its own name, when the bank charges twice", async () => {
    const request = checkoutOf();
    await press((await payment.createCheckout(request)).url, { captures: "2" });
    const events = await untilEvent(request.paymentId, 2);
    expect(new Set(events.map((event) => (event.kind === "payment_captured" ? event.captureId : ""))).size).toBe(2);
    expect(new Set(events.map(({ eventId }) => eventId)).size).toBe(2);
  });

  it("delivers a late capture after the delay, not before", async () => {
    const request = checkoutOf();
    const pressedAt = Date.now();
    expect(await press((await payment.createCheckout(request)).url, { delayMs: "700" })).toMatchObject({ state: "processing" });
    await untilEvent(request.paymentId);
    expect(Date.now() - pressedAt).toBeGreaterThanOrEqual(700);
  });

  it("refuses to be paid when its time is over", async () => {
    const request = checkoutOf({ expiresAt: Date.now() - 60_000 });
    const { url, expiresAt } = await payment.createCheckout(request);
    await pause(expiresAt - Date.now() + 200);
    expect((await press(url)).status).toBe(409);
    await pause(300);
    expect(await eventsAbout(request.paymentId)).toHaveLength(0);
  }, 30_000);

  it("counts time by the server's clock when that runs ahead", async () => {
    const ahead = 3 * 24 * 3_600_000;
    const server = { now: () => Date.now() + ahead };
    const provider = sandboxPayment({ gatewayUrl: gateway.url, merchantId: gateway.merchantId, secret: gateway.secret, clock: server });
    const expiresAt = server.now() + 15 * 60_000;
    const checkout = await provider.createCheckout(checkoutOf({ expiresAt }));
    expect(Math.abs(checkout.expiresAt - expiresAt)).toBeLessThan(10_000);
    expect(await press(checkout.url)).toMatchObject({ state: "paid" });
  });
});

describe("webhooks", () => {
  it("repeats a duplicate under the same event id", async () => {
    const request = checkoutOf();
    await press((await payment.createCheckout(request)).url, { duplicates: "3" });
    const events = await untilEvent(request.paymentId, 4);
    expect(new Set(events.map(({ eventId }) => eventId)).size).toBe(1);
  });

  it("tries again until it is answered with success, signing anew", async () => {
    const before = receiver.received.length;
    receiver.answerWith(500, 404, 302);
    const request = checkoutOf();
    await press((await payment.createCheckout(request)).url);
    await receiver.until(before + 4);
    const mine = receiver.received.slice(before);
    expect(mine.map(({ attempt }) => attempt)).toEqual([1, 2, 3, 4]);
    expect(new Set(mine.map(({ headers }) => headers["x-gateway-event"])).size).toBe(1);
    expect(new Set(mine.map(({ headers }) => headers["x-gateway-timestamp"])).size).toBe(4);
    await pause(600);
    expect(receiver.received).toHaveLength(before + 4);
  });

  it("arrives although the first attempts were lost", async () => {
    const request = checkoutOf();
    await press((await payment.createCheckout(request)).url, { loseFirstAttempts: "3" });
    await untilEvent(request.paymentId);
    const last = receiver.received.at(-1);
    expect(last?.attempt).toBe(4);
  });

  it("arrives out of order on request, and what we do not handle is told apart", async () => {
    const before = receiver.received.length;
    const request = checkoutOf();
    await press((await payment.createCheckout(request)).url, { outOfOrder: "true" });
    await receiver.until(before + 2);
    const late = (await verdicts()).slice(before);
    expect(late[0]).toMatchObject({ ok: true, event: { kind: "payment_captured" } });
    expect(late[1]).toEqual({ ok: false, refusal: "unknown_event" });
  });

  it("is refused when a byte of body, event id, timestamp or signature was changed, or a header is missing", async () => {
    await captured();
    const genuine = receiver.received.at(-1);
    if (genuine === undefined) throw new Error("nothing arrived");
    expect(await payment.verifyWebhook(genuine)).toMatchObject({ ok: true });
    const body = Uint8Array.from(genuine.body);
    body[body.length - 3] = (body[body.length - 3] ?? 0) ^ 1;
    const withHeader = (name: string, value: string | undefined) => ({ body: genuine.body, headers: { ...genuine.headers, [name]: value } });
    const signature = genuine.headers["x-gateway-signature"] ?? "";
    const flipped = `${signature.slice(0, -1)}${signature.endsWith("0") ? "1" : "0"}`;
    for (const forged of [
      { ...genuine, body },
      withHeader("x-gateway-event", "evt_00000000000000000000000000000000"),
      withHeader("x-gateway-timestamp", String(Date.now() + 1)),
      withHeader("x-gateway-signature", flipped),
      withHeader("x-gateway-signature", ""),
      withHeader("x-gateway-signature", "v1="),
    ]) {
      expect(await payment.verifyWebhook(forged)).toEqual({ ok: false, refusal: "signature_wrong" });
    }
    for (const name of ["x-gateway-signature", "x-gateway-timestamp", "x-gateway-event"]) {
      expect(await payment.verifyWebhook(withHeader(name, undefined))).toEqual({ ok: false, refusal: "signature_missing" });
    }
    const stranger = sandboxPayment({ gatewayUrl: gateway.url, merchantId: gateway.merchantId, secret: "x".repeat(40), clock });
    expect(await stranger.verifyWebhook(genuine)).toEqual({ ok: false, refusal: "signature_wrong" });
  });

  it("survives kill -9 between payment and webhook", async () => {
    const port = Number(new URL(receiver.url).port);
    await receiver.close();
    const request = checkoutOf();
    await press((await payment.createCheckout(request)).url, { duplicates: "1" });
    await gateway.kill();
    receiver = await startWebhookReceiver(port);
    expect(receiver.received).toHaveLength(0);
    gateway = await gateway.restart();
    const events = await untilEvent(request.paymentId, 2);
    expect(new Set(events.map(({ eventId }) => eventId)).size).toBe(1);
    expect(events[0]).toMatchObject({ kind: "payment_captured", fen: 15_000 });
  });

  it("survives kill -9 while the payment is being processed", async () => {
    const request = checkoutOf();
    await press((await payment.createCheckout(request)).url, { delayMs: "600" });
    await gateway.kill();
    gateway = await gateway.restart();
    expect((await untilEvent(request.paymentId))[0]).toMatchObject({ kind: "payment_captured" });
  });
});

describe("refunding", () => {
  it("gives back in parts, never above what was captured, each key once", async () => {
    const { request, event } = await captured();
    const refund = (key: string, fen: number) =>
      payment.refund({ key, paymentId: request.paymentId, captureId: event.captureId, fen, reason: "cancelled" });
    const [one, two] = [`refund:${randomUUID()}:1`, `refund:${randomUUID()}:2`];
    expect(await refund(one, 10_000)).toMatchObject({ state: "accepted" });
    expect(await untilEvent(one)).toMatchObject([{ kind: "refund_succeeded", fen: 10_000, key: one }]);
    expect(await refund(one, 10_000)).toMatchObject({ state: "succeeded" });
    expect(await refund(one, 9_999)).toEqual({ state: "refused", reason: "reference_reused" });
    expect(await refund(two, 5_001)).toEqual({ state: "refused", reason: "refund_exceeds_captured" });
    expect(await refund(two, 5_000)).toMatchObject({ state: "accepted" });
    await untilEvent(two);
    expect(await refund(`refund:${randomUUID()}`, 1)).toEqual({ state: "refused", reason: "refund_exceeds_captured" });
    expect(await eventsAbout(one)).toHaveLength(1);
  });

  it("lets no two simultaneous refunds exceed the capture together", async () => {
    const { request, event } = await captured();
    const answers = await Promise.all(
      Array.from({ length: 6 }, () =>
        payment.refund({ key: randomUUID(), paymentId: request.paymentId, captureId: event.captureId, fen: 6_000, reason: "race" }),
      ),
    );
    expect(answers.filter(({ state }) => state !== "refused")).toHaveLength(2);
  });

  it("refuses a refund of a payment that is not there", async () => {
    const answer = await payment.refund({ key: randomUUID(), paymentId: "x", captureId: `pay_${"0".repeat(32)}`, fen: 1, reason: "" });
    expect(answer).toEqual({ state: "refused", reason: "not_found" });
  });
});

describe("paying out", () => {
  const payoutOf = (number: string, changes: Partial<PayoutRequest> = {}): PayoutRequest => ({
    key: `payout:${randomUUID()}`,
    withdrawalId: randomUUID(),
    fen: 9_900,
    payee: { kind: "bank_card", institution: "沙盒银行", number, holderName: "周桂芳" },
    ...changes,
  });

  it("takes it on and tells of success later", async () => {
    const request = payoutOf("6225760008219524");
    expect(await payment.findPayout(request.key)).toBeNull();
    expect(await payment.payout(request)).toMatchObject({ state: "accepted" });
    expect(await untilEvent(request.key)).toMatchObject([{ kind: "payout_succeeded", fen: 9_900, reason: null }]);
    expect(await payment.payout(request)).toMatchObject({ state: "succeeded" });
    expect(await payment.findPayout(request.key)).toMatchObject({ state: "succeeded" });
    expect(await payment.payout({ ...request, fen: 9_901 })).toEqual({ state: "refused", reason: "reference_reused" });
    await pause(300);
    expect(await eventsAbout(request.key)).toHaveLength(1);
  });

  it("tells of failure by webhook, with the bank's reason", async () => {
    const request = payoutOf("6225880000090002");
    expect(await payment.payout(request)).toMatchObject({ state: "accepted" });
    expect(await untilEvent(request.key)).toMatchObject([{ kind: "payout_failed", fen: 9_900, reason: "account_closed" }]);
    expect(await payment.payout(request)).toEqual({ state: "refused", reason: "account_closed" });
    expect(await payment.findPayout(request.key)).toEqual({ state: "refused", reason: "account_closed" });
  });

  it("fails once and then succeeds under a new key, for the account that does so", async () => {
    const account = { payee: { kind: "e_wallet", institution: "沙盒钱包", number: `zhou.${Date.now()}.0010`, holderName: "周桂芳" } } as const;
    const first = payoutOf("", account);
    await payment.payout(first);
    expect(await untilEvent(first.key)).toMatchObject([{ kind: "payout_failed", reason: "bank_unavailable" }]);
    const second = payoutOf("", account);
    await payment.payout(second);
    expect(await untilEvent(second.key)).toMatchObject([{ kind: "payout_succeeded" }]);
  });

  it("refuses a number that is no card's", async () => {
    expect(await payment.payout(payoutOf("6225760008219525"))).toEqual({ state: "refused", reason: "account_invalid" });
  });
});

describe("speaking with the gateway", () => {
  it("is refused with a wrong secret, and says so without trying again", async () => {
    let calls = 0;
    const counting: typeof fetch = (input, init) => {
      calls += 1;
      return fetch(input, init);
    };
    const stranger = sandboxPayment({ gatewayUrl: gateway.url, merchantId: gateway.merchantId, secret: "y".repeat(40), clock, fetch: counting });
    await expect(stranger.createCheckout(checkoutOf())).rejects.toBeInstanceOf(GatewayRefusal);
    expect(calls).toBe(1);
  });

  it("tries again after lost answers under the same idempotency key, and does the thing once", async () => {
    const keys = new Set<string>();
    let lost = 0;
    const lossy: typeof fetch = async (input, init) => {
      keys.add(new Headers(init?.headers).get("idempotency-key") ?? "");
      const response = await fetch(input, init);
      if (lost < 2) {
        lost += 1;
        await response.body?.cancel();
        throw new TypeError("the answer was lost");
      }
      return response;
    };
    const provider = sandboxPayment({
      gatewayUrl: gateway.url,
      merchantId: gateway.merchantId,
      secret: gateway.secret,
      clock,
      fetch: lossy,
      backoffMs: 10,
    });
    const { request, event } = await captured();
    const key = randomUUID();
    const answer = await provider.refund({ key, paymentId: request.paymentId, captureId: event.captureId, fen: 100, reason: "" });
    expect(answer.state).not.toBe("refused");
    expect(keys.size).toBe(1);
    expect(await untilEvent(key)).toMatchObject([{ fen: 100 }]);
  });

  it("gives up in time on a gateway that never answers", async () => {
    const silent: typeof fetch = (_input, init) =>
      new Promise((_resolve, reject) => init?.signal?.addEventListener("abort", () => reject(init.signal?.reason)));
    const provider = sandboxPayment({
      gatewayUrl: gateway.url,
      merchantId: "m",
      secret: "s".repeat(32),
      clock,
      fetch: silent,
      timeoutMs: 50,
      attempts: 3,
      backoffMs: 10,
    });
    const startedAt = Date.now();
    await expect(provider.createCheckout(checkoutOf())).rejects.toBeInstanceOf(GatewayUnavailable);
    expect(Date.now() - startedAt).toBeLessThan(8_000);
  });

  it("reads the gateway's statement of the day, page by page, with every movement once", async () => {
    const { request, event } = await captured();
    const key = randomUUID();
    await payment.refund({ key, paymentId: request.paymentId, captureId: event.captureId, fen: 700, reason: "" });
    await untilEvent(key);
    const day = Temporal.Now.zonedDateTimeISO("Asia/Shanghai").toPlainDate().toString();
    expect(payment.statementDay(clock.now())).toBe(day);
    const statement = await payment.statement(day);
    expect(statement.complete).toBe(false);
    expect(statement.lines).toContainEqual(
      expect.objectContaining({ kind: "capture", objectId: event.captureId, reference: request.paymentId, fen: 15_000 }),
    );
    expect(statement.lines).toContainEqual(expect.objectContaining({ kind: "refund", reference: key, fen: -700 }));
    expect(new Set(statement.lines.map(({ objectId }) => objectId)).size).toBe(statement.lines.length);
  });
});
