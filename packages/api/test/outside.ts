import { createHmac, randomUUID, timingSafeEqual } from "node:crypto";
import { defaultPolicy, distanceMetres, type Instant, travelMinutes } from "@lingong/domain";
import type {
  Checkout,
  CheckoutRequest,
  IdentityProvider,
  Logger,
  MapProvider,
  PaymentEvent,
  PaymentProvider,
  PayoutRequest,
  PrintedReceipt,
  PushMessage,
  PushProvider,
  ReceiptPrinter,
  RefundRequest,
  SentMessage,
  SmsInbox,
  StatementLine,
  TransferAnswer,
  WebhookRequest,
  WebhookVerdict,
} from "../src/ports/index.ts";

/** A clock that a test moves. */
export interface TestClock {
  now(): Instant;
  set(instant: Instant): void;
}

export function testClock(start: Instant): TestClock {
  let at = start;
  return {
    now: () => at,
    set(instant) {
      at = Math.max(at, instant);
    },
  };
}

export function testInbox(clock: TestClock): SmsInbox & { readonly sent: SentMessage[] } {
  const sent: SentMessage[] = [];
  return {
    sent,
    async send(message) {
      sent.unshift({ ...message, id: randomUUID(), at: clock.now() });
    },
    messages: (to) => sent.filter((message) => to === undefined || message.to.endsWith(to)),
  };
}

/** A payment provider that remembers what it was asked, signs what it tells, and fails when told to. */
export interface TestPayment extends PaymentProvider {
  readonly checkouts: Map<string, CheckoutRequest>;
  readonly refunds: Map<string, RefundRequest>;
  readonly payouts: Map<string, PayoutRequest>;
  /** How the next transfers are answered. `lost`: the provider does it, and its answer never arrives. */
  answer: TransferAnswer["state"] | "silence" | "lost";
  /** Its own books: a test writes them. */
  readonly statementLines: StatementLine[];
  /** Keys whose state was asked for. */
  readonly lookedUp: string[];
  sign(event: unknown, secret?: string): WebhookRequest;
}

const secret = "the provider's secret";

function signature(body: string, key: string): string {
  return createHmac("sha256", key).update(body).digest("hex");
}

const dayOf = (at: Instant): string => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO("Asia/Shanghai").toPlainDate().toString();

export function testPayment(): TestPayment {
  const checkouts = new Map<string, CheckoutRequest>();
  const refunds = new Map<string, RefundRequest>();
  const payouts = new Map<string, PayoutRequest>();
  const lookedUp: string[] = [];
  const statementLines: StatementLine[] = [];
  const paidOut = new Map<string, TransferAnswer>();
  const answered = (state: TestPayment["answer"], key: string): TransferAnswer => {
    if (state === "silence" || state === "lost") throw new Error("no answer");
    return state === "refused" ? { state, reason: "account_closed" } : { state, reference: `ref-${key}` };
  };
  const provider: TestPayment = {
    name: "testpay",
    webhookAnswer: "heard",
    checkouts,
    refunds,
    payouts,
    lookedUp,
    statementLines,
    answer: "succeeded",
    async createCheckout(request): Promise<Checkout> {
      if (provider.answer === "silence") throw new Error("no answer");
      checkouts.set(request.paymentId, request);
      return { url: `https://pay.example/${request.paymentId}`, reference: `cs_${request.paymentId}`, expiresAt: request.expiresAt };
    },
    async refund(request) {
      refunds.set(request.key, request);
      return answered(provider.answer, request.key);
    },
    async payout(request) {
      const { answer } = provider;
      if (answer === "silence") throw new Error("no answer");
      if (payouts.has(request.key)) throw new Error(`paid out twice: ${request.key}`);
      payouts.set(request.key, request);
      paidOut.set(request.key, answered(answer === "lost" ? "succeeded" : answer, request.key));
      return answered(answer, request.key);
    },
    async findPayout(key) {
      lookedUp.push(key);
      if (provider.answer === "silence") throw new Error("no answer");
      return paidOut.get(key) ?? null;
    },
    async statement(day) {
      if (provider.answer === "silence") throw new Error("no answer");
      return { day, complete: false, lines: statementLines.filter(({ at }) => dayOf(at) === day) };
    },
    statementDay: dayOf,
    verifyWebhook({ headers, body }): WebhookVerdict {
      const text = Buffer.from(body).toString("utf8");
      const given = headers["x-signature"];
      if (given === undefined) return { ok: false, refusal: "signature_missing" };
      const expected = signature(text, secret);
      if (given.length !== expected.length || !timingSafeEqual(Buffer.from(given), Buffer.from(expected)))
        return { ok: false, refusal: "signature_wrong" };
      try {
        return { ok: true, event: JSON.parse(text) as PaymentEvent };
      } catch {
        return { ok: false, refusal: "malformed" };
      }
    },
    sign(event, key = secret) {
      const body = typeof event === "string" ? event : JSON.stringify(event);
      return { headers: { "x-signature": signature(body, key) }, body: Buffer.from(body) };
    },
  };
  return provider;
}

/** Compares nothing: refuses the names it was told to refuse. */
export function testIdentity(): IdentityProvider & { readonly refused: Set<string>; readonly asked: string[] } {
  const refused = new Set<string>();
  const asked: string[] = [];
  return {
    refused,
    asked,
    async check({ key, realName }) {
      asked.push(key);
      return refused.has(realName) ? { state: "refused", field: "realName", reason: "does not match" } : { state: "matches" };
    },
  };
}

/** Prints nothing: keeps what it was given, and answers bytes that begin as a PDF does. */
export function testReceipts(): ReceiptPrinter & { readonly printed: PrintedReceipt[] } {
  const printed: PrintedReceipt[] = [];
  return {
    printed,
    async print(receipt) {
      printed.push(receipt);
      return Buffer.from("%PDF-1.7");
    },
  };
}

export const straightLine: MapProvider = {
  async travel({ from, to, mode }) {
    const metres = distanceMetres(from, to);
    return { metres, minutes: travelMinutes(metres, mode, defaultPolicy) };
  },
};

/** Keeps every line it was given, as text. */
export function testLogger(): Logger & { readonly lines: string[] } {
  const lines: string[] = [];
  const write = (fields: Readonly<Record<string, unknown>>, message: string) => void lines.push(JSON.stringify({ ...fields, message }));
  return { lines, debug: write, info: write, warn: write, error: write };
}

/** A push service that keeps what it is given; `gone` names browsers that have unsubscribed. */
export function testPush() {
  const rung: { readonly endpoint: string; readonly message: PushMessage; readonly ttlSeconds: number }[] = [];
  const gone = new Set<string>();
  const provider: PushProvider = {
    publicKey: "a key",
    accepts: (endpoint) => endpoint.startsWith("https://push.example/"),
    push: async ({ endpoint }, message, ttlSeconds) => {
      if (gone.has(endpoint)) return "gone";
      rung.push({ endpoint, message, ttlSeconds });
      return "sent";
    },
  };
  return { provider, rung, gone };
}
