import type { FastifyRequest } from "fastify";
import { GatewayError } from "../errors.ts";
import { findMerchant, type MerchantRow } from "../merchants.ts";
import { isTimely, sameSignature, signRequest } from "../signature.ts";
import type { Connection } from "../storage/database.ts";

/** A header that must come once and short. */
export function header(request: FastifyRequest, name: string): string {
  const value = request.headers[name];
  return typeof value === "string" && value.length <= 300 ? value : "";
}

/** The body as it was sent; requests without one sign the empty string. */
export function rawBody(request: FastifyRequest): Uint8Array {
  return request.body instanceof Uint8Array ? request.body : new Uint8Array(0);
}

/** A nonce counts once, so that a recorded request cannot be sent again. */
async function useNonce(connection: Connection, merchantId: string, nonce: string): Promise<void> {
  const result = await connection.query("insert into nonces (merchant_id, nonce) values ($1, $2) on conflict do nothing", [merchantId, nonce]);
  if (result.rowCount !== 1) throw new GatewayError("nonce_reused", "this nonce was used before");
}

/**
 * Finds out which merchant signed a request.
 * @throws GatewayError `unknown_merchant`, `timestamp_out_of_window`, `bad_signature`, `nonce_reused`.
 */
export async function authenticate(connection: Connection, request: FastifyRequest, now: number): Promise<MerchantRow> {
  const timestamp = header(request, "x-gateway-timestamp");
  const nonce = header(request, "x-gateway-nonce");
  const merchant = await findMerchant(connection, header(request, "x-gateway-merchant").slice(0, 40));
  if (merchant === null) throw new GatewayError("unknown_merchant", "the merchant is not known");
  if (!isTimely(timestamp, now)) throw new GatewayError("timestamp_out_of_window", "the timestamp is more than five minutes away");
  if (!/^[\w-]{16,64}$/.test(nonce)) throw new GatewayError("bad_signature", "a nonce has 16 to 64 letters and digits");
  const expected = signRequest(merchant.secret, {
    method: request.method,
    path: request.url,
    timestamp,
    nonce,
    idempotencyKey: header(request, "idempotency-key"),
    body: rawBody(request),
  });
  if (!sameSignature(expected, header(request, "x-gateway-signature"))) throw new GatewayError("bad_signature", "the signature does not fit");
  if (request.method !== "GET") await useNonce(connection, merchant.id, nonce);
  return merchant;
}
