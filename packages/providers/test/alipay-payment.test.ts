import type { PaymentProvider } from "@lingong/api";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { AlipayRefusal, AlipayUnavailable, alipayPayment } from "../src/index.ts";
import { startAlipayStandIn } from "./alipay-stand-in.ts";

const appId = "2021000000000001";
const notifyUrl = "https://lingong.example/webhooks/payment";
let alipay: Awaited<ReturnType<typeof startAlipayStandIn>>;
let payment: PaymentProvider;

beforeAll(async () => {
  alipay = await startAlipayStandIn(appId);
  payment = alipayPayment({
    ...alipay.keys,
    appId,
    gateway: alipay.gateway,
    notifyUrl,
    clock: { now: Date.now },
    backoffMs: 1,
    attempts: 3,
    timeoutMs: 2_000,
  });
});
beforeEach(() => void alipay.calls.splice(0));
afterAll(() => alipay.close());

const request = {
  key: "refund:01990000-0000-7000-8000-000000000001:7:01990000-0000-7000-8000-000000000002",
  paymentId: "p:1",
  captureId: "2026112222001",
  fen: 12_345,
  reason: "cancelled",
};
const payee = { kind: "e_wallet", institution: "alipay", number: "zhou@example.com", holderName: "周桂芳" } as const;
const payout = { key: "withdrawal:01990000-0000-7000-8000-000000000009:attempt:1", withdrawalId: "w", fen: 9_900, payee };

describe("paying", () => {
  it("sends the customer to a page whose signature covers amount, subject and the payment's name", async () => {
    const expiresAt = Date.UTC(2026, 10, 22, 4, 15);
    const page = await payment.createCheckout({
      paymentId: "pay:01990000-0000-7000-8000-000000000002",
      orderId: "o",
      fen: 10_007,
      subject: "零工 · 日常保洁 0915-C6A2",
      expiresAt,
      returnUrl: "https://lingong.example/orders/o/pay",
    });
    expect(alipay.isSigned(page.url)).toBe(true);
    const fields = new URL(page.url).searchParams;
    expect(Object.fromEntries(fields)).toMatchObject({ app_id: appId, method: "alipay.trade.page.pay", sign_type: "RSA2", notify_url: notifyUrl });
    const content = JSON.parse(fields.get("biz_content") ?? "");
    expect(content).toMatchObject({
      total_amount: "100.07",
      passback_params: "pay:01990000-0000-7000-8000-000000000002",
      subject: "零工 · 日常保洁 0915-C6A2",
    });
    expect(content.out_trade_no).toMatch(/^[0-9a-f]{64}$/);
    expect(content.time_expire).toBe("2026-11-22 12:15:00");
    expect(alipay.isSigned(page.url.replace("100.07", "1.00"))).toBe(false);
    expect(page.reference).toBe(content.out_trade_no);
  });
});

describe("refunds and payouts", () => {
  it("are made once under our key, in yuan, however often they are asked for", async () => {
    expect(await payment.refund(request)).toMatchObject({ state: "succeeded" });
    alipay.react({ code: "10000", msg: "Success", fund_change: "N" });
    expect(await payment.refund(request)).toMatchObject({ state: "succeeded" });
    const [first, second] = alipay.calls;
    expect(first?.method).toBe("alipay.trade.refund");
    expect(first?.content).toMatchObject({ trade_no: "2026112222001", refund_amount: "123.45" });
    expect(second?.content).toEqual(first?.content);
    expect(first?.content.out_request_no).toMatch(/^\w{1,64}$/);
  });

  it("are repeated when Alipay does not answer, answers unsigned, signed by somebody else, or busy", async () => {
    for (const reaction of [
      "broken",
      "unsigned",
      "wrongly signed",
      { code: "20000", msg: "Service Currently Unavailable" },
      { code: "40004", sub_code: "ACQ.SYSTEM_ERROR" },
    ] as const) {
      alipay.calls.splice(0);
      alipay.react(reaction);
      expect(await payment.refund(request)).toMatchObject({ state: "succeeded" });
      expect(alipay.calls).toHaveLength(2);
      expect(alipay.calls[1]).toEqual(alipay.calls[0]);
    }
  });

  it("throw when no attempt was answered: nobody knows whether it happened", async () => {
    alipay.react("broken", "unsigned", "broken");
    await expect(payment.payout(payout)).rejects.toBeInstanceOf(AlipayUnavailable);
  });

  it("are refused for good where the payee or the payment is at fault, and thrown where we are", async () => {
    alipay.react({ code: "40004", msg: "Business Failed", sub_code: "PAYEE_NOT_EXIST" });
    expect(await payment.payout(payout)).toEqual({ state: "refused", reason: "PAYEE_NOT_EXIST" });
    alipay.react({ code: "40004", msg: "Business Failed", sub_code: "ACQ.TRADE_NOT_EXIST" });
    expect(await payment.refund(request)).toEqual({ state: "refused", reason: "ACQ.TRADE_NOT_EXIST" });
    alipay.react({ code: "40004", msg: "Business Failed", sub_code: "PAYER_BALANCE_NOT_ENOUGH" });
    await expect(payment.payout(payout)).rejects.toBeInstanceOf(AlipayRefusal);
  });

  it("go to Alipay accounts by their name and to bank cards by theirs", async () => {
    alipay.react({ code: "10000", status: "SUCCESS", order_id: "T1" }, { code: "10000", status: "DEALING", order_id: "T2" });
    expect(await payment.payout(payout)).toEqual({ state: "succeeded", reference: "T1" });
    const card = { kind: "bank_card", institution: "招商银行", number: "6225880000000001", holderName: "周桂芳" } as const;
    expect(await payment.payout({ ...payout, payee: card })).toEqual({ state: "accepted", reference: "T2" });
    const [wallet, bank] = alipay.calls.map(({ content }) => content as Readonly<Record<string, unknown>>);
    expect(wallet).toMatchObject({
      trans_amount: "99.00",
      payee_info: { identity: "zhou@example.com", identity_type: "ALIPAY_LOGON_ID", name: "周桂芳" },
    });
    expect(bank).toMatchObject({
      payee_info: { identity: "6225880000000001", identity_type: "BANKCARD_ACCOUNT", bankcard_ext_info: { inst_name: "招商银行" } },
    });
    expect(wallet?.out_biz_no).toBe(bank?.out_biz_no);
  });

  it("are asked about before they are sent again", async () => {
    alipay.react(
      { code: "40004", sub_code: "ORDER_NOT_EXIST" },
      { code: "10000", status: "FAIL", fail_reason: "卡号有误" },
      { code: "10000", status: "SUCCESS", order_id: "T3" },
    );
    expect(await payment.findPayout(payout.key)).toBeNull();
    expect(await payment.findPayout(payout.key)).toEqual({ state: "refused", reason: "卡号有误" });
    expect(await payment.findPayout(payout.key)).toEqual({ state: "succeeded", reference: "T3" });
  });
});

