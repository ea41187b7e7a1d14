import { createHash, createHmac, timingSafeEqual } from "node:crypto";

function sha256(body: Uint8Array): string {
  return createHash("sha256").update(body).digest("hex");
}

function sign(secret: string, lines: readonly string[]): string {
  return `v1=${createHmac("sha256", secret).update(lines.join("\n")).digest("hex")}`;
}

/** What the sandbox gateway's API asks of a request's signature: HMAC-SHA256 over these lines. */
export function requestSignature(
  secret: string,
  request: {
    readonly method: string;
    readonly path: string;
    readonly timestamp: string;
    readonly nonce: string;
    readonly idempotencyKey: string;
    readonly body: Uint8Array;
  },
): string {
  const { method, path, timestamp, nonce, idempotencyKey, body } = request;
  return sign(secret, ["request", method, path, timestamp, nonce, idempotencyKey, sha256(body)]);
}

/** Whether the gateway signed this webhook, compared in constant time. */
export function isWebhookSigned(secret: string, message: { timestamp: string; eventId: string; body: Uint8Array }, given: string): boolean {
  const expected = Buffer.from(sign(secret, ["webhook", message.timestamp, message.eventId, sha256(message.body)]));
  const received = Buffer.from(given);
  return expected.length === received.length && timingSafeEqual(expected, received);
}
