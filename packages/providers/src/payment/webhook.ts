import type { PaymentEvent, WebhookRequest, WebhookVerdict } from "@lingong/api";
import type { Instant } from "@lingong/domain";
import { z } from "zod";
import { isWebhookSigned } from "./signature.ts";

/** A signed webhook counts for five minutes on either side of our clock; the gateway signs each attempt anew. */
export const WEBHOOK_WINDOW_MS = 5 * 60_000;

const WEBHOOK_LIMIT_BYTES = 100_000;
const fen = z.int().min(1);
const key = z.string().min(1).max(200);
const failure = z.string().max(200).nullable();

const envelope = z.object({
  id: z.string().min(1).max(100),
  type: z.string().max(60),
  createdAt: z.iso.datetime(),
  merchantId: z.string(),
  data: z.unknown(),
});
const paymentData = z.object({ reference: key, paymentId: key, amountFen: z.int().min(0), currency: z.literal("CNY"), failure });
const transferData = z.object({ reference: key, amountFen: fen, failure });

type Envelope = z.infer<typeof envelope>;

function readEvent(message: Envelope, at: Instant): PaymentEvent | null {
  const { id: eventId, type } = message;
  switch (type) {
    case "payment.captured": {
      const data = paymentData.parse(message.data);
      return { kind: "payment_captured", eventId, at, paymentId: data.reference, captureId: data.paymentId, fen: fen.parse(data.amountFen) };
    }
    case "payment.failed": {
      const data = paymentData.parse(message.data);
      return { kind: "payment_failed", eventId, at, paymentId: data.reference, reason: data.failure ?? "unknown" };
    }
    case "refund.succeeded":
    case "refund.failed":
    case "payout.succeeded":
    case "payout.failed": {
      const data = transferData.parse(message.data);
      const kind = type.replace(".", "_") as "refund_succeeded" | "refund_failed" | "payout_succeeded" | "payout_failed";
      return { kind, eventId, at, key: data.reference, fen: data.amountFen, reason: data.failure };
    }
    default:
      return null;
  }
}

function parse(request: WebhookRequest, merchantId: string, eventId: string): Envelope | null {
  try {
    const message = envelope.parse(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(request.body)));
    return message.id === eventId && message.merchantId === merchantId ? message : null;
  } catch {
    return null;
  }
}

/**
 * Judges what arrived at the webhook's address. Nothing of the body is looked at before its signature fits, so a
 * stranger reaches no parser. A repeat is not refused: it carries the same event id, and the caller knows what it had.
 * `serverTime` puts a gateway's instant onto the server's clock.
 */
export function verifyWebhook(
  options: { readonly merchantId: string; readonly secret: string; readonly now: number; readonly serverTime: (gatewayTime: Instant) => Instant },
  request: WebhookRequest,
): WebhookVerdict {
  const timestamp = request.headers["x-gateway-timestamp"];
  const eventId = request.headers["x-gateway-event"];
  const signature = request.headers["x-gateway-signature"];
  if (timestamp === undefined || eventId === undefined || signature === undefined) return { ok: false, refusal: "signature_missing" };
  if (request.body.length > WEBHOOK_LIMIT_BYTES) return { ok: false, refusal: "malformed" };
  if (!isWebhookSigned(options.secret, { timestamp, eventId, body: request.body }, signature)) return { ok: false, refusal: "signature_wrong" };
  if (!/^\d{1,15}$/.test(timestamp) || Math.abs(options.now - Number(timestamp)) > WEBHOOK_WINDOW_MS) return { ok: false, refusal: "stale" };
  const message = parse(request, options.merchantId, eventId);
  if (message === null) return { ok: false, refusal: "malformed" };
  try {
    const event = readEvent(message, options.serverTime(Date.parse(message.createdAt)));
    return event === null ? { ok: false, refusal: "unknown_event" } : { ok: true, event };
  } catch {
    return { ok: false, refusal: "malformed" };
  }
}
