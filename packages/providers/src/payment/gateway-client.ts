import { randomBytes, randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { requestSignature } from "./signature.ts";

export interface GatewayClientOptions {
  readonly gatewayUrl: string;
  readonly merchantId: string;
  readonly secret: string;
  readonly fetch?: typeof globalThis.fetch;
  /** Of one attempt, milliseconds. */
  readonly timeoutMs?: number;
  /** Before the second attempt, milliseconds; doubled for each further one. */
  readonly backoffMs?: number;
  readonly attempts?: number;
}

/** The gateway refused, by its own code: asking again the same way is pointless. */
export class GatewayRefusal extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string) {
    super(`the payment gateway refused: ${code}`);
    this.name = "GatewayRefusal";
    this.status = status;
    this.code = code;
  }
}

/** The gateway gave no usable answer within all attempts: what was asked may or may not have happened. */
export class GatewayUnavailable extends Error {
  constructor(lastFailure: string) {
    super(`the payment gateway gave no answer: ${lastFailure}`);
    this.name = "GatewayUnavailable";
  }
}

export interface GatewayClient {
  post(path: string, body: Readonly<Record<string, unknown>>): Promise<unknown>;
  get(path: string): Promise<unknown>;
}

type Attempt = { readonly done: true; readonly value: unknown } | { readonly done: false; readonly failure: string };

const ANSWER_LIMIT_BYTES = 2_000_000;

async function readAnswer(response: Response): Promise<unknown> {
  const text = await response.text();
  if (text.length > ANSWER_LIMIT_BYTES) throw new Error("the answer is too long");
  return JSON.parse(text);
}

function refusalCode(body: unknown): string {
  const error = typeof body === "object" && body !== null && "error" in body ? body.error : null;
  const code = typeof error === "object" && error !== null && "code" in error ? error.code : null;
  return typeof code === "string" && /^\w{1,60}$/.test(code) ? code : "unknown";
}

/** Busy, broken, or a clock and nonce that the next attempt renews. */
function isPassing(status: number, code: string): boolean {
  return status >= 500 || status === 429 || code === "nonce_reused";
}

/**
 * Speaks the gateway's signed HTTP. One call keeps one idempotency key over all its attempts, each freshly signed; what
 * is not refused is tried again with doubling pauses.
 * @throws GatewayRefusal, GatewayUnavailable.
 */
export function createGatewayClient(options: GatewayClientOptions): GatewayClient {
  const { gatewayUrl, merchantId, secret, timeoutMs = 8_000, backoffMs = 200, attempts = 4 } = options;
  const send = options.fetch ?? globalThis.fetch;
  const base = new URL(gatewayUrl);

  const attempt = async (method: string, path: string, body: Uint8Array<ArrayBuffer>, idempotencyKey: string): Promise<Attempt> => {
    const timestamp = String(Date.now());
    const nonce = randomBytes(18).toString("base64url");
    const headers: Record<string, string> = {
      "x-gateway-merchant": merchantId,
      "x-gateway-timestamp": timestamp,
      "x-gateway-nonce": nonce,
      "x-gateway-signature": requestSignature(secret, { method, path, timestamp, nonce, idempotencyKey, body }),
    };
    if (method === "POST") Object.assign(headers, { "content-type": "application/json", "idempotency-key": idempotencyKey });
    try {
      const init = { method, headers, redirect: "error", signal: AbortSignal.timeout(timeoutMs) } as const;
      const response = await send(new URL(path, base), method === "POST" ? { ...init, body } : init);
      const answer = await readAnswer(response);
      if (response.ok) return { done: true, value: answer };
      const code = refusalCode(answer);
      if (!isPassing(response.status, code)) throw new GatewayRefusal(response.status, code);
      return { done: false, failure: `status ${response.status}` };
    } catch (error) {
      if (error instanceof GatewayRefusal) throw error;
      return { done: false, failure: error instanceof Error ? error.name : "unknown" };
    }
  };

  const call = async (method: string, path: string, body: Uint8Array<ArrayBuffer>): Promise<unknown> => {
    const idempotencyKey = method === "POST" ? randomUUID() : "";
    let failure = "";
    for (let count = 0; count < attempts; count += 1) {
      if (count > 0) await pause(backoffMs * 2 ** (count - 1) * (0.8 + 0.4 * Math.random()));
      const outcome = await attempt(method, path, body, idempotencyKey);
      if (outcome.done) return outcome.value;
      failure = outcome.failure;
    }
    throw new GatewayUnavailable(failure);
  };

  return {
    post: (path, body) => call("POST", path, new TextEncoder().encode(JSON.stringify(body))),
    get: (path) => call("GET", path, new Uint8Array(0)),
  };
}