describe("notifications", () => {
  const beijing = (at: number) => new Date(at + 8 * 3_600_000).toISOString().slice(0, 19).replace("T", " ");
  let number = "";
  const paid = (changes: Readonly<Record<string, string>> = {}) => ({
    notify_id: "n-1",
    notify_type: "trade_status_sync",
    notify_time: beijing(Date.now()),
    app_id: appId,
    trade_status: "TRADE_SUCCESS",
    trade_no: "2026112222001",
    out_trade_no: number,
    total_amount: "100.07",
    gmt_payment: beijing(Date.now() - 2_000),
    passback_params: "pay:1",
    subject: "零工 · 日常保洁 100% & more",
    ...changes,
  });
  const verify = (body: Uint8Array) => payment.verifyWebhook({ headers: {}, body });

  beforeAll(async () => {
    const page = await payment.createCheckout({
      paymentId: "pay:1",
      orderId: "o",
      fen: 10_007,
      subject: "s",
      expiresAt: Date.now() + 60_000,
      returnUrl: "https://lingong.example/",
    });
    number = page.reference;
  });

  it("tell what was paid, and are answered with Alipay's own word", async () => {
    const verdict = await verify(alipay.notification(paid()));
    expect(verdict).toMatchObject({
      ok: true,
      event: { kind: "payment_captured", eventId: "n-1", paymentId: "pay:1", captureId: "2026112222001", fen: 10_007 },
    });
    expect(payment.webhookAnswer).toBe("success");
  });

  it("are refused with a changed amount, payment, time, or any field more", async () => {
    const body = new TextDecoder().decode(alipay.notification(paid()));
    for (const [name, value] of [
      ["total_amount", "1.00"],
      ["passback_params", "pay:2"],
      ["notify_time", beijing(Date.now() + 60_000)],
      ["seller_id", "2088"],
    ] as const) {
      const changed = new URLSearchParams(body);
      changed.set(name, value);
      expect(await verify(new TextEncoder().encode(changed.toString()))).toEqual({ ok: false, refusal: "signature_wrong" });
    }
    expect(await verify(new TextEncoder().encode(`${body}&total_amount=1.00`))).toEqual({ ok: false, refusal: "malformed" });
  });

  it("are refused unsigned, signed by another key, or by SHA-1", async () => {
    expect(await verify(alipay.notification(paid(), { key: alipay.strangersKey }))).toEqual({ ok: false, refusal: "signature_wrong" });
    expect(await verify(alipay.notification(paid(), { signType: "RSA" }))).toEqual({ ok: false, refusal: "signature_wrong" });
    expect(await verify(new TextEncoder().encode(new URLSearchParams(paid()).toString()))).toEqual({ ok: false, refusal: "signature_missing" });
    for (const body of ["", "x".repeat(70_000), "\0\xff", "a=1&a=2"])
      expect(await verify(new TextEncoder().encode(body))).toMatchObject({ ok: false });
  });

  it("are refused when they come again later, for another application, or name another number", async () => {
    expect(await verify(alipay.notification(paid({ notify_time: beijing(Date.now() - 16 * 60_000) })))).toEqual({ ok: false, refusal: "stale" });
    expect(await verify(alipay.notification(paid({ app_id: "2021000000000002" })))).toEqual({ ok: false, refusal: "malformed" });
    expect(await verify(alipay.notification(paid({ out_trade_no: "1".repeat(64) })))).toEqual({ ok: false, refusal: "malformed" });
    for (const amount of ["0.00", "-1.00", "1e3", "100.001", "99999999999999.00"])
      expect(await verify(alipay.notification(paid({ total_amount: amount })))).toEqual({ ok: false, refusal: "malformed" });
  });

  it("of what we know already are heard and left alone", async () => {
    const refund = paid({ refund_fee: "10.00", gmt_refund: beijing(Date.now()) });
    for (const fields of [paid({ trade_status: "WAIT_BUYER_PAY" }), paid({ trade_status: "TRADE_CLOSED" }), refund])
      expect(await verify(alipay.notification(fields))).toEqual({ ok: false, refusal: "unknown_event" });
  });
});
