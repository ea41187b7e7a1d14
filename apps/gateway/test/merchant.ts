import { randomBytes, randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { inject } from "vitest";
import { type Gateway, type GatewayOptions, startGateway } from "../src/index.ts";
import { signRequest } from "../src/signature.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** The address of the run's throw-away PostgreSQL (global setup of packages/db). */
    postgresUrl: string;
  }
}

export const merchants = [
  { id: "lingong", name: "零工 & Söhne <b>", secret: "1".repeat(40), webhookUrl: "http://127.0.0.1:9/unused" },
  { id: "other", name: "Other", secret: "2".repeat(40), webhookUrl: "http://127.0.0.1:9/unused" },
] as const;

export function testDatabaseUrl(): string {
  return inject("postgresUrl");
}

export function freshSchema(): string {
  return `gateway_${randomBytes(6).toString("hex")}`;
}

/** A gateway in this process, on a schema of its own. */
export function startTestGateway(options: Partial<GatewayOptions> = {}): Promise<Gateway> {
  return startGateway({
    port: 0,
    host: "127.0.0.1",
    databaseUrl: testDatabaseUrl(),
    schema: freshSchema(),
    merchants,
    publicUrl: null,
    controls: true,
    logLevel: "silent",
    webhookTiming: { timeoutMs: 500, firstBackoffMs: 30, longestBackoffMs: 200 },
    ...options,
  });
}

export interface Call {
  readonly method?: string;
  readonly path: string;
  readonly body?: unknown;
  /** Sent instead of the JSON of `body`. */
  readonly raw?: Uint8Array;
  readonly merchant?: (typeof merchants)[number];
  readonly key?: string;
  readonly timestamp?: string;
  readonly nonce?: string;
  /** Replaces headers after signing, as somebody on the way would; null removes one. */
  readonly tamper?: Readonly<Record<string, string | null>>;
  /** What is signed, where it differs from what is sent. */
  readonly signed?: { readonly path?: string; readonly body?: Uint8Array; readonly method?: string };
}

export interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown> & { error?: { code: string; details?: Record<string, unknown> } };
  readonly headers: Headers;
}

/** One signed request, with every way to spoil it. */
export async function call(gateway: Gateway, options: Call): Promise<Answer> {
  const { path, merchant = merchants[0], nonce = randomUUID(), timestamp = String(Date.now()), signed = {} } = options;
  const bytes = options.raw ?? (options.body === undefined ? new Uint8Array(0) : Buffer.from(JSON.stringify(options.body)));
  const method = options.method ?? (bytes.length === 0 ? "GET" : "POST");
  const idempotencyKey = options.key ?? (method === "POST" ? randomUUID() : "");
  const headers: Record<string, string> = {
    "x-gateway-merchant": merchant.id,
    "x-gateway-timestamp": timestamp,
    "x-gateway-nonce": nonce,
    "x-gateway-signature": signRequest(merchant.secret, {
      method: signed.method ?? method,
      path: signed.path ?? path,
      timestamp,
      nonce,
      idempotencyKey,
      body: signed.body ?? bytes,
    }),
  };
  if (idempotencyKey !== "") headers["idempotency-key"] = idempotencyKey;
  if (bytes.length > 0) headers["content-type"] = "application/json";
  for (const [name, value] of Object.entries(options.tamper ?? {})) {
    if (value === null) delete headers[name];
    else headers[name] = value;
  }
  const init = { method, headers, redirect: "manual" } as const;
  const response = await fetch(`${gateway.url}${path}`, bytes.length === 0 ? init : { ...init, body: new Uint8Array(bytes) });
  return { status: response.status, body: (await response.json()) as Answer["body"], headers: response.headers };
}

export function checkoutBody(changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    reference: randomUUID(),
    amountFen: 15_000,
    currency: "CNY",
    description: "全屋保洁",
    returnUrl: "http://127.0.0.1:3000/orders/1?tab=pay",
    ...changes,
  };
}

export interface OpenCheckout {
  readonly id: string;
  readonly url: string;
  readonly reference: string;
}

export async function openCheckout(gateway: Gateway, changes: Readonly<Record<string, unknown>> = {}): Promise<OpenCheckout> {
  const { status, body } = await call(gateway, { path: "/v1/checkouts", body: checkoutBody(changes) });
  if (status !== 201) throw new Error(`the checkout was refused: ${body.error?.code}`);
  return body as unknown as OpenCheckout;
}

/** The customer's browser: posts the page's form, follows nothing. */
export function press(url: string, form: Readonly<Record<string, string>> = {}, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
  return fetch(`${url}/pay`, {
    method: "POST",
    redirect: "manual",
    headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
    body: new URLSearchParams({ method: "wallet", ...form }).toString(),
  });
}

/** Asks again until the answer fits, at most twenty seconds. */
export async function until<Value>(ask: () => Promise<Value>, fits: (value: Value) => boolean): Promise<Value> {
  for (let waited = 0; ; waited += 20) {
    const value = await ask();
    if (fits(value)) return value;
    if (waited > 20_000) throw new Error(`it never came: ${JSON.stringify(value)}`);
    await pause(20);
  }
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
