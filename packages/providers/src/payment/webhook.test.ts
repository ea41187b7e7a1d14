import { createHash, createHmac } from "node:crypto";
import type { WebhookVerdict } from "@lingong/api";
import { describe, expect, it } from "vitest";
import { verifyWebhook } from "./webhook.ts";

const secret = "a".repeat(40);
const now = 1_773_724_800_000;
const data = { reference: "payment-1", paymentId: "pay_1", amountFen: 15_000, currency: "CNY", failure: null };
const message = { id: "evt_1", type: "payment.captured", createdAt: "2026-03-17T05:19:58.000Z", merchantId: "lingong", data };

/** What a gateway with our secret would send: a right signature over whatever the body is. */
function judge(body: unknown, changes: { timestamp?: string; eventId?: string; raw?: Uint8Array } = {}): WebhookVerdict {
  const { timestamp = String(now), eventId = "evt_1" } = changes;
  const bytes = changes.raw ?? new TextEncoder().encode(JSON.stringify(body));
  const lines = ["webhook", timestamp, eventId, createHash("sha256").update(bytes).digest("hex")];
  const signature = `v1=${createHmac("sha256", secret).update(lines.join("\n")).digest("hex")}`;
  const headers = { "x-gateway-timestamp": timestamp, "x-gateway-event": eventId, "x-gateway-signature": signature };
  return verifyWebhook({ merchantId: "lingong", secret, now, serverTime: (at) => at + 1_000 }, { headers, body: bytes });
}

describe("verifyWebhook", () => {
  it("reads a capture, on the server's clock", () => {
    const at = Date.parse(message.createdAt) + 1_000;
    expect(judge(message)).toEqual({
      ok: true,
      event: { kind: "payment_captured", eventId: "evt_1", at, paymentId: "payment-1", captureId: "pay_1", fen: 15_000 },
    });
  });

  it.each(["refund.succeeded", "refund.failed", "payout.succeeded", "payout.failed"])("reads %s under our key", (type) => {
    const verdict = judge({ ...message, type, data: { reference: "refund:1", amountFen: 7, failure: "account_closed" } });
    expect(verdict).toMatchObject({ ok: true, event: { kind: type.replace(".", "_"), key: "refund:1", fen: 7, reason: "account_closed" } });
  });

  it("counts for five minutes either way, and is stale beyond, though signed", () => {
    for (const offset of [-300_000, 0, 300_000]) expect(judge(message, { timestamp: String(now + offset) })).toMatchObject({ ok: true });
    for (const timestamp of [String(now - 300_001), String(now + 300_001), "yesterday", "", "NaN"]) {
      expect(judge(message, { timestamp })).toEqual({ ok: false, refusal: "stale" });
    }
  });

  it("is malformed when it is for another merchant, under another id, or of impossible content, though signed", () => {
    const wrong = { ok: false, refusal: "malformed" };
    for (const body of [
      { ...message, merchantId: "other" },
      { ...message, id: "evt_2" },
      { ...message, createdAt: "soon" },
      { ...message, data: { ...data, amountFen: -1 } },
      { ...message, data: { ...data, amountFen: 0 } },
      { ...message, data: { ...data, amountFen: 0.5 } },
      { ...message, data: { ...data, amountFen: "15000" } },
      { ...message, data: { ...data, currency: "USD" } },
      { ...message, data: { ...data, reference: "" } },
      { ...message, data: null },
      null,
      [],
      "text",
    ]) {
      expect(judge(body)).toEqual(wrong);
    }
    expect(judge(null, { raw: Buffer.from('{"id":') })).toEqual(wrong);
    expect(judge(null, { raw: Buffer.from([0xff, 0xfe]) })).toEqual(wrong);
    expect(judge({ ...message, padding: "x".repeat(100_000) })).toEqual(wrong);
  });

  it("tells apart what is signed but not ours to handle", () => {
    for (const type of ["payment.processing", "checkout.expired", "something.new"])
      expect(judge({ ...message, type })).toEqual({ ok: false, refusal: "unknown_event" });
  });
});
