import { createHash, createHmac, timingSafeEqual } from "node:crypto";

/** A signed message counts for five minutes on either side of the reader's clock. */
export const SIGNATURE_WINDOW_MS = 5 * 60_000;

export interface SignedRequest {
  readonly method: string;
  /** Path with query, as sent. */
  readonly path: string;
  /** Epoch milliseconds, as sent. */
  readonly timestamp: string;
  readonly nonce: string;
  /** Empty when the request carries none. */
  readonly idempotencyKey: string;
  readonly body: Uint8Array;
}

function sha256(body: Uint8Array): string {
  return createHash("sha256").update(body).digest("hex");
}

function hmac(secret: string, lines: readonly string[]): string {
  return `v1=${createHmac("sha256", secret).update(lines.join("\n")).digest("hex")}`;
}

/** HMAC-SHA256 over everything that gives a merchant's request its meaning. */
export function signRequest(secret: string, request: SignedRequest): string {
  const { method, path, timestamp, nonce, idempotencyKey, body } = request;
  return hmac(secret, ["request", method.toUpperCase(), path, timestamp, nonce, idempotencyKey, sha256(body)]);
}

/** HMAC-SHA256 over a webhook: its first line differs from a request's, so that neither can pass for the other. */
export function signWebhook(secret: string, message: { timestamp: string; eventId: string; body: Uint8Array }): string {
  return hmac(secret, ["webhook", message.timestamp, message.eventId, sha256(message.body)]);
}

/** Compares two signatures in constant time. */
export function sameSignature(expected: string, given: string): boolean {
  const left = Buffer.from(expected);
  const right = Buffer.from(given);
  return left.length === right.length && timingSafeEqual(left, right);
}

/** Whether a sent timestamp is a plain integer inside the window around `now` (epoch ms). */
export function isTimely(timestamp: string, now: number): boolean {
  return /^\d{1,15}$/.test(timestamp) && Math.abs(now - Number(timestamp)) <= SIGNATURE_WINDOW_MS;
}
