import { createHmac } from "node:crypto";
import type { FastifyRequest } from "fastify";
import type pg from "pg";
import { GatewayError } from "../errors.ts";
import { type Connection, inTransaction, takeRow } from "../storage/database.ts";
import { header, rawBody } from "./authentication.ts";

export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly repeated: boolean;
}

interface AnswerRow {
  readonly fingerprint: string;
  readonly status: number;
  readonly body: unknown;
}

const keyPattern = /^[\w:.-]{8,128}$/;

async function recall(connection: Connection, merchantId: string, key: string, fingerprint: string): Promise<Answer> {
  const row = await takeRow<AnswerRow>(connection, "select fingerprint, status, body from answers where merchant_id = $1 and idempotency_key = $2", [
    merchantId,
    key,
  ]);
  if (row.fingerprint !== fingerprint) throw new GatewayError("idempotency_key_reused", "this key belongs to another request");
  return { status: row.status, body: row.body, repeated: true };
}

/**
 * Does `work` once for a merchant's idempotency key: effect and answer commit together, a repeat gets the first answer,
 * a repeat meanwhile waits for it. A refusal is rolled back and not remembered, so it may be asked again.
 */
export async function once(
  pool: pg.Pool,
  request: FastifyRequest,
  merchant: { readonly id: string; readonly secret: string },
  work: (connection: Connection) => Promise<{ status: number; body: unknown }>,
): Promise<Answer> {
  const key = header(request, "idempotency-key");
  if (!keyPattern.test(key)) throw new GatewayError("idempotency_key_missing", "send an idempotency-key of 8 to 128 letters and digits");
  // Keyed: a body may hold an account number, whose plain hash could be guessed.
  const fingerprint = createHmac("sha256", merchant.secret).update(`${request.method} ${request.url}\n`).update(rawBody(request)).digest("hex");
  return inTransaction(pool, async (connection) => {
    const claimed = await connection.query(
      "insert into answers (merchant_id, idempotency_key, fingerprint, status) values ($1, $2, $3, 0) on conflict do nothing",
      [merchant.id, key, fingerprint],
    );
    if (claimed.rowCount !== 1) return recall(connection, merchant.id, key, fingerprint);
    const answer = await work(connection);
    await connection.query("update answers set status = $3, body = $4 where merchant_id = $1 and idempotency_key = $2", [
      merchant.id,
      key,
      answer.status,
      JSON.stringify(answer.body),
    ]);
    return { ...answer, repeated: false };
  });
}
